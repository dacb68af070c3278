import { describe, expect, test } from "vitest";
import { Untestable } from "./obstacles.ts";
import { systemClock } from "./target/wire.ts";
import type { Target } from "./target.ts";
import { smallContract } from "./testing/contract.ts";
import { callOf } from "./testing/exchange.ts";
import { scriptedTarget } from "./testing/target.ts";

const silence = { failure: "no whole answer within 10 s" };

/** Sends a call so many times, each of which is answered, or is silence. */
async function sendTimes(target: Target, times: number): Promise<void> {
  for (let sent = 0; sent < times; sent += 1) await target.send(callOf());
}

describe("a read-only run", () => {
  test.each(["post", "put", "patch", "delete"])("sends no %s", async (method) => {
    const { contract } = smallContract({ method });
    const { target, sent } = scriptedTarget([{}], { contract, readOnly: true });
    await expect(target.send(callOf())).rejects.toThrow(
      `the second page: a read-only run sends no ${method.toUpperCase()}`,
    );
    expect(sent).toEqual([]);
  });

  test("sends no raw request that is not GET", async () => {
    const { target, sent } = scriptedTarget([{}], { readOnly: true });
    await expect(target.send(callOf({ raw: { method: "POST" } }))).rejects.toThrow("read-only");
    expect(sent).toEqual([]);
  });

  test("reads", async () => {
    const { target, sent } = scriptedTarget([{}], { readOnly: true });
    await target.send(callOf());
    expect(sent).toHaveLength(1);
  });
});

describe("a budget of requests", () => {
  test("is spent, and not exceeded", async () => {
    const { target, sent } = scriptedTarget([{}], { maxRequests: 3 });
    await sendTimes(target, 3);
    await expect(target.send(callOf())).rejects.toThrow(
      "the 3 requests of --max-requests are spent",
    );
    expect(sent).toHaveLength(3);
  });

  test("keeps back what it takes to put to rest what was made, and what a write may make", async () => {
    let open = 0;
    const options = { maxRequests: 4, keptBack: () => open };
    const { target, sent } = scriptedTarget([{}], options);
    await target.send(callOf());
    open = 1;
    await target.send(callOf());
    const write = callOf({ raw: { method: "POST" } });
    await expect(target.send(write)).rejects.toThrow("are spent");
    await target.send(callOf());
    await expect(target.send(callOf())).rejects.toThrow("are spent");
    await target.windUp(async () => void (await target.send(write)));
    await target.windUp(() => expect(target.send(write)).rejects.toThrow("are spent"));
    expect(sent).toHaveLength(4);
  });

  test("counts what is sent again", async () => {
    const { target, sent } = scriptedTarget([{ status: 503 }], { maxRequests: 1 });
    await expect(target.send(callOf())).rejects.toThrow("are spent");
    expect(sent).toHaveLength(1);
    expect(target.exchanges).toMatchObject([{ superseded: true, response: { status: 503 } }]);
  });
});

describe("an interruption", () => {
  const waiting = { ...systemClock, now: () => new Date(0) };

  test("ends a wait for the pace, and holds back what was to be sent", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { target, sent } = scriptedTarget([{}], {
      signal,
      clock: waiting,
      requestsPerSecond: 0.01,
    });
    await target.send(callOf());
    const second = target.send(callOf());
    controller.abort();
    await expect(second).rejects.toThrow("the run was interrupted");
    expect(sent).toHaveLength(1);
  });

  test("ends the wait that a 429 asks for, and any that a probe makes", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const limited = { status: 429, headers: { "retry-after": "60" } };
    const options = { signal, clock: waiting, onExchange: () => void setImmediate(press) };
    const press = () => controller.abort();
    const { target, sent } = scriptedTarget([limited], options);
    const sleep = target.clock.sleep(61_000);
    await expect(target.send(callOf())).rejects.toThrow("the run was interrupted");
    await sleep;
    expect(sent).toHaveLength(1);
  });

  test("holds back nothing that puts to rest", async () => {
    const { target, sent } = scriptedTarget([{}], { signal: AbortSignal.abort() });
    await target.windUp(async () => void (await target.send(callOf())));
    await expect(target.send(callOf())).rejects.toThrow("the run was interrupted");
    expect(sent).toHaveLength(1);
  });
});

test("a request that is meant to run into a limit waits for no documented one", async () => {
  const limits = [{ of: "requests", requests: 1, seconds: 60 }] as const;
  const { target, clock } = scriptedTarget([{}], { limits });
  const provoking = callOf({ provokesLimit: true, authorization: "Bearer {limited_key}" });
  for (let sent = 0; sent < 3; sent += 1) await target.send(provoking);
  expect(clock.slept).toEqual([]);
  await target.send(callOf({ provokesLimit: true }));
  await target.send(callOf());
  expect(clock.slept).toEqual([60_000]);
});

describe("a target that stops answering", () => {
  test("is left alone after three silences in a row", async () => {
    const { target, sent } = scriptedTarget([silence]);
    await sendTimes(target, 3);
    await expect(target.send(callOf())).rejects.toThrow("the target stopped answering");
    expect(sent).toHaveLength(3);
  });

  test("has not stopped when it answers in between", async () => {
    const { target } = scriptedTarget([silence, silence, { status: 500 }, silence, silence, {}]);
    await sendTimes(target, 6);
    expect(target.exchanges.filter(({ failure }) => failure !== undefined)).toHaveLength(4);
  });
});

test("what may not be sent is no fault of the target: its obstacle is the run", async () => {
  const { target } = scriptedTarget([{}], { maxRequests: 0 });
  const refusal = await target.send(callOf()).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Untestable);
  expect(refusal).toMatchObject({ obstacle: { kind: "run" } });
});
