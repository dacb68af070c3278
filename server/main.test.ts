import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { UserError } from "./errors.ts";
import { startServer } from "./main.ts";
import { openSqlite } from "./store/sqlite.ts";
import { caller, serve } from "./testing.ts";

async function dataFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, "data.sqlite");
}

test("a server names its addresses, on a free port of this machine", async () => {
  const { url, sahut, sarufi } = await serve();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(sahut.url).toBe(`${url}/v1`);
  expect(sarufi.url).toBe(`${url}/api/dev/v1`);
});

test("two servers share nothing", async () => {
  const [one, two] = [await serve(), await serve()];
  const path = `/conversations/${one.sahut.demo.conversationId}`;
  await caller(one.sahut.url, one.sahut.demo.key)("PATCH", path, { status: "snoozed" });
  const read = await caller(two.sahut.url, two.sahut.demo.key)("GET", path);
  expect(read.body).toMatchObject({ data: { status: "open" } });
});

test("a data file keeps what was written, and gets the demo data once", async () => {
  const data = await dataFile();
  const first = await startServer({ data });
  const { key, conversationId } = first.sahut.demo;
  await caller(first.sahut.url, key)("PATCH", `/conversations/${conversationId}`, {
    labels: ["x"],
  });
  await first.close();
  const second = await serve({ data });
  const list = await caller(second.sahut.url, key)("GET", "/conversations?per_page=1");
  expect(list.body).toMatchObject({
    data: [{ id: conversationId, labels: ["x"] }],
    meta: { total: 133 },
  });
});

test("a data file of a newer version is refused", async () => {
  const data = await dataFile();
  await (await startServer({ data })).close();
  const store = openSqlite(data);
  await store.run("UPDATE schema_versions SET version = 99 WHERE part = 'sahut'");
  await store.close();
  await expect(startServer({ data })).rejects.toThrow(
    /^The data has version 99 of the sahut tables; this server knows up to \d+\. Use a newer/,
  );
});

describe("a port in use", () => {
  test("is refused in a sentence that says what to do", async () => {
    const { url } = await serve();
    const port = Number(new URL(url).port);
    await expect(startServer({ port })).rejects.toThrow(
      new UserError(`Port ${port} on 127.0.0.1 is in use. Give another one with --port.`),
    );
  });

  test("leaves the data file free", async () => {
    const data = await dataFile();
    const { url } = await serve();
    const port = Number(new URL(url).port);
    await expect(startServer({ port, data })).rejects.toThrow(UserError);
    await serve({ data });
  });
});

describe("close", () => {
  test("finishes the request under way, and lets go of the port", async () => {
    const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
    const { promise: gate, resolve: leave } = Promise.withResolvers<void>();
    const server = await startServer({
      faults: {
        around: async (_, __, next) => {
          enter();
          await gate;
          await next();
        },
      },
    });
    const reply = caller(server.sahut.url, server.sahut.demo.key)("GET", "/conversations");
    await entered;
    const closed = server.close();
    leave();
    expect((await reply).status).toBe(200);
    await closed;
    const again = createServer().listen(Number(new URL(server.url).port), "127.0.0.1");
    await once(again, "listening");
    again.close();
  });

  test("does not wait for a connection that is merely kept alive", async () => {
    const server = await startServer();
    await caller(server.sahut.url, server.sahut.demo.key)("GET", "/conversations");
    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

test("a server prints nothing", async () => {
  const out = vi.spyOn(process.stdout, "write");
  const err = vi.spyOn(process.stderr, "write");
  const server = await startServer();
  await caller(server.sahut.url, server.sahut.demo.key)("GET", "/nowhere");
  await server.close();
  expect(out).not.toHaveBeenCalled();
  expect(err).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
