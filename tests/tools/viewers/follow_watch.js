// follow_watch.js URL LAYER SCENARIO: looks at what `streekkaart watch --serve` shows at the URL, in
// Chromium, saves another name in the layer, and says what is not as it should be then. NODE_PATH says
// where scripts/install-viewers.sh has put puppeteer.
"use strict";
const assert = require("assert/strict");
const fs = require("fs");
const puppeteer = require("puppeteer-core");

const logistics = "fig-13-antwerpen-logistiek";

function save(layer, name) {
    const text = fs.readFileSync(layer, "utf8");
    fs.writeFileSync(layer, text.replace(/"name": "[^"]*"/, `"name": "${name}"`));
}

// The page is the one that was loaded, and stands where it stood.
const mark = (tab) => tab.evaluate(() => { window.marked = true; });
const isMarked = (tab) => tab.evaluate(() => window.marked === true);

const hasName = (tab, name) => tab.waitForFunction((text) => document.querySelector("#paper")
    .shadowRoot.textContent.includes(text), {}, name);

const scenarios = {
    async gallery(tab, layer) {
        await tab.type("#filter", "logistiek");
        await tab.evaluate((id) => { location.hash = id; }, logistics);
        await tab.waitForSelector("#paper >>> svg");
        for (const key of ["+", "+"]) await tab.keyboard.press(key);
        await tab.$eval("#map", (map) => map.scrollBy(40, 30));
        const place = () => tab.$eval("#map", (map) => [
            map.scrollLeft, map.scrollTop, document.querySelector("#paper").offsetWidth]);
        const before = await place();
        assert.ok(before[0] > 0 && before[1] > 0, "it is not scrolled");
        await mark(tab);
        for (const name of ["Vrachthaven", "Binnenhaven"]) {
            save(layer, name);
            await hasName(tab, name);
            await tab.waitForFunction((text) => document.querySelector("#rows").textContent.includes(text), {}, name);
            assert.deepEqual(await place(), before);
            assert.ok(await tab.$eval("dialog", (dialog) => dialog.open));
            assert.ok(await isMarked(tab), "the page was loaded anew");
        }
        await tab.keyboard.press("Escape");
        await tab.waitForFunction(() => !document.querySelector("dialog").open);
        assert.equal(await tab.$eval("#filter", (field) => field.value), "logistiek");
        assert.equal((await tab.$$eval(".figure", (figures) =>
            figures.filter((figure) => figure.checkVisibility()).map((figure) => figure.id))).join(), logistics);
        assert.match(await tab.$eval(`#${logistics} img`, (image) => image.src), /\.png\?/);
    },

    async figures(tab, layer) {
        const sources = () => tab.$$eval("main img", (images) => images.map((image) => image.src));
        const before = await sources();
        assert.equal(before.length, 2);
        await mark(tab);
        save(layer, "Vrachthaven");
        await tab.waitForFunction((old) => document.querySelector("main img").src !== old, {}, before[0]);
        await tab.waitForFunction(() => document.querySelector("main img").complete);
        const after = await sources();
        assert.ok(after[0].startsWith(before[0] + "?"), after[0]);
        assert.equal(after[1], before[1], "what was not drawn is fetched");
        assert.ok(await tab.$eval("main img", (image) => image.naturalWidth > 300));
        assert.ok(await isMarked(tab), "the page was loaded anew");
    },
};

async function main([url, layer, scenario]) {
    const browser = await puppeteer.launch({
        executablePath: "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    const complaints = [];
    try {
        const tab = await browser.newPage();
        await tab.setViewport({ width: 1280, height: 900 });
        tab.on("pageerror", (error) => complaints.push(String(error)));
        tab.on("response", (response) => {
            if (response.status() !== 200 && !response.url().endsWith("/favicon.ico"))
                complaints.push(`${response.status()}: ${response.url()}`);
        });
        await tab.goto(url, { waitUntil: "load" });
        await scenarios[scenario](tab, layer);
        assert.deepEqual(complaints, []);
    } finally {
        await browser.close();
    }
}

main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exit(1);
});
