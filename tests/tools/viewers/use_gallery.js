// use_gallery.js INDEX.html SCENARIO: uses the gallery as a reader does, in Chromium, and says what is
// not as it should be. NODE_PATH says where scripts/install-viewers.sh has put puppeteer and axe.
"use strict";
const assert = require("assert/strict");
const path = require("path");
const puppeteer = require("puppeteer-core");

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844, hasTouch: true, isMobile: true };
const logistics = "fig-13-antwerpen-logistiek";

// What the page asks for besides files, and what goes wrong in it.
const complaints = [];

async function open(browser, page, options = {}) {
    const tab = await browser.newPage();
    await tab.setViewport(options.viewport ?? wide);
    await tab.setJavaScriptEnabled(options.script ?? true);
    tab.on("request", (request) => {
        if (!/^(file|data):/.test(request.url())) complaints.push("asks for " + request.url());
    });
    tab.on("requestfailed", (request) => complaints.push("cannot have " + request.url()));
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.goto("file://" + path.resolve(page) + (options.fragment ?? ""));
    return tab;
}

// The titles of the figures that are seen.
const titles = (tab) =>
    tab.$$eval(".figure", (figures) => figures
        .filter((figure) => figure.checkVisibility()).map((figure) => figure.querySelector("h3").textContent));

const found = (tab) => tab.$eval("#found", (output) => output.textContent);
const focus = (tab) => tab.evaluate(() => document.activeElement.id || document.activeElement.textContent);
const title = (tab) => tab.$eval("dialog[open] #title", (heading) => heading.textContent);
// Waits: a browser tells of closing and of its history when it finds the time.
const becomesOpen = (tab, open) =>
    tab.waitForFunction((wanted) => document.querySelector("dialog").open === wanted, {}, open);
const width = (tab) => tab.$eval("#paper", (paper) => paper.offsetWidth);

const inMap = (tab, selector) => tab.waitForSelector("#paper >>> " + selector);
const mapIsThere = (tab) => inMap(tab, "svg");

// The features that are lit: in the list, and on the map.
async function lit(tab) {
    const ofRows = await tab.$$eval("#rows .lit", (rows) => rows.map((row) => row.dataset.feature));
    const ofMap = await tab.$eval("#paper", (paper) => [
        ...new Set([...paper.shadowRoot.querySelectorAll(".dim .lit")].map((thing) => thing.dataset.feature))]);
    return { ofRows, ofMap };
}

async function search(tab, text) {
    await tab.$eval("#filter", (field) => field.select());
    await tab.keyboard.press("Backspace");
    await tab.type("#filter", text);
}

