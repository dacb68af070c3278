import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import Koa from "koa";
import { describe, expect, onTestFinished, test } from "vitest";
import { docs } from "./docs.ts";
import { serve } from "./testing.ts";

const site = {
  "index.html": "<title>All APIs</title>",
  "sahut/index.html": "<title>Sahut</title>",
  "sahut/openapi.json": '{"openapi":"3.1.0"}',
  "sahut/.draft.html": "<title>Draft</title>",
};

/** A server with the site of these files, in a folder beside a file that is nobody's business. */
async function siteOf(files: Readonly<Record<string, string>>): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "concordat-"));
  await writeFile(join(home, "secret.html"), "secret");
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(home, "docs", path)), { recursive: true });
    await writeFile(join(home, "docs", path), content);
  }
  const app = new Koa().use(docs(join(home, "docs"))).use((ctx) => {
    ctx.status = 404;
    ctx.body = "nothing here";
  });
  const server = createServer(app.callback()).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.close().closeAllConnections();
    await rm(home, { recursive: true });
  });
  // as: a server that listens on a TCP port has an address and a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  ["/docs/", "<title>All APIs</title>", "text/html; charset=utf-8"],
  ["/docs/index.html?x=1", "<title>All APIs</title>", "text/html; charset=utf-8"],
  ["/docs/sahut/", "<title>Sahut</title>", "text/html; charset=utf-8"],
  ["/docs/sahut/openapi.json", '{"openapi":"3.1.0"}', "application/json; charset=utf-8"],
])("%s is answered with its file", async (path, body, type) => {
  const response = await fetch((await siteOf(site)) + path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(type);
  expect(await response.text()).toBe(body);
});

test.each([
  ["/docs", "/docs/"],
  ["/docs/sahut", "/docs/sahut/"],
])("%s leads to %s", async (path, location) => {
  const response = await fetch((await siteOf(site)) + path, { redirect: "manual" });
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe(location);
});

test("a page that the browser has already is not sent again", async () => {
  const address = `${await siteOf(site)}/docs/`;
  const etag = String((await fetch(address)).headers.get("etag"));
  const again = await fetch(address, {
    // As a browser does; `fetch` in Node would ask for a new copy otherwise.
    headers: { "if-none-match": etag, "cache-control": "max-age=0" },
  });
  expect(again.status).toBe(304);
});

test("HEAD gets the head alone", async () => {
  const response = await fetch(`${await siteOf(site)}/docs/`, { method: "HEAD" });
  expect(response.headers.get("content-length")).toBe(String(site["index.html"].length));
  expect(await response.text()).toBe("");
});

test.each([
  "/docs/nowhere.html",
  "/docs/sahut/.draft.html",
  "/docs/%ZZ",
  "/docs/%00",
  "/docsx",
  "/",
])("%s is left to what comes next", async (path) => {
  const response = await fetch((await siteOf(site)) + path);
  expect([response.status, await response.text()]).toEqual([404, "nothing here"]);
});

test("POST is left to what comes next", async () => {
  const response = await fetch(`${await siteOf(site)}/docs/`, { method: "POST" });
  expect(await response.text()).toBe("nothing here");
});

test.each([
  "/docs/../secret.html",
  "/docs/sahut/../../secret.html",
  "/docs/%2e%2e/secret.html",
  "/docs/..%2fsecret.html",
  "/docs/%2e%2e%2fsecret.html",
  "/docs/..%5csecret.html",
  "/docs//..//secret.html",
  "/docs/%2fetc/passwd",
  "/docs//etc/passwd",
])("nothing outside of the folder is found at %s", async (path) => {
  // Not by `fetch`, which would tidy the path up first.
  const { hostname, port } = new URL(await siteOf(site));
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 404 [\s\S]*\r\n\r\nnothing here$/);
});

describe("where nothing is built", () => {
  test.each(["/docs/", "/docs/sahut/index.html"])("%s says how to build it", async (path) => {
    const response = await fetch((await siteOf({})) + path);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toBe(
      "The docs are not built here: `npm run docs` builds them, in a checkout of the project.\n",
    );
  });
});

test("the reference server shows them without a key", async () => {
  const { url, docs } = await serve();
  expect(docs).toBe(`${url}/docs/`);
  const response = await fetch(docs);
  // Built or not, it is the docs that answer.
  expect(await response.text()).toMatch(/<title>Concordat|npm run docs/);
});
