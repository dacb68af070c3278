import { expect, test } from "vitest";
import { movableClock, timestamp } from "./clock.ts";

test("a timestamp is UTC and drops what is below a second", () => {
  expect(timestamp(new Date("2024-03-15T10:30:00.999+02:00"))).toBe("2024-03-15T08:30:00Z");
});

test("a movable clock is ahead of its base by what it has been put forward", () => {
  const clock = movableClock(() => new Date("2024-03-15T08:30:00Z"));
  clock.advance(60_000);
  clock.advance(1_000);
  expect(clock.read()).toEqual(new Date("2024-03-15T08:31:01Z"));
  expect(clock.ahead()).toBe(61_000);
  clock.reset();
  expect(clock.read()).toEqual(new Date("2024-03-15T08:30:00Z"));
});
