// view_pdf.js FOLDER DPI FILE.pdf...: what pdf.js and pdfium make of PDFs. Into FOLDER go, for each
// FILE and PROGRAM, FILE.PROGRAM.txt (the text of all pages) and, unless DPI is 0, FILE.PROGRAM.png (the
// first page). NODE_PATH says where scripts/install-viewers.sh has put the programs.
"use strict";
const fs = require("fs");
const path = require("path");
const canvas = require("@napi-rs/canvas");
Object.assign(globalThis, { Path2D: canvas.Path2D, DOMMatrix: canvas.DOMMatrix });
const pdfjs = require("pdfjs-dist/legacy/build/pdf.js");
const { PDFiumLibrary } = require("@hyzyla/pdfium");

const POINTS_PER_INCH = 72;

function writePng(file, surface) {
    fs.writeFileSync(file, surface.toBuffer("image/png"));
}

function textOf(content) {
    return content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("");
}

async function drawByPdfjs(page, dpi, file) {
    const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH });
    const surface = canvas.createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvasContext: surface.getContext("2d"), viewport }).promise;
    writePng(file, surface);
}

async function viewByPdfjs(bytes, dpi, base) {
    const file = await pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    let text = "";
    for (let number = 1; number <= file.numPages; number++) {
        const page = await file.getPage(number);
        text += textOf(await page.getTextContent()) + "\n";
        if (dpi > 0 && number === 1) await drawByPdfjs(page, dpi, base + ".pdfjs.png");
    }
    fs.writeFileSync(base + ".pdfjs.txt", text);
    await file.destroy();
}

function writePixels(options, file) {
    const surface = canvas.createCanvas(options.width, options.height);
    const context = surface.getContext("2d");
    const image = context.createImageData(options.width, options.height);
    image.data.set(options.data);
    context.putImageData(image, 0, 0);
    writePng(file, surface);
    return options.data;
}

async function viewByPdfium(library, bytes, dpi, base) {
    const file = await library.loadDocument(bytes);
    let text = "";
    for (const page of file.pages()) {
        text += page.getText() + "\n";
        const { originalWidth, originalHeight } = page.getOriginalSize();
        const pixels = (points) => Math.round((points * dpi) / POINTS_PER_INCH);
        if (dpi > 0 && page.number === 0)
            await page.render({
                scale: 1, // another one cuts the page to whole points
                width: pixels(originalWidth),
                height: pixels(originalHeight),
                render: (options) => writePixels(options, base + ".pdfium.png"),
            });
    }
    fs.writeFileSync(base + ".pdfium.txt", text);
    file.destroy();
}

async function main([folder, dpi, ...files]) {
    const library = await PDFiumLibrary.init();
    for (const file of files) {
        const bytes = fs.readFileSync(file);
        const base = path.join(folder, path.basename(file, ".pdf"));
        await viewByPdfjs(bytes, Number(dpi), base);
        await viewByPdfium(library, bytes, Number(dpi), base);
    }
    library.destroy();
}

main(process.argv.slice(2)).catch((error) => {
    console.error(error);
    process.exit(1);
});
