import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { build } from "vite";
import { expect, onTestFinished, test } from "vitest";
import { tour } from "./tour.ts";
import { listen, tourServer } from "./tour-server.ts";

const seen = {
  walked: ["conv_1", "conv_2", "conv_3"],
  missing: "not_found",
  faulty: "Bad gateway",
  created: "conv_4",
  broken: 404,
  late: "TimeoutError",
  aborted: "AbortError",
};

test("a client works in Node", async () => {
  expect(await tour(await tourServer())).toEqual(seen);
});

const executablePath = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => existsSync(path));
if (executablePath === undefined) console.warn("Not run, since no Chromium is found: the client");

test.skipIf(executablePath === undefined)("a client works in a browser", async () => {
  const script = await bundled();
  const origin = await listen((request, response) => {
    const [type, body] =
      request.url === "/tour.js" ? ["text/javascript", script] : ["text/html", "<!doctype html>"];
    response.writeHead(200, { "Content-Type": type }).end(body);
  });
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(origin);
  const baseUrl = JSON.stringify(await tourServer());
  const outcome = page.evaluate(`import("/tour.js").then(({ tour }) => tour(${baseUrl}))`);
  expect(await outcome).toEqual(seen);
});

/** The tour and all that it imports as one module, as an application would be built. */
async function bundled(): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      lib: { entry: `${import.meta.dirname}/tour.ts`, formats: ["es"] },
    },
  });
  const chunks = [results].flat().flatMap((result) => ("output" in result ? result.output : []));
  const [code, ...others] = chunks.flatMap((chunk) => ("code" in chunk ? [chunk.code] : []));
  expect(others).toEqual([]);
  return String(code);
}
