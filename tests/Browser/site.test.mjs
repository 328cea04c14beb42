// Opens the site of the rules in Chromium: searches it, reads it with the checker for accessibility, prints it. SITE
// names its folder, CHROMIUM the browser.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const site = process.env.SITE;
const screenshots = process.env.SCREENSHOTS;
const skip = site ? false : "SITE names no folder";
const pages = [
  "index.html",
  "severities.html",
  "peers.html",
  "standards.html",
  "docs/reference.html",
  "docs/audit.html",
  "rules/DL3015.html",
  "rules/DL3050.html",
  "rules/DC2009.html",
  "rules/DL9005.html",
  "rules/DX1001.html",
];
const widths = [360, 800, 1280];
let browser;

before(async () => {
  if (!skip) browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});

after(() => browser?.close());

/** Opens a page of the site and gives it to a function; nothing may be complained about or asked of others. */
async function open(path, options, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${error}`));
  page.on("request", (request) => { if (!/^(file|data):/.test(request.url())) problems.push(`request: ${request.url()}`); });
  await page.goto(pathToFileURL(join(site, path)).href);
  await use(page);
  assert.deepEqual(problems, []);
  await context.close();
}

for (const colorScheme of ["light", "dark"]) {
  for (const path of pages) {
    test(`nothing is inaccessible in ${path} in the ${colorScheme} theme`, { skip }, () =>
      open(path, { colorScheme }, async (page) => {
        await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
        const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false }));
        assert.deepEqual(violations.map((one) => `${one.impact} ${one.id}: ${one.nodes[0].html}`), []);
      }));
  }
}

for (const width of widths) {
  test(`no page is wider than a window of ${width} pixels`, { skip }, async () => {
    for (const path of pages) {
      for (const colorScheme of screenshots ? ["light", "dark"] : ["light"]) {
        await open(path, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
          if (screenshots) {
            mkdirSync(screenshots, { recursive: true });
            await page.screenshot({ path: join(screenshots, `${path.replaceAll("/", "-")}-${width}-${colorScheme}.png`) });
          }
          const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(scrolled <= width, `${path}: ${scrolled}`);
        });
      }
    }
  });
}

test("the search finds a rule by its id, by that of another tool, by a standard and by words", { skip }, () =>
  open("index.html", {}, async (page) => {
    const find = async (query) => {
      await page.fill("#query", query);
      return page.locator("#results tbody tr th").allTextContents();
    };
    assert.equal((await find("dl3008"))[0], "DL3008");
    assert.equal((await find("CKV_DOCKER_3"))[0], "DL5001");
    assert.ok((await find("CWE-295")).includes("DL5006"));
    assert.deepEqual((await find("docker socket mounts")).slice(0, 1), ["DC2009"]);
    assert.equal(await page.locator("#all").isVisible(), false);
    assert.deepEqual(await find("xyzzy"), []);
    assert.equal(await page.textContent("#count"), "No rules");
    await find("");
    assert.equal(await page.locator("#all").isVisible(), true);
  }));

test("a search leads to the page of a rule, by keyboard alone", { skip }, () =>
  open("rules/DL3015.html", {}, async (page) => {
    await page.fill("header input[type=search]", "host network");
    await page.keyboard.press("Enter");
    await page.waitForURL(/index\.html\?q=/);
    assert.equal(await page.inputValue("#query"), "host network");
    assert.ok((await page.locator("#results tbody tr").count()) > 1);
    await page.locator("body").press("/");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("DC2003");
    await page.keyboard.press("Enter");
    await page.waitForURL(/rules\/DC2003\.html$/);
  }));

test("all rules are there without scripts", { skip }, () =>
  open("index.html", { javaScriptEnabled: false }, async (page) => {
    assert.ok((await page.locator("#all tbody tr").count()) > 200);
  }));

test("a page prints without what is for the screen alone", { skip }, () =>
  open("rules/DC2009.html", { colorScheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("header").isVisible(), false);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    const pdf = await page.pdf(screenshots ? { path: join(screenshots, "rule.pdf") } : {});
    assert.ok(pdf.length > 10000);
  }));
