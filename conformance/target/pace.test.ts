import fc from "fast-check";
import { expect, test } from "vitest";
import { virtualClock } from "../testing/clock.ts";
import { pacer } from "./pace.ts";

test("requests are spaced evenly, the first without a wait", async () => {
  const clock = virtualClock();
  const pace = pacer(4, clock);
  for (let sent = 0; sent < 4; sent += 1) await pace();
  expect(clock.slept).toEqual([250, 250, 250]);
});

test("time that has passed is not waited for again", async () => {
  const clock = virtualClock();
  const pace = pacer(4, clock);
  await pace();
  clock.advance(100);
  await pace();
  clock.advance(10_000);
  await pace();
  expect(clock.slept).toEqual([150]);
});

test("a rate below one a second is kept, too", async () => {
  const clock = virtualClock();
  const pace = pacer(0.5, clock);
  await pace();
  await pace();
  expect(clock.slept).toEqual([2000]);
});

test("without a rate nothing waits", async () => {
  const clock = virtualClock();
  const pace = pacer(undefined, clock);
  for (let sent = 0; sent < 3; sent += 1) await pace();
  expect(clock.slept).toEqual([]);
});

test("whatever happens in between, no requests in a row are faster than the rate allows", async () => {
  const gaps = fc.array(fc.nat(1000), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 50 }), gaps, async (rate, passing) => {
      const clock = virtualClock();
      const pace = pacer(rate, clock);
      const times: number[] = [];
      for (const gap of passing) {
        clock.advance(gap);
        await pace();
        times.push(clock.now().getTime());
      }
      // A clock in whole milliseconds may be short of one at either end.
      for (const [i, first] of times.entries())
        for (const [more, time] of times.slice(i).entries())
          expect(time - first).toBeGreaterThan((more * 1000) / rate - 2);
    }),
  );
});
