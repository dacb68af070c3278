import { describe, expect, test } from "vitest";
import { exitCodeOf } from "./exit-code.ts";
import type { Level, OutcomeName, Verdict } from "./model.ts";
import type { TargetReport } from "./report/report.ts";

const source = { section: "", url: "" };

/** A target with this verdict, one promise with this outcome, and perhaps an observation. */
function target(
  verdict: Verdict | null,
  outcome: OutcomeName = "passed",
  {
    level = "must",
    observed = null,
  }: { level?: Exclude<Level, "observe">; observed?: string | null } = {},
): TargetReport {
  const none = { passed: 0, failed: 0, inapplicable: 0, untestable: 0, error: 0 };
  return {
    api: "things",
    url: "http://127.0.0.1:4010",
    verdict,
    summary: "",
    requests: 1,
    counts: { ...none, [outcome]: 1 },
    missingFixtures: {},
    requirements: [
      { id: "a", level, statement: "", source, operations: [], outcome, findings: [] },
    ],
    reach: [],
    drift: { undocumented: [], unseen: [] },
    coverage: { percent: 0, asserted: 0, clauses: 0, operations: [] },
    observations: [{ id: "b", statement: "", source, observed }],
  };
}

const code = (targets: readonly TargetReport[], strict = false) =>
  exitCodeOf(
    {
      $schema: "",
      tool: { name: "concordat", version: "1" },
      startedAt: "2026-04-02T12:00:00.000Z",
      durationMs: 1,
      seed: 0,
      targets,
    },
    strict,
  );

test.each([
  ["conformant", "passed", 0],
  ["nonconformant", "failed", 1],
  ["undetermined", "untestable", 3],
] as const)("%s ends with its code", (verdict, outcome, wanted) => {
  expect(code([target(verdict, outcome)])).toBe(wanted);
});

const conformant = target("conformant");
const undetermined = target("undetermined", "error");
const nonconformant = target("nonconformant", "failed");

test.each([
  [[conformant, conformant], 0],
  [[conformant, undetermined], 3],
  [[undetermined, nonconformant], 1],
  [[nonconformant, conformant], 1],
  [[], 3],
] as const)("of several targets the worst counts", (targets, wanted) => {
  expect(code(targets)).toBe(wanted);
});

describe("a should that failed", () => {
  const warned = target("conformant", "failed", { level: "should" });

  test("is a warning", () => {
    expect(code([warned])).toBe(0);
  });

  test("is a failure when the check is strict", () => {
    expect(code([warned], true)).toBe(1);
    expect(code([conformant], true)).toBe(0);
    expect(code([undetermined], true)).toBe(3);
  });
});

describe("a run without a verdict", () => {
  test.each([
    ["passed", 0],
    ["failed", 1],
    ["untestable", 3],
    ["error", 3],
    ["inapplicable", 3],
  ] as const)("whose promise is %s ends with its code", (outcome, wanted) => {
    expect(code([target(null, outcome)])).toBe(wanted);
  });

  test("that observed something has seen something", () => {
    expect(code([target(null, "untestable", { observed: "answers 200" })])).toBe(0);
  });
});
