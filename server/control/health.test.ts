import { expect, test } from "vitest";
import { rateLimiter } from "../access/rate-limit.ts";
import { movableClock } from "../clock.ts";
import { openSqlite } from "../store/sqlite.ts";
import { takeTurns } from "../store/turns.ts";
import { failures } from "./failures.ts";
import { gate } from "./gate.ts";
import { health } from "./health.ts";
import { metrics } from "./metrics.ts";
import { openBench } from "./testing.ts";

test("a server that works is alive, and ready", async () => {
  const { control } = await openBench();
  for (const path of ["/healthz", "/readyz"]) {
    const reply = await control("GET", path);
    expect([path, reply.status, reply.body]).toEqual([path, 200, { status: "ok" }]);
  }
});

test("a server whose store is gone is alive, not ready, and still counts the rest", async () => {
  const store = openSqlite();
  const { read } = movableClock(() => new Date());
  const services = {
    store,
    clock: read,
    newId: () => "",
    allowOutbound: false,
    outbound: async () => ({ failure: "not in this test" }),
    wake: () => undefined,
    log: () => undefined,
  };
  const { getHealth, getReadiness, getMetrics } = health({
    services,
    clock: movableClock(read),
    agenda: {
      wake: () => undefined,
      advance: async () => undefined,
      caughtUp: async () => undefined,
      close: async () => undefined,
    },
    limiter: rateLimiter(store, read),
    data: {},
    failures: failures(),
    gate: gate(),
    metrics: metrics(services),
    turns: takeTurns(),
  });
  const call = { key: undefined, path: {}, query: {}, body: undefined };
  expect((await getReadiness(call)).status).toBe(200);
  await store.close();
  expect((await getHealth(call)).status).toBe(200);
  expect(await getReadiness(call)).toEqual({
    status: 503,
    body: { message: "The store does not answer" },
  });
  expect(await getMetrics(call)).toMatchObject({
    text: expect.stringMatching(/^concordat_chat_sessions_live Nan$/m),
  });
});
