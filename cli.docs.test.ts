import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { describeInBrowser } from "./html/testing.ts";

/** An operation, as a reader of the docs finds it. */
interface Shown {
  readonly operationId: string;
  readonly summary: string;
  readonly tag: string;
}

// A reference is large, and every operation of every one is visited.
vi.setConfig({ testTimeout: 60_000 });

const root = import.meta.dirname;
const parts = [
  "cli.ts",
  "flags.ts",
  "package.json",
  ".redocly.env",
  "openapi",
  "html",
  "conformance",
  "server",
];

let home: string;
let site: string;
let apis: string[];
/** Those that something is required of. */
let promised: string[];
let said: string;
let origin: string;
let server: ReturnType<typeof startServer>;

beforeAll(async () => {
  // In a copy, so that what is built in the checkout itself stays as it is.
  home = await mkdtemp(join(tmpdir(), "concordat-docs-"));
  for (const part of parts) await cp(join(root, part), join(home, part), { recursive: true });
  const notBuilt = (path: string) => !path.endsWith(join("generated", "docs"));
  await cp(join(root, "generated"), join(home, "generated"), { recursive: true, filter: notBuilt });
  await symlink(join(root, "node_modules"), join(home, "node_modules"));
  site = join(home, "generated/docs");
  const command = promisify(execFile)(process.execPath, ["cli.ts", "docs"], { cwd: home });
  said = (await command).stdout;
  const entries = await readdir(site, { withFileTypes: true });
  apis = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  promised = apis.filter((api) => existsSync(join(root, "openapi", api, "requirements.yaml")));
  server = startServer();
  for await (const line of createInterface(server.stdout)) {
    const [, address] = /^Docs +(http:\S+)$/.exec(line) ?? [];
    if (address === undefined) continue;
    origin = address;
    break;
  }
}, 60_000);

afterAll(async () => {
  const ended = once(server, "close");
  server.kill();
  await ended;
  await rm(home, { recursive: true });
});

const startServer = () =>
  spawn(process.execPath, ["cli.ts", "serve", "--port", "0"], {
    cwd: home,
    stdio: ["ignore", "pipe", "inherit"],
  });

test("docs says what it has built, and how to see it", async () => {
  expect(said).toMatch(/^generated\/docs\/index\.html +\d+ KiB$/m);
  for (const api of promised) expect(said).toContain(`generated/docs/${api}/requirements.html `);
  expect(said).toContain(`Open ${site}/index.html in a browser`);
});

