import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Limits } from "./limits.ts";
import { caller, serve } from "./testing.ts";

/** A server that waits for nobody: what is too slow by default is so at once. */
const impatient: Partial<Limits> = { headersMs: 100, requestMs: 200, checkMs: 20 };

/** A connection on which a test writes what it likes. */
async function connection(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

/** All that comes back until the server closes the connection. */
async function answerTo(url: string, bytes: string): Promise<string> {
  const socket = await connection(url);
  socket.write(bytes);
  return text(socket);
}

describe("a request that comes too slowly is cut off with 408", () => {
  test.each([
    ["that never begins", ""],
    ["whose headers do not end", "GET /v1/conversations HTTP/1.1\r\nHost: a\r\n"],
    [
      "whose body does not end",
      "POST /v1/contacts HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer sk_live_demo_business\r\n" +
        'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"name":',
    ],
  ])("one %s", async (_, bytes) => {
    const { url } = await serve({ limits: impatient });
    expect(await answerTo(url, bytes)).toMatch(
      /^HTTP\/1.1 408 Request Timeout\r\nConnection: close/,
    );
  });

  test("but not one that comes in two parts", async () => {
    const { url, sahut } = await serve();
    const socket = await connection(url);
    socket.write("GET /v1/conversations?per_page=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n");
    socket.write(`Authorization: Bearer ${sahut.demo.key}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1.1 200 OK/);
  });
});

test("a connection on which nothing moves is closed", async () => {
  const { url } = await serve({ limits: { silenceMs: 50 } });
  expect(await answerTo(url, "")).toBe("");
});

test("connections above the limit are closed at once, and the others go on", async () => {
  const { url } = await serve({ limits: { connections: 1 } });
  const first = await connection(url);
  await once((await connection(url)).resume(), "close");
  first.end("GET /v1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  expect(await text(first)).toMatch(/^HTTP\/1.1 401/);
});

describe("a head that is too large is refused with 431", () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`X-${index}`, "a"]));

  test.each([
    ["a long address", `/conversations?q=${"a".repeat(16 * 1024)}`, {}],
    ["a long header", "/conversations", { "X-Long": "a".repeat(16 * 1024) }],
    ["more than a hundred headers", "/conversations", many(101)],
  ])("%s", async (_, path, headers) => {
    const { sahut } = await serve();
    const init = { headers: { Authorization: `Bearer ${sahut.demo.key}`, ...headers } };
    expect((await fetch(sahut.url + path, init)).status).toBe(431);
  });

  test.each([
    ["an address of 8 KiB", `/conversations?q=${"a".repeat(8 * 1024)}`, {}],
    ["ninety headers", "/conversations", many(90)],
  ])("%s is not", async (_, path, headers) => {
    const { sahut } = await serve();
    const reply = await caller(sahut.url, sahut.demo.key)("GET", path, undefined, headers);
    expect(reply.status).toBe(200);
  });
});

describe("a body that is nested", () => {
  const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  const attributes = (levels: number) =>
    `{"name":"Siti","custom_attributes":${nested(levels - 1)}}`;

  test.each([
    ["65 levels deep", attributes(65)],
    ["a hundred thousand levels deep", attributes(100_000)],
    ["in a million brackets that never close", "[".repeat(2 ** 20)],
  ])("%s is refused with 400", async (_, body) => {
    const { sahut } = await serve();
    const reply = await caller(sahut.url, sahut.demo.key)("POST", "/contacts", body);
    expect(reply.status).toBe(400);
  });

  test("64 levels deep is kept", async () => {
    const { sahut } = await serve();
    const reply = await caller(sahut.url, sahut.demo.key)("POST", "/contacts", attributes(64));
    expect(reply.status).toBe(201);
  });
});
