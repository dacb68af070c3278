import fc from "fast-check";
import { expect, test } from "vitest";
import { type ExitCode, exitCodeOf } from "./exit-code.ts";
import type { Level, Outcome } from "./model.ts";
import { targetReport } from "./report/build.ts";
import type { Run } from "./run.ts";
import type { Judged } from "./verdict.ts";

const obstacle = { kind: "control", reason: "" } as const;

/** From best to worst. */
const outcomes: readonly Outcome[] = [
  { name: "passed" },
  { name: "inapplicable", reason: "" },
  { name: "untestable", obstacle: { kind: "fixture", fixture: "team_id", reason: "" } },
  { name: "untestable", obstacle },
  { name: "error", reason: "" },
  { name: "failed", findings: [] },
];
const codes: readonly ExitCode[] = [0, 3, 1];

type Judgement = readonly [rank: number, level: Level];
/** What became of each requirement of a target, and whether only a part of them was tried. */
type Target = { readonly judgements: readonly Judgement[]; readonly partial: boolean };

const judged = ([rank, level]: Judgement): Judged => {
  const source = { section: "", url: "" };
  const requirement = { id: "", statement: "", level, source, operations: [], needs: [] };
  return { requirement, outcome: outcomes[rank] ?? { name: "error", reason: "" } };
};

/** A run in which nothing was sent. */
const nothing: Omit<Run, "judged"> = {
  startedAt: "",
  tag: "",
  exchanges: [],
  reach: [],
  coverage: { percent: 0, asserted: 0, clauses: 0, operations: [] },
};

/** The place of a report's exit code among the codes, from best to worst. */
function badness(targets: readonly Target[], strict: boolean): number {
  const reports = targets.map(({ judgements, partial }) =>
    targetReport(
      { ...nothing, judged: judgements.map(judged) },
      {
        api: "things",
        url: "http://127.0.0.1/",
        essential: new Set(),
        redact: (value) => value,
        ...(partial && { partial: "narrowed" }),
      },
    ),
  );
  const tool = { name: "concordat", version: "" } as const;
  const about = { $schema: "", tool, startedAt: "", durationMs: 0 };
  return codes.indexOf(exitCodeOf({ ...about, seed: 0, targets: reports }, strict));
}

const rank = fc.nat({ max: outcomes.length - 1 });
const level = fc.constantFrom<Level>("must", "should", "observe");
const judgements = fc.array(fc.tuple(rank, level), { maxLength: 6 });
const target = fc.record({ judgements, partial: fc.boolean() });
const targets = fc.array(target, { maxLength: 3 });

test("an outcome made worse never makes the exit code better", () => {
  fc.assert(
    fc.property(targets, target, rank, rank, fc.boolean(), (others, one, a, b, strict) => {
      const at = (place: number): Target => ({
        ...one,
        judgements: [...one.judgements, [place, "must"]],
      });
      const better = badness([...others, at(Math.min(a, b))], strict);
      const worse = badness([...others, at(Math.max(a, b))], strict);
      expect(worse).toBeGreaterThanOrEqual(better);
    }),
  );
});

test("in a whole run that holds for a should, too", () => {
  fc.assert(
    fc.property(judgements, rank, rank, fc.boolean(), (others, a, b, strict) => {
      const at = (place: number): Target => ({
        partial: false,
        judgements: [...others, [place, "should"]],
      });
      const better = badness([at(Math.min(a, b))], strict);
      expect(badness([at(Math.max(a, b))], strict)).toBeGreaterThanOrEqual(better);
    }),
  );
});

test("one more target, or --strict, never makes the exit code better", () => {
  fc.assert(
    fc.property(fc.array(target, { minLength: 1, maxLength: 3 }), target, (some, more) => {
      expect(badness([...some, more], false)).toBeGreaterThanOrEqual(badness(some, false));
      expect(badness(some, true)).toBeGreaterThanOrEqual(badness(some, false));
    }),
  );
});

test("without a must that passed, a whole run never ends with 0", () => {
  fc.assert(
    fc.property(judgements, fc.boolean(), (all, strict) => {
      const seen = all.some(([place, at]) => place === 0 && at === "must");
      if (!seen) expect(badness([{ judgements: all, partial: false }], strict)).toBeGreaterThan(0);
    }),
  );
});