async function expectNoViolations(tab, where) {
    await tab.evaluate(require("axe-core").source);
    const { violations, passes } = await tab.evaluate(() => axe.run());
    assert.ok(passes.length > 20, `${where}: axe has looked at hardly anything`);
    assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`), [], where);
}

const scenarios = {
    async filter(browser, page) {
        const tab = await open(browser, page);
        assert.equal((await titles(tab)).length, 4);
        assert.equal(await tab.$eval("#found", (output) => output.role ?? output.localName), "output");
        await tab.keyboard.press("/");
        assert.equal(await focus(tab), "filter");
        for (const [text, count] of [["logistiek", 2], ["limburg", 2], ["ANTWERPEN", 3], ["", 4],
            ["13 antwerpen", 1], ["lillo", 1], ["nowhere", 0]]) {
            await search(tab, text);
            assert.equal((await titles(tab)).length, count, text);
            assert.equal(await found(tab), `${count} van 4 figuren`);
        }
        await search(tab, "patisserie");
        assert.match((await titles(tab)).join(), /^Figuur 21: Diamant[^,]*$/);
        assert.deepEqual(await tab.$$eval(".figure .rows li", (rows) => rows
            .filter((row) => row.checkVisibility()).map((row) => row.querySelector(".name").textContent)),
        ["Pâtisserie Zoë"]);
        assert.equal((await tab.$$eval("h2", (names) => names.filter((name) => name.checkVisibility()))).length, 1);
        await tab.keyboard.press("Escape");
        assert.equal((await titles(tab)).length, 4);
    },

    async keys(browser, page) {
        const tab = await open(browser, page);
        await tab.keyboard.press("ArrowRight");
        assert.match(await focus(tab), /^Figuur 12/);
        await tab.keyboard.press("ArrowRight");
        assert.match(await focus(tab), /^Figuur 13/);
        await tab.keyboard.press("Enter");
        await mapIsThere(tab);
        assert.match(await title(tab), /^Figuur 13/);
        assert.ok((await tab.title()).startsWith("Figuur 13"));
        assert.equal(await tab.evaluate(() => location.hash), "#" + logistics);
        const whole = await width(tab);
        await tab.keyboard.press("+");
        assert.ok(await width(tab) > 1.4 * whole, "+ does not zoom in");
        await tab.keyboard.press("+");
        await tab.keyboard.press("-");
        assert.ok(Math.abs(await width(tab) - 1.5 * whole) < 2, "- does not zoom out");
        await tab.keyboard.press("0");
        assert.equal(await width(tab), whole);
        await tab.keyboard.press("ArrowRight");
        await tab.waitForFunction(() => document.title.startsWith("Figuur 21"));
        await tab.keyboard.press("ArrowLeft");
        await tab.keyboard.press("ArrowLeft");
        await tab.waitForFunction(() => document.title.startsWith("Figuur 12"));
        await tab.keyboard.press("ArrowLeft");
        await tab.waitForFunction(() => document.title.startsWith("Figuur 44"));
        await tab.keyboard.press("Escape");
        await becomesOpen(tab, false);
        await tab.waitForFunction(() =>
            location.hash === "" && document.activeElement.textContent.startsWith("Figuur 44"));
        await tab.goBack();
        await becomesOpen(tab, true);
        await tab.keyboard.press("/");
        await becomesOpen(tab, false);
        await tab.waitForFunction(() => location.hash === "");
        assert.equal(await focus(tab), "filter");
    },

    async view(browser, page) {
        const tab = await open(browser, page, { fragment: "#" + logistics });
        await mapIsThere(tab);
        assert.match(await title(tab), /^Figuur 13/);
        const links = await tab.$$eval("#files a", (all) => all.map((link) => link.getAttribute("href")));
        for (const file of [logistics + ".svg", "annex/" + logistics + ".svg"]) assert.ok(links.includes(file), file);
        assert.equal(await tab.evaluate(() => document.fonts.check("12px 'gallery map'")), true);
        const { ofRows, ofMap } = await lit(tab);
        assert.deepEqual([ofRows, ofMap], [[], []]);
        for (const role of ["marker", "zone", "link"]) {
            const thing = await inMap(tab, `[data-role=${role}][data-feature]`);
            const feature = await thing.evaluate((element) => element.dataset.feature);
            await thing.evaluate((element) => element.focus());
            assert.deepEqual(await lit(tab), { ofRows: [feature], ofMap: [feature] }, role);
            const row = await tab.$("#rows .lit");
            assert.ok(await row.isIntersectingViewport(), `the row of ${feature} is out of sight`);
        }
        const marker = await inMap(tab, "[data-role=marker]");
        await tab.$eval("#paper", (paper) => paper.shadowRoot.activeElement.blur());
        await marker.hover();
        const point = await marker.evaluate((element) => element.dataset.feature);
        assert.deepEqual(await lit(tab), { ofRows: [point], ofMap: [point] });
        const row = await tab.$("#rows li:last-child button");
        const other = await row.evaluate((button) => button.parentElement.dataset.feature);
        await row.hover();
        assert.deepEqual(await lit(tab), { ofRows: [other], ofMap: [other] });
        await tab.mouse.move(5, 5);
        assert.deepEqual(await lit(tab), { ofRows: [], ofMap: [] });
        await row.focus();
        assert.deepEqual(await lit(tab), { ofRows: [other], ofMap: [other] });
    },

    async pan(browser, page) {
        const tab = await open(browser, page, { fragment: "#" + logistics });
        await mapIsThere(tab);
        const at = () => tab.$eval("#map", (map) => [map.scrollLeft, map.scrollTop]);
        await tab.mouse.move(400, 400);
        await tab.mouse.wheel({ deltaY: -800 });
        await tab.waitForFunction(() => document.getElementById("map").scrollLeft > 0);
        const [left, top] = await at();
        await tab.mouse.down();
        await tab.mouse.move(340, 360, { steps: 4 });
        await tab.mouse.up();
        assert.deepEqual(await at(), [left + 60, top + 40]);
    },

    async phone(browser, page) {
        const tab = await open(browser, page, { viewport: phone });
        const overflows = () => tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.equal(await overflows(), false);
        await (await tab.$(`#${logistics} .open`)).tap();
        await mapIsThere(tab);
        assert.equal(await overflows(), false);
        assert.ok(await width(tab) > 250, "the map is too small");
        const row = await tab.$("#rows [data-feature] button");
        await row.tap();
        assert.equal((await lit(tab)).ofMap.length, 1);
        assert.ok(await (await tab.$("#map")).isIntersectingViewport(), "the map is out of sight");
        await tab.goBack();
        await becomesOpen(tab, false);
    },

    async accessible(browser, page) {
        for (const viewport of [wide, phone])
            for (const scheme of ["light", "dark"]) {
                const where = `${viewport.width} px, ${scheme}`;
                const tab = await open(browser, page, { viewport });
                await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
                await expectNoViolations(tab, where);
                await search(tab, "patisserie");
                await expectNoViolations(tab, where + ", filtered");
                await tab.evaluate((id) => { location.hash = id; }, logistics);
                await mapIsThere(tab);
                await expectNoViolations(tab, where + ", large");
                await tab.close();
            }
    },

    async plain(browser, page) {
        const tab = await open(browser, page, { script: false });
        assert.equal((await titles(tab)).length, 4);
        assert.equal(await tab.$eval("form", (form) => form.checkVisibility()), false);
        for (const image of await tab.$$(".figure img")) {
            await image.scrollIntoView();
            await tab.waitForFunction((element) => element.complete, {}, image);
            assert.ok(await image.evaluate((element) => element.naturalWidth) > 100);
            assert.ok(await image.evaluate((element) => element.alt.length) > 60);
        }
        const files = await tab.$$eval(".figure", (figures) => figures.map((figure) =>
            figure.querySelectorAll(".files a").length));
        assert.ok(files.every((count) => count >= 2), "figures without files");
        await tab.click(`#${logistics} .open`);
        assert.match(tab.url(), new RegExp(logistics + "\\.svg$"));
    },

    // On paper all pictures with their titles, and nothing to press.
    async paper(browser, page) {
        const tab = await open(browser, page);
        await tab.emulateMediaType("print");
        assert.equal((await titles(tab)).length, 4);
        for (const screen of ["form", "details", ".files"])
            assert.equal(await tab.$eval(screen, (element) => element.checkVisibility()), false, screen);
    },
};

async function main([page, scenario]) {
    const browser = await puppeteer.launch({
        executablePath: "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    try {
        await scenarios[scenario](browser, page);
        assert.deepEqual(complaints, []);
    } finally {
        await browser.close();
    }
}

main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exit(1);
});
