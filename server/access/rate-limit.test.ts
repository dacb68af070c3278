import { expect, test } from "vitest";
import { testStore } from "../store/testing/store.ts";
import { testClock } from "../testing.ts";
import { rateLimiter } from "./rate-limit.ts";
import { rateLimitTables } from "./windows.ts";

async function rateLimit(clock = testClock()) {
  return rateLimiter(await testStore(rateLimitTables), clock).limit;
}

const quota = { bucket: "key_1", requests: 2, seconds: 60 };

test("a bucket takes its requests and refuses the next", async () => {
  const limit = await rateLimit();
  await limit(quota);
  await limit(quota);
  await expect(limit(quota)).rejects.toMatchObject({ kind: "rate-limited" });
});

test("the window starts with the first request, and is over after its seconds", async () => {
  const clock = testClock("2026-04-02T12:00:42.000Z");
  const limit = await rateLimit(clock);
  await limit(quota);
  clock.advance(59_999);
  await limit(quota);
  await expect(limit(quota)).rejects.toThrow();
  clock.advance(1);
  await limit(quota);
});

test.each([
  [0, "60"],
  [1, "60"],
  [1_000, "59"],
  [59_001, "1"],
  [59_999, "1"],
])("after %i ms Retry-After is %s: whole seconds, and enough of them", async (passed, wait) => {
  const clock = testClock();
  const limit = await rateLimit(clock);
  await limit(quota);
  await limit(quota);
  clock.advance(passed);
  await expect(limit(quota)).rejects.toMatchObject({ headers: { "Retry-After": wait } });
});

test("refused requests do not make the wait longer", async () => {
  const clock = testClock();
  const limit = await rateLimit(clock);
  for (let sent = 0; sent < 10; sent += 1) await limit(quota).catch(() => undefined);
  clock.advance(60_000);
  await limit(quota);
});

test("buckets do not share", async () => {
  const limit = await rateLimit();
  await limit(quota);
  await limit(quota);
  await limit({ ...quota, bucket: "key_2" });
});

test("a clock that is set back starts a new window", async () => {
  const clock = testClock();
  const limit = await rateLimit(clock);
  await limit(quota);
  await limit(quota);
  clock.advance(-3_600_000);
  await limit(quota);
});
