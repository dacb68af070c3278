import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { startServer } from "../main.ts";
import { type Answer, hang, receiver, status } from "../outbound/testing/receiver.ts";
import { borrowDatabase } from "../store/testing/databases.ts";
import { caller, testClock } from "../testing.ts";
import { bench } from "./testing/bench.ts";
import { happen, inbox, subscribe } from "./testing/hooks.ts";

/** A store that outlives a server: a file, or a database. */
async function lasting() {
  const cluster = inject("postgres");
  if (cluster === undefined) {
    const folder = await mkdtemp(join(tmpdir(), "concordat-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    return { data: join(folder, "data.sqlite") };
  }
  const { url, giveBack } = await borrowDatabase(cluster);
  onTestFinished(giveBack);
  return { databaseUrl: url };
}

/** Answers when it is told to. */
function gated() {
  const { promise, resolve: open } = Promise.withResolvers<void>();
  const answer: Answer = (response) => void promise.then(() => response.writeHead(204).end());
  return { answer, open };
}

test("a restart loses no retry, and sends the same bytes", async () => {
  const store = await lasting();
  const codes = [500, 204];
  const heard = await receiver((response) => response.writeHead(codes.shift() ?? 404).end());
  const clock = testClock();
  const options = { clock, ...store, allowPrivate: true, log: () => undefined };
  const first = await startServer(options);
  const call = caller(first.sahut.url, first.sahut.demo.key);
  await subscribe(call, heard.url);
  await happen(call);
  await first.caughtUp();
  await first.close();
  clock.advance(5_000);
  const second = await inbox(options);
  await second.caughtUp();
  await second.advance(3_600_000);
  expect(heard.arrivals).toHaveLength(2);
  expect(heard.arrivals[1]?.body).toBe(heard.arrivals[0]?.body);
});

test("closing lets the delivery under way finish, and leaves the rest for afterwards", async () => {
  const { answer, open } = gated();
  const { receiver: heard, due, another, clock, store, tell, left } = await bench(answer);
  for (let count = 0; count < 3; count += 1) await tell();
  due.wake();
  await heard.arrived(1);
  const closed = due.close();
  open();
  await closed;
  expect(heard.arrivals).toHaveLength(1);
  expect(await left()).toHaveLength(2);
  expect(await store.all("SELECT webhook_id FROM sahut_webhook_turns")).toEqual([]);
  const next = another();
  await next.run(clock.read());
  await next.underWay?.();
  expect(heard.arrivals).toHaveLength(3);
});

describe("several servers on one store", () => {
  test("send each delivery once", async () => {
    const { receiver: heard, due, another, clock, tell, left } = await bench(status(204));
    for (let count = 0; count < 10; count += 1) await tell();
    const others = [another(), another(), another()];
    await Promise.all([due.caughtUp(), ...others.map((work) => work.run(clock.read()))]);
    await Promise.all(others.map((work) => work.underWay?.()));
    await due.caughtUp();
    expect(await left()).toEqual([]);
    expect(heard.arrivals).toHaveLength(10);
    await due.close();
  });

  test("send to one webhook one after the other", async () => {
    const { answer, open } = gated();
    const { receiver: heard, due, another, clock, tell } = await bench(answer);
    await tell();
    await tell();
    due.wake();
    await heard.arrived(1);
    const other = another();
    const next = await other.next();
    expect(next?.getTime()).toBeGreaterThan(clock.read().getTime());
    await other.run(clock.read());
    await other.underWay?.();
    expect(heard.arrivals).toHaveLength(1);
    open();
    await due.caughtUp();
    expect(heard.arrivals).toHaveLength(2);
    await due.close();
  });

  test("take over from one that died while it was sending, 30 s later", async () => {
    const { receiver: heard, seconds, due, store, tell } = await bench(status(204));
    await tell();
    // What is left of it.
    await store.run("INSERT INTO sahut_webhook_turns VALUES ('wh_1', '2026-04-02T12:00:30.000Z')");
    await due.advance(29_999);
    expect(heard.arrivals).toEqual([]);
    await due.advance(1);
    expect(seconds).toEqual([30]);
    expect(await store.all("SELECT webhook_id FROM sahut_webhook_turns")).toEqual([]);
    await due.close();
  });

  test("give up a webhook whose turn another one has taken over", async () => {
    const { receiver: heard, due, store, tell, left } = await bench(hang, { timeoutMs: 50 });
    await tell();
    await tell();
    due.wake();
    await heard.arrived(1);
    await store.run("UPDATE sahut_webhook_turns SET until = '2026-04-02T13:00:00.000Z'");
    await due.caughtUp();
    expect(heard.arrivals).toHaveLength(1);
    expect((await left()).map(({ attempts }) => attempts)).toEqual([1, 0]);
    await due.close();
  });
});
