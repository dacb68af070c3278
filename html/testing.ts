import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";

const executablePath = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => existsSync(path));

/** Without its own errands, so that every request is the page's. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens an address in a page of its own, which is closed once the test is over. */
export type Open = (address: string, options?: BrowserContextOptions) => Promise<Page>;

/**
 * Tests in a headless Chromium; skipped, with a word about it, where none is installed. After each of them nothing
 * may have been logged or thrown on a page, no request may have failed, and none may have gone anywhere but to this
 * machine: a file, the page itself, or a server on 127.0.0.1.
 *
 * @example
 * describeInBrowser("the report in a browser", (open) => {
 *   it("has a title", async () => expect(await (await open(address)).title()).toBe("Report"));
 * });
 */
export function describeInBrowser(name: string, tests: (open: Open) => void): void {
  if (executablePath === undefined) console.warn(`Not run, since no Chromium is found: ${name}`);
  describe.skipIf(executablePath === undefined)(name, () => {
    let browser: Browser | undefined;
    let pages: Page[] = [];
    let complaints: string[] = [];

    beforeAll(async () => {
      browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
    });
    afterAll(async () => browser?.close());
    afterEach(async () => {
      const heard = complaints;
      await Promise.all(pages.map((page) => page.context().close()));
      pages = [];
      complaints = [];
      expect(heard).toEqual([]);
    });

    tests(async (address, options = {}) => {
      if (browser === undefined) throw new Error("A page is opened in a test, not outside of one");
      const page = await (await browser.newContext(options)).newPage();
      pages.push(page);
      listen(page, complaints);
      await page.goto(address);
      return page;
    });
  });
}

function listen(page: Page, complaints: string[]): void {
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(file|data|blob):|^http:\/\/127\.0\.0\.1:/.test(url)) complaints.push(`asks ${url}`);
  });
  page.on("requestfailed", (request) => {
    complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on("console", (message) => {
    // A library may say its name and version.
    if (message.type() !== "info") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
}
