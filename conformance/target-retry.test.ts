import { expect, test } from "vitest";
import { callOf } from "./testing/exchange.ts";
import { scriptedTarget } from "./testing/target.ts";

const limited = { status: 429, headers: { "retry-after": "30" } };

test("a 429 is waited out as told, and the call is sent again", async () => {
  const { target, clock, sent } = scriptedTarget([limited, { status: 200 }]);
  const exchange = await target.send(callOf());
  expect(exchange).toMatchObject({ number: 2, response: { status: 200 } });
  expect(exchange).not.toHaveProperty("superseded");
  expect(clock.slept).toEqual([30_000]);
  expect(sent[1]).toEqual(sent[0]);
});

test("a hindrance is recorded as superseded", async () => {
  const seen: (true | undefined)[] = [];
  const onExchange = ({ superseded }: { superseded?: true }) => void seen.push(superseded);
  const { target } = scriptedTarget([limited, {}], { onExchange });
  await target.send(callOf());
  expect(target.exchanges).toMatchObject([
    { number: 1, superseded: true, response: { status: 429 } },
    { number: 2, response: { status: 200 } },
  ]);
  expect(seen).toEqual([true, undefined]);
});

test("a 429 is waited out three times, and then no more is asked of the operation", async () => {
  const { target, clock, sent } = scriptedTarget([limited]);
  await expect(target.send(callOf())).rejects.toThrow("rate limit");
  expect(clock.slept).toEqual([30_000, 30_000, 30_000]);
  await expect(target.send(callOf())).rejects.toThrow("rate limit");
  expect(sent).toHaveLength(4);
});

test("a 429 that asks for more than a minute is not waited out", async () => {
  const { target, clock } = scriptedTarget([{ status: 429, headers: { "retry-after": "61" } }]);
  await expect(target.send(callOf())).rejects.toThrow("rate limit");
  expect(clock.slept).toEqual([]);
  expect(target.exchanges).toMatchObject([{ superseded: true }]);
});

test("the next call may wait again, and comes a little later", async () => {
  const { target, clock } = scriptedTarget([limited, {}, limited, {}]);
  await target.send(callOf());
  await target.send(callOf());
  expect(clock.slept).toEqual([30_000, 100, 30_000]);
});

test("a 429 to a call that provokes it is the answer", async () => {
  const { target, clock, sent } = scriptedTarget([limited]);
  const call = callOf({ provokesLimit: true });
  expect(await target.send(call)).toMatchObject({ response: { status: 429 } });
  expect(clock.slept).toEqual([]);
  expect(sent).toHaveLength(1);
});

test.each([502, 503, 504])("a %i is sent again after a second, once", async (status) => {
  const { target, clock, sent } = scriptedTarget([{ status }]);
  expect(await target.send(callOf())).toMatchObject({ number: 2, response: { status } });
  expect(clock.slept).toEqual([1000]);
  expect(sent).toHaveLength(2);
});

test("a 500 and silence are not sent again", async () => {
  const { target, sent } = scriptedTarget([{ status: 500 }, { failure: "ECONNRESET" }]);
  await target.send(callOf());
  await target.send(callOf());
  expect(sent).toHaveLength(2);
});

test("requests keep their pace, by the target's clock", async () => {
  const { target, clock } = scriptedTarget([{}], { requestsPerSecond: 2 });
  for (let sent = 0; sent < 3; sent += 1) await target.send(callOf());
  expect(clock.slept).toEqual([500, 500]);
});
