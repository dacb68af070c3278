import { expect, test } from "vitest";
import { leftoversOf } from "./leftovers.ts";
import { runSuite } from "./run.ts";
import { systemClock } from "./target/wire.ts";
import { reference } from "./testing/reference.ts";

test.each([1, 4, 9, 23, 60, 150])(
  "a budget of %i requests is never exceeded, and nothing is left open for it",
  async (maxRequests) => {
    for (const target of await reference()) {
      const { exchanges } = await runSuite(target.suite, {
        ...target,
        clock: systemClock,
        maxRequests,
        confirm: true,
      });
      expect(exchanges.length).toBeLessThanOrEqual(maxRequests);
      expect(exchanges.length).toBeGreaterThan(maxRequests * 0.7);
      const left = leftoversOf(target.suite, exchanges);
      expect(left.filter(({ rest }) => rest !== undefined)).toEqual([]);
    }
  },
);
