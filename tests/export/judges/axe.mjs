// Looks at pages with axe-core in a headless browser: node axe.mjs MODULES CHROMIUM PAGE…
// Prints the violations of each page as JSON: narrow and light, wide and dark, and printed.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, chromium, ...pages] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + "/node_modules/x.js"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
const found = [];
let page;
const [tab] = await browser.pages(); // one for all pages: a new one is a new process
await tab.setBypassCSP(true); // for axe itself; the page runs nothing of its own otherwise
tab.on("request", (request) => {
  if (!/^(file|data):/.test(request.url())) found.push({ page, asks: request.url() });
});
for (page of pages) {
  await tab.goto(pathToFileURL(page).href);
  await tab.evaluate(axe);
  for (const [width, look] of [[360, "light"], [1400, "dark"], [1400, "print"]]) {
    await tab.setViewport({ width, height: 800 });
    await tab.emulateMediaType(look === "print" ? "print" : "screen");
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look === "dark" ? "dark" : "light" }]);
    const said = await tab.evaluate(() => window.axe.run(document));
    for (const each of said.violations)
      found.push({ page, width, look, rule: each.id, at: each.nodes.map((node) => node.html.slice(0, 120)) });
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (wide && look !== "print") found.push({ page, width, look, rule: "wider than the screen" });
  }
}
await browser.close();
console.log(JSON.stringify(found));
