import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { describeInBrowser } from "../../html/testing.ts";
import { htmlReport } from "./html.ts";
import { sampleReport } from "./sample.ts";

describeInBrowser("the HTML report in a browser", (open) => {
  let folder: string;
  let address: string;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "report-"));
    const file = join(folder, "report.html");
    await writeFile(file, htmlReport(sampleReport()));
    address = pathToFileURL(file).href;
  });

  afterAll(() => rm(folder, { recursive: true }));

  beforeEach(async () => {
    page = await open(address);
  });

  const rows = () => page.locator(".row:visible");
  const chip = (value: string) => page.locator(`.chip input[value=${value}]`);

  it("shows the verdicts and what failed, and folds what passed", async () => {
    expect(await page.locator(".verdict").allTextContents()).toEqual([
      "nonconformant",
      "conformant",
    ]);
    expect(await page.locator(".row.broken:visible").count()).toBe(2);
    expect(await page.locator(".group[open]").count()).toBeLessThan(
      await page.locator(".group").count(),
    );
  });

  it("filters by outcome, level, operation and text, and says how many are left", async () => {
    await chip("failed").check({ force: true });
    expect(await rows().count()).toBe(3);
    await chip("should").check({ force: true });
    expect(await rows().count()).toBe(1);
    expect(await page.locator("#shown").textContent()).toBe("1 of 15 promises");
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await page.locator("#shown").textContent()).toBe("15 of 15 promises");
    await page.getByLabel("Operation").selectOption("listMessages");
    expect(await rows().count()).toBe(2);
    await page.getByRole("searchbox").fill("NEWEST first");
    expect(await rows().count()).toBe(1);
    await page.getByRole("searchbox").fill("no such promise");
    expect(await page.locator(".nothing:visible").count()).toBe(2);
  });

  it("works by keyboard alone", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("overlap");
    expect(await rows().count()).toBe(1);
    await page.locator(".row:visible > summary").focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".row[open] .expected dd").textContent()).toContain(
      "no id of page 1",
    );
    await chip("passed").focus();
    await page.keyboard.press("Space");
    expect(await rows().count()).toBe(0);
  });

  it("keeps the view in the address, so that it can be shared", async () => {
    await chip("failed").check({ force: true });
    await page.getByRole("searchbox").fill("page 2");
    const shared = String(await page.evaluate("location.href"));
    expect(shared).toMatch(/#outcome=failed&text=page\+2$/);
    const other = await open(shared);
    expect(await other.locator(".row:visible").count()).toBe(1);
    expect(await other.locator(".chip input[value=failed]").isChecked()).toBe(true);
  });

  it("opens the promise that the address names", async () => {
    await page.goto(`${address}#open=sahut%2Fmessages%2Fnewest-first`);
    expect(await page.locator(".row[open]").getAttribute("id")).toBe("sahut/messages/newest-first");
    expect(await page.evaluate("document.activeElement.parentElement.id")).toBe(
      "sahut/messages/newest-first",
    );
    expect(await page.locator("#shown").textContent()).toBe("15 of 15 promises");
  });

  it("gives the command to copy exactly as it is", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const row = page.locator('[id="sahut/pagination/pages-do-not-overlap"]');
    await row.locator("summary").click();
    await row.getByRole("button", { name: "Copy" }).click();
    await row.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
      await row.locator(".curl pre").textContent(),
    );
  });

  it("leaves hostile content inert", async () => {
    await page.locator(".row.warning > summary").click();
    expect(await page.locator(".row.warning .exchange").first().isVisible()).toBe(true);
    expect(await page.evaluate("globalThis.hacked")).toBeUndefined();
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
  });

  it("has dark colours where they are wanted", async () => {
    const ground = "getComputedStyle(document.body).backgroundColor";
    await page.emulateMedia({ colorScheme: "light" });
    expect(await page.evaluate(ground)).toBe("rgb(245, 246, 248)");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await page.evaluate(ground)).toBe("rgb(17, 21, 27)");
  });

  it("fits a telephone without scrolling sideways", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  });

  it("prints what failed, opened", async () => {
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator(".row[open]").count()).toBe(3);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator(".row[open]").count()).toBe(0);
  });
});
