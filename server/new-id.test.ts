import { expect, test } from "vitest";
import { idMaker } from "./new-id.ts";
import { testClock } from "./testing.ts";

test("ids are ULIDs, each another one, and in their order", () => {
  const clock = testClock();
  const newId = idMaker(clock);
  const ids = Array.from({ length: 3_000 }, () => {
    clock.advance(1);
    return newId();
  });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

test("ids of the same millisecond come in their order, too", () => {
  const newId = idMaker(testClock());
  const ids = Array.from({ length: 100 }, () => newId());
  expect(ids.toSorted()).toEqual(ids);
});

test("two makers make different ids", () => {
  const clock = testClock();
  expect(idMaker(clock)()).not.toBe(idMaker(clock)());
});
