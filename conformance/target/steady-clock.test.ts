import { expect, test } from "vitest";
import { virtualClock } from "../testing/clock.ts";
import { exchangeOf } from "../testing/exchange.ts";
import { steadyClock } from "./steady-clock.ts";

const start = new Date("2026-04-02T12:00:00.000Z");

test("before the first answer it is the run's start, however long that takes", () => {
  const clock = virtualClock("2026-04-02T12:00:07.000Z");
  expect(steadyClock(start, [], clock).now()).toEqual(start);
});

test("then it is the time of the latest answer", () => {
  const exchanges = [
    exchangeOf({}, { startedAt: "2026-04-02T12:00:01.000Z", durationMs: 5 }),
    exchangeOf({}, { startedAt: "2026-04-02T12:00:02.000Z", durationMs: 12 }),
  ];
  const clock = steadyClock(start, exchanges, virtualClock());
  expect(clock.now().toISOString()).toBe("2026-04-02T12:00:02.012Z");
});

test("it sleeps as the clock below does", async () => {
  const clock = virtualClock();
  await steadyClock(start, [], clock).sleep(1500);
  expect(clock.slept).toEqual([1500]);
});