for (const [how, base] of [
  ["as files", () => `${pathToFileURL(site)}/`],
  ["on the reference server", () => origin],
] as const) {
  describeInBrowser(`the docs ${how}`, (open) => {
    test("find a field by Redoc's search", async () => {
      const page = await open(`${base()}sahut/index.html`);
      await page.getByTestId("search-trigger").click();
      await page.keyboard.type("template_id");
      await page.getByText("request fields").first().click();
      await page.waitForURL(/#\/messages\/sendmessage.*template_id$/);
    });

    test("lead from a requirement to its operations in the reference", async () => {
      for (const api of promised) {
        const page = await open(`${base()}${api}/requirements.html`);
        const [operation] = await operationsOf(api);
        const { operationId = "", summary = "" } = operation ?? {};
        await page.getByRole("link", { name: operationId, exact: true }).first().click();
        await page.waitForURL(`**/${api}/index.html#**`);
        await sectionOf(page, summary);
      }
    });
  });
}

describeInBrowser("the pages of the docs", (open) => {
  const base = () => `${pathToFileURL(site)}/`;

  test("lead from the first page to every operation in the references", async () => {
    const first = await open(`${base()}index.html`);
    const links = await hrefsOf(first, ".operations a");
    const found: string[] = [];
    for (const api of apis) {
      const reference = await open(`${base()}${api}/index.html`);
      for (const operation of await operationsOf(api)) {
        found.push(`${api}/index.html${await follow(reference, operation)}`);
      }
    }
    expect(links.sort()).toEqual(found.sort());
  });

  test("show the operation that an address names", async () => {
    for (const api of apis) {
      const first = await open(`${base()}index.html`);
      const [operation] = await operationsOf(api);
      await first.locator(`[aria-labelledby=api-${api}] .operations a`).first().click();
      await first.waitForURL(new RegExp(`/${operation?.operationId.toLowerCase()}$`));
      await sectionOf(first, String(operation?.summary));
    }
  });

  test("lead from a reference to the requirements, the contract, and back", async () => {
    for (const api of promised) {
      const page = await open(`${base()}${api}/index.html`);
      await page.getByRole("link", { name: /^All \d+$/ }).click();
      await page.waitForURL(`**/${api}/requirements.html`);
      await page.goBack();
      expect(await page.getByRole("link", { name: "one file" }).getAttribute("href")).toBe(
        "openapi.json",
      );
      await page.getByAltText("All APIs").click();
      await page.waitForURL("**/index.html");
      expect(await page.title()).toBe("Concordat: API documentation");
    }
  });

  test("show in one table what the reference server does at silent points", async () => {
    for (const api of promised) {
      const page = await open(`${base()}${api}/requirements.html`);
      const all = await page.locator("dt", { hasText: "The reference server" }).count();
      await page.getByRole("link", { name: "Decisions" }).click();
      await page.waitForURL(`**/${api}/decisions.html`);
      expect(await page.locator(".decisions tbody tr").count()).toBe(all);
      const [row] = await page.locator(".decisions tbody tr").all();
      const id = await row?.getAttribute("id");
      await row?.getByRole("link").first().click();
      await page.waitForURL(`**/${api}/requirements.html#open=${encodeURIComponent(String(id))}`);
    }
  });

  test("filter requirements by level, standing, operation and text", async () => {
    for (const api of promised) {
      const page = await open(`${base()}${api}/requirements.html`);
      const all = await page.locator(".row").count();
      const shown = () => page.locator(".row:visible");
      const told = () => page.locator("#shown").textContent();
      expect(await told()).toBe(`${all} of ${all} requirements`);

      await page.locator(".chip input[value=should]").check({ force: true });
      const should = await page.locator(".row[data-level=should]").count();
      expect([await shown().count(), await told()]).toEqual([
        should,
        `${should} of ${all} requirements`,
      ]);
      await page.getByRole("button", { name: "Show all" }).click();

      await page.locator(".chip input[value=checked]").check({ force: true });
      expect(await shown().count()).toBe(
        all -
          (await page.locator(".row[data-standing=excluded], .row[data-standing=open]").count()),
      );
      await page.getByRole("button", { name: "Show all" }).click();

      const [operation] = await operationsOf(api);
      const name = String(operation?.operationId);
      await page.getByLabel("Operation").selectOption(name);
      expect(await shown().count()).toBe(
        await page.locator(`.row[data-operations~=${name}]`).count(),
      );
      await page.getByRole("button", { name: "Show all" }).click();

      const id = String(await page.locator(".row").last().getAttribute("id"));
      await page.getByRole("searchbox").fill(id);
      expect(await shown().last().getAttribute("id")).toBe(id);
      expect(await shown().count()).toBeLessThan(all);
      await page.getByRole("searchbox").fill("nothing that any of them says");
      expect(await shown().count()).toBe(0);
    }
  });

  test("open the requirement that an address names", async () => {
    const page = await open(`${base()}${promised[0]}/requirements.html`);
    const link = page.locator(".row .id").last();
    await link.click();
    // The page hears of its new address once the click is over.
    await expect
      .poll(() => page.evaluate("document.activeElement.id"))
      .toBe(await link.textContent());
  });

  test("fit a telephone without scrolling sideways", async () => {
    const narrow = { viewport: { width: 390, height: 800 } };
    const references = apis.map((api) => `${api}/index.html`);
    const requirements = promised.flatMap((api) => [
      `${api}/requirements.html`,
      `${api}/decisions.html`,
    ]);
    for (const path of ["index.html", ...references, ...requirements]) {
      const page = await open(`${base()}${path}`, narrow);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect([path, width]).toEqual([path, 390]);
    }
  });
});

/** Clicks an operation in the sidebar, and gives the part of the address that it leads to. */
async function follow(page: Page, { operationId, summary, tag }: Shown): Promise<string> {
  const menu = page.locator("[data-component-name='Menu/Menu']").first();
  const item = menu.getByText(summary, { exact: true });
  if (!(await item.isVisible())) await menu.getByText(tag, { exact: true }).click();
  // While it still scrolls to the last one, Redoc may put that one's address back: click again.
  const hash = async () => {
    await item.click();
    return new URL(page.url()).hash;
  };
  await expect.poll(hash, { timeout: 20_000 }).toMatch(new RegExp(`/${operationId}$`, "i"));
  await sectionOf(page, summary);
  return new URL(page.url()).hash;
}

/** Waits until the heading of the section that the address leads to is what the reader sees: the last ones stand low. */
async function sectionOf(page: Page, heading: string): Promise<void> {
  const id = new URL(page.url()).hash.slice(1);
  const section = page.locator(`[data-section-id="${id}"]`);
  const title = section.getByRole("heading").getByText(heading, { exact: true });
  await title.waitFor();
  const inView = async () => {
    const y = (await title.boundingBox())?.y ?? Number.NaN;
    return y >= 0 && y < (page.viewportSize()?.height ?? 0) * 0.75;
  };
  await expect.poll(inView, { timeout: 10_000 }).toBe(true);
}

async function hrefsOf(page: Page, selector: string): Promise<string[]> {
  const links = await page.locator(selector).all();
  return Promise.all(links.map(async (link) => String(await link.getAttribute("href"))));
}

async function operationsOf(api: string): Promise<Shown[]> {
  // as: the contract is linted; each of its operations has all three.
  const { paths } = JSON.parse(await readFile(join(site, api, "openapi.json"), "utf8")) as {
    paths: Record<
      string,
      Record<string, { operationId?: string; summary: string; tags: string[] }>
    >;
  };
  return Object.values(paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ operationId, summary, tags }) =>
      operationId === undefined ? [] : [{ operationId, summary, tag: String(tags?.[0]) }],
    );
}
