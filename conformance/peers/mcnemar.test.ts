import fc from "fast-check";
import { expect, test } from "vitest";
import { mcnemar, paired } from "./mcnemar.ts";

test("counts what both, one and neither caught", () => {
  const pairs = [
    [true, true],
    [true, false],
    [true, false],
    [false, true],
    [false, false],
  ] as const;
  expect(paired(pairs)).toEqual({ both: 1, first: 2, second: 1, neither: 1 });
});

test.each([
  [0, 0, 1],
  [1, 1, 1],
  [5, 0, 2 / 32],
  [0, 10, 2 / 1024],
  [8, 2, (2 * (1 + 10 + 45)) / 1024],
])("of %i and %i the exact p is %f", (first, second, p) => {
  expect(mcnemar({ first, second })).toBeCloseTo(p, 12);
});

test("p is a probability, whichever tool comes first", () => {
  const count = fc.integer({ min: 0, max: 300 });
  fc.assert(
    fc.property(count, count, (first, second) => {
      const p = mcnemar({ first, second });
      expect(p).toBe(mcnemar({ first: second, second: first }));
      expect(p >= 0 && p <= 1).toBe(true);
    }),
  );
});
