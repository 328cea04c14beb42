// Opens the HTML report in Chromium as a person would: filters it, reads it with the checker for accessibility, prints
// it. DOCKERFILE_LINT names the tool, CHROMIUM the browser; both have usual places.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const tool = process.env.DOCKERFILE_LINT ?? "dockerfile-lint";
const screenshots = process.env.SCREENSHOTS;
const hostile = `<script>alert(1)</script>"'&\u2028</script>`;
let folder, browser, small, large;

function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function run(project, ...options) {
  return execFileSync(tool, ["audit", "--quiet", ...options], { cwd: join(folder, project), encoding: "utf8", maxBuffer: 1 << 28 });
}

function createReport(project) {
  const path = join(folder, `${project}.html`);
  run(project, "--output", path);
  return path;
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "dockerfile-lint-browser-"));
  write("small/compose.yaml", [
    "services:",
    "  web:",
    "    build: .",
    "    privileged: true",
    "    pid: host",
    "    volumes: [/var/run/docker.sock:/var/run/docker.sock]",
    "  db:",
    "    image: postgres:18",
    "    environment:",
    "      POSTGRES_PASSWORD: hunter2",
    `  ${JSON.stringify(hostile)}:`,
    `    image: ${JSON.stringify("debian:13")}`,
    "    network_mode: host",
    `    environment: {NAME: ${JSON.stringify(hostile)}, DB_PASSWORD: ${JSON.stringify(`x${hostile}`)}}`,
    "",
  ].join("\n"));
  write("small/Dockerfile", "FROM debian:13\n\tRUN sudo rm -rf /tmp/<img src=x onerror=alert(2)>\nUSER root\n");
  write("small/tools/Dockerfile", "FROM example/base:1\nENV API_TOKEN=s3cr3t-v4lue\n");
  for (let project = 0; project < 10; project++) {
    const lines = ["services:"];
    for (let service = 0; service < 50; service++) {
      lines.push(`  s${project}-${service}:`, "    image: example/web:1", "    volumes:");
      for (let mount = 0; mount < 45; mount++) lines.push(`      - /etc/d${mount}:/m${mount}`);
    }
    write(`large/p${project}/compose.yaml`, `${lines.join("\n")}\n`);
  }
  small = createReport("small");
  large = createReport("large");
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and gives it to a function; nothing may be complained about, asked for or shown meanwhile. */
async function open(path, options, use) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${error}`));
  page.on("dialog", (dialog) => { problems.push(`dialog: ${dialog.message()}`); return dialog.dismiss(); });
  page.on("request", (request) => { if (request.url() !== pathToFileURL(path).href) problems.push(`request: ${request.url()}`); });
  await page.goto(pathToFileURL(path).href);
  await use(page);
  assert.deepEqual(problems, []);
  await context.close();
}

const countFindings = async (page) => Number((await page.textContent("#findings-count")).split(" ")[0]);
const settle = (page) => page.waitForTimeout(250);

for (const colorScheme of ["light", "dark"]) {
  test(`nothing is inaccessible in the ${colorScheme} theme`, () =>
    open(small, { colorScheme }, async (page) => {
      for (const summary of await page.locator("#services > li > details > summary").all()) await summary.click();
      // The policy of the page bars scripts from elsewhere; the debugger may run them all the same.
      await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
      const check = async () => (await page.evaluate(() => globalThis.axe.run())).violations.map((one) => `${one.impact} ${one.id}: ${one.nodes[0].html}`);
      assert.deepEqual(await check(), []);
      if (screenshots) await page.screenshot({ path: join(screenshots, `${colorScheme}.png`), fullPage: false });
      if (screenshots) await page.screenshot({ path: join(screenshots, `${colorScheme}-full.png`), fullPage: true });
      await page.locator("#findings button").first().click();
      assert.deepEqual(await check(), []);
      if (screenshots) await page.screenshot({ path: join(screenshots, `${colorScheme}-rule.png`) });
    }));
}

test("what the files hold is text", () =>
  open(small, {}, async (page) => {
    const name = hostile.replaceAll("\u2028", "\u2028");
    const names = await page.locator("#services .name").allTextContents();
    assert.ok(names.includes(name), names.join(" | "));
    assert.equal(await page.locator("#services img, #findings img, #services script, #findings script").count(), 0);
    assert.ok((await page.locator("#findings pre").allTextContents()).some((text) => text.includes("<img src=x onerror=alert(2)>")));
  }));

test("filters leave what fits", () =>
  open(small, {}, async (page) => {
    const all = await countFindings(page);
    assert.ok(all > 5);
    await page.selectOption("#filter-severity", "error");
    await settle(page);
    const errors = await countFindings(page);
    assert.ok(errors > 0 && errors < all);
    assert.equal(await page.locator("#findings .severity:not(.error)").count(), 0);
    await page.click("button[type=reset]");
    await settle(page);
    assert.equal(await countFindings(page), all);
    await page.selectOption("#filter-rule", "DC2001");
    await settle(page);
    assert.equal(await countFindings(page), 1);
    await page.click("button[type=reset]");
    await page.selectOption("#filter-service", { label: "db (compose.yaml)" });
    await settle(page);
    assert.ok((await countFindings(page)) < all);
    assert.deepEqual(await page.locator("#services .name").allTextContents(), ["db"]);
    await page.click("button[type=reset]");
    await page.fill("#filter-text", "sudo rm");
    await settle(page);
    assert.ok((await countFindings(page)) >= 1);
    assert.match(await page.textContent("#status"), /shown/);
    await page.fill("#filter-text", "nothing has this in it");
    await settle(page);
    assert.equal(await countFindings(page), 0);
  }));

test("a service shows its matrix and a finding its rule, by keyboard alone", () =>
  open(small, {}, async (page) => {
    await page.locator("#services summary").first().focus();
    await page.keyboard.press("Enter");
    const table = page.locator("#services table").first();
    await table.waitFor();
    assert.ok((await table.textContent()).includes("PID namespace"));
    await page.locator("#findings button").first().focus();
    await page.keyboard.press("Enter");
    assert.ok(await page.locator("dialog[open] h3").count() > 1);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog[open]").count(), 0);
  }));

test("the theme follows the system until somebody chooses", () =>
  open(small, { colorScheme: "dark" }, async (page) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.click("#theme");
    const light = await ground();
    assert.notEqual(dark, light);
    await page.click("#theme");
    assert.equal(await ground(), dark);
  }));

test("500 services and 20,000 findings cost the rows that are looked at", () =>
  open(large, {}, async (page) => {
    assert.ok((await countFindings(page)) >= 20000, await page.textContent("#findings-count"));
    assert.equal(await page.textContent("#services-count"), "500 of 500");
    assert.ok((await page.locator("#findings > li").count()) <= 200);
    assert.ok((await page.locator("#services > li").count()) <= 500);
    await page.selectOption("#filter-service", { label: "s7-49 (p7/compose.yaml)" });
    await settle(page);
    const ofService = await countFindings(page);
    assert.ok(ofService >= 40 && ofService < 60, `${ofService}`);
    await page.click("button[type=reset]");
    await settle(page);
    await page.locator("#more-findings").scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelectorAll("#findings > li").length > 50);
    assert.ok((await page.locator("#findings > li").count()) <= 1000);
  }));

test("the page prints with what its rows hide", () =>
  open(small, {}, async (page) => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("#services table").count(), await page.locator("#services > li").count());
    assert.ok((await page.pdf()).length > 10000);
  }));

test("the JSON report keeps to its schema", () => {
  const Ajv = require("ajv/dist/2020.js").default;
  const schema = JSON.parse(readFileSync(join(here, "../../schemas/audit.schema.json"), "utf8"));
  const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
  for (const project of ["small", "large"]) {
    assert.ok(validate(JSON.parse(run(project, "--format", "json"))), JSON.stringify(validate.errors?.slice(0, 5)));
  }
});
