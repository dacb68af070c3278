import { expect, test } from "vitest";
import { drawn, interleaved } from "./sample.ts";

const frame = Array.from({ length: 100 }, (_, place) => ({ id: `mutant-${place}` }));

test("a draw is the same with the same seed, in whatever order the frame comes", () => {
  expect(drawn(frame.toReversed(), 10, 1)).toEqual(drawn(frame, 10, 1));
});

test("a smaller draw is the beginning of a larger one, and another seed draws others", () => {
  expect(drawn(frame, 20, 1).slice(0, 5)).toEqual(drawn(frame, 5, 1));
  expect(drawn(frame, 20, 2)).not.toEqual(drawn(frame, 20, 1));
});

test("every beginning of what is interleaved has some of each list, as far as they go", () => {
  const mixed = interleaved([
    ["a", "a", "a", "a", "a", "a"],
    ["b", "b", "b"],
    ["c", "c"],
  ]);
  expect(mixed.slice(0, 6).filter((one) => one === "a")).toHaveLength(3);
  expect(new Set(mixed.slice(0, 6)).size).toBe(3);
  expect(interleaved([])).toEqual([]);
});
