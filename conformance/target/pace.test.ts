import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type VirtualClock, virtualClock } from "../testing/clock.ts";
import { type Limit, type Pacer, pacerAt, pacerWithin } from "./pace.ts";

/** Sends requests of one method, each answered after so many milliseconds, and gives the moments at which they left. */
async function sendAll(
  pacer: Pacer,
  clock: VirtualClock,
  times: number,
  { method = "GET", answerMs = 0 } = {},
): Promise<readonly number[]> {
  const left: number[] = [];
  for (let sent = 0; sent < times; sent += 1) {
    const answered = await pacer.turn(method);
    left.push(clock.now().getTime());
    clock.advance(answerMs);
    answered();
  }
  return left;
}

describe("a rate", () => {
  test("spaces requests evenly, the first without a wait", async () => {
    const clock = virtualClock();
    await sendAll(pacerAt(4, clock), clock, 4);
    expect(clock.slept).toEqual([250, 250, 250]);
  });

  test("does not wait again for time that has passed", async () => {
    const clock = virtualClock();
    const pacer = pacerAt(4, clock);
    await sendAll(pacer, clock, 1, { answerMs: 100 });
    await sendAll(pacer, clock, 1, { answerMs: 10_000 });
    await sendAll(pacer, clock, 1);
    expect(clock.slept).toEqual([150]);
  });

  test("below one a second is kept, too", async () => {
    const clock = virtualClock();
    await sendAll(pacerAt(0.5, clock), clock, 2);
    expect(clock.slept).toEqual([2000]);
  });

  test("without an end waits for nothing, and neither does none at all", async () => {
    const clock = virtualClock();
    await sendAll(pacerAt(Number.POSITIVE_INFINITY, clock), clock, 3);
    await sendAll(pacerWithin([], clock), clock, 3);
    expect(clock.slept).toEqual([]);
  });

  test("is kept whatever happens in between", async () => {
    const gaps = fc.array(fc.nat(1000), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 50 }), gaps, async (rate, passing) => {
        const clock = virtualClock();
        const pacer = pacerAt(rate, clock);
        const times: number[] = [];
        for (const gap of passing) {
          clock.advance(gap);
          times.push(...(await sendAll(pacer, clock, 1)));
        }
        // A clock in whole milliseconds may be short of one at either end.
        for (const [i, first] of times.entries())
          for (const [more, time] of times.slice(i).entries())
            expect(time - first).toBeGreaterThan((more * 1000) / rate - 2);
      }),
    );
  });
});

describe("limits", () => {
  const minute: Limit = { of: "requests", requests: 60, seconds: 60 };
  const eachKind: readonly Limit[] = [
    { of: "reads", requests: 1, seconds: 1 },
    { of: "writes", requests: 1, seconds: 2 },
  ];

  test("are spread over their time", async () => {
    const clock = virtualClock();
    await sendAll(pacerWithin([minute], clock), clock, 4);
    expect(clock.slept).toEqual([1000, 1000, 1000]);
  });

  test("of reads and writes hold each for its kind, and do not wait for each other", async () => {
    const clock = virtualClock();
    const pacer = pacerWithin(eachKind, clock);
    for (const method of ["POST", "GET", "PATCH", "GET", "DELETE"])
      await sendAll(pacer, clock, 1, { method });
    expect(clock.slept).toEqual([2000, 2000]);
  });

  test("are kept where requests arrive, however long they and their answers travel", async () => {
    const travels = fc.array(fc.tuple(fc.nat(3000), fc.nat(3000)), {
      minLength: 1,
      maxLength: 40,
    });
    const limit = fc.record({
      of: fc.constant("requests" as const),
      requests: fc.integer({ min: 1, max: 8 }),
      seconds: fc.integer({ min: 1, max: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(limit, travels, async (given, journeys) => {
        const clock = virtualClock();
        const pacer = pacerWithin([given], clock);
        const arrived: number[] = [];
        for (const [there, back] of journeys) {
          const answered = await pacer.turn("GET");
          clock.advance(there);
          arrived.push(clock.now().getTime());
          clock.advance(back);
          answered();
        }
        for (const [i, time] of arrived.entries()) {
          const tooMany = arrived[i + given.requests] ?? Number.POSITIVE_INFINITY;
          expect(tooMany - time).toBeGreaterThan(given.seconds * 1000 - 1);
        }
      }),
    );
  });

  test("count what did not wait", async () => {
    const clock = virtualClock();
    const pacer = pacerWithin([minute], clock);
    pacer.count("GET");
    await sendAll(pacer, clock, 1);
    expect(clock.slept).toEqual([1000]);
  });
});

describe("a 429", () => {
  test("is waited out, and doubles the distance each time, up to four seconds", async () => {
    const clock = virtualClock();
    const pacer = pacerAt(1, clock);
    for (let refused = 0; refused < 4; refused += 1) {
      await sendAll(pacer, clock, 2);
      pacer.slowDown("GET", 30_000);
    }
    const waits = [1000, 30_000, 2000, 30_000, 4000, 30_000, 4000];
    expect(clock.slept).toEqual(waits);
  });

  test("leads to a tenth of a second where there was no pace", async () => {
    const clock = virtualClock();
    const pacer = pacerWithin([], clock);
    pacer.slowDown("GET", 0);
    await sendAll(pacer, clock, 3);
    expect(clock.slept).toEqual([100, 100]);
  });

  test("makes no pace faster that is slower already", async () => {
    const clock = virtualClock();
    const pacer = pacerAt(0.1, clock);
    pacer.slowDown("GET", 0);
    await sendAll(pacer, clock, 2);
    expect(clock.slept).toEqual([10_000]);
  });
});
