import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Level, Outcome, OutcomeName, Requirement, Verdict } from "./model.ts";
import { countsOf, type Judged, verdictOn } from "./verdict.ts";

const untestable = (fixture: string): Outcome => ({
  name: "untestable",
  obstacle: { kind: "fixture", fixture, reason: "" },
});
const outcomes = {
  passed: { name: "passed" },
  inapplicable: { name: "inapplicable", reason: "" },
  "optional fixture missing": untestable("team_id"),
  "essential fixture missing": untestable("contact_id"),
  "control failed": { name: "untestable", obstacle: { kind: "control", reason: "" } },
  "run ended": { name: "untestable", obstacle: { kind: "run", reason: "" } },
  error: { name: "error", reason: "" },
  failed: { name: "failed", findings: [] },
} satisfies Record<string, Outcome>;

const judged = (outcome: Outcome, level: Level = "must"): Judged => {
  const source = { section: "", url: "" };
  const requirement: Requirement = {
    id: "",
    statement: "",
    level,
    source,
    operations: [],
    needs: [],
  };
  return { requirement, outcome };
};
const verdict = (...all: Judged[]): Verdict => verdictOn(all, new Set(["contact_id"]));

describe("beside a must that passed, a must that", () => {
  const table: readonly (readonly [keyof typeof outcomes, Verdict])[] = [
    ["passed", "conformant"],
    ["inapplicable", "conformant"],
    ["optional fixture missing", "conformant"],
    ["essential fixture missing", "undetermined"],
    ["control failed", "undetermined"],
    ["run ended", "undetermined"],
    ["error", "undetermined"],
    ["failed", "nonconformant"],
  ];
  test.each(table)("is «%s» makes a target %s", (name, wanted) => {
    expect(verdict(judged(outcomes.passed), judged(outcomes[name]))).toBe(wanted);
  });
});

test.each(["should", "observe"] as const)(
  "a %s changes no verdict, whatever became of it",
  (level) => {
    for (const outcome of Object.values(outcomes)) {
      expect(verdict(judged(outcomes.passed), judged(outcome, level))).toBe("conformant");
      expect(verdict(judged(outcome, level))).toBe("undetermined");
    }
  },
);

test("nothing judged is undetermined", () => {
  expect(verdict()).toBe("undetermined");
});

/** From best to worst. */
const ranks: readonly Outcome[] = Object.values(outcomes);
const verdicts: readonly Verdict[] = ["nonconformant", "undetermined", "conformant"];
const level = fc.constantFrom<Level>("must", "should", "observe");
const rank = fc.nat({ max: ranks.length - 1 });
const of = (pairs: readonly (readonly [number, Level])[]): Verdict =>
  verdict(...pairs.map(([place, at]) => judged(ranks[place] ?? outcomes.error, at)));

test("an outcome made worse never makes the verdict better", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rank, level)), rank, rank, level, (others, a, b, at) => {
      const better = verdicts.indexOf(of([...others, [Math.min(a, b), at]]));
      const worse = verdicts.indexOf(of([...others, [Math.max(a, b), at]]));
      expect(worse).toBeLessThanOrEqual(better);
    }),
  );
});

test("a target is never conformant without a must that passed", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rank, level)), (pairs) => {
      const seen = pairs.some(([place, at]) => place === 0 && at === "must");
      if (!seen) expect(of(pairs)).not.toBe("conformant");
    }),
  );
});

test("a target is never better than nonconformant with a must that failed", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rank, level)), (pairs) => {
      expect(of([...pairs, [ranks.length - 1, "must"]])).toBe("nonconformant");
    }),
  );
});

test("outcomes are counted by name, those that did not occur as 0", () => {
  const none: Record<OutcomeName, number> = {
    passed: 0,
    failed: 0,
    inapplicable: 0,
    untestable: 0,
    error: 0,
  };
  expect(countsOf([])).toEqual(none);
  expect(countsOf(ranks)).toEqual({
    passed: 1,
    failed: 1,
    inapplicable: 1,
    untestable: 4,
    error: 1,
  });
});
