import type { Report, TargetReport } from "../report/report.ts";

/** How many parts of a contract are named where too little of it was looked at. */
const told = 5;

/**
 * Says of each target of which less was looked at than wanted how much that is, and where the most is missing.
 * @param wanted percent of the contract's clauses
 * @returns one paragraph a target; none where all is well
 */
export function shortfalls({ targets }: Report, wanted: number): readonly string[] {
  return targets.filter(({ coverage }) => coverage.percent < wanted).map(shortfallOf(wanted));
}

const shortfallOf =
  (wanted: number) =>
  ({ api, coverage: { percent, asserted, clauses, operations } }: TargetReport): string => {
    const needed = Math.ceil((clauses * wanted) / 100) - asserted;
    const gaps = operations
      .flatMap(({ operation, parts }) =>
        parts.map(({ part, unasserted, unreached }) => ({
          name: `${operation} ${part}`,
          missing: unasserted.length + unreached.length,
        })),
      )
      .filter(({ missing }) => missing > 0)
      .toSorted((a, b) => b.missing - a.missing)
      .slice(0, told)
      .map(({ name, missing }) => `${name} (${missing})`);
    return `--require-coverage ${wanted}: of ${api}, ${asserted} of ${clauses} clauses were asserted, ${percent}%; ${needed} more are needed. The most are missing in ${gaps.join(", ") || "everything"}. Fixtures and features that are not given leave clauses unreached; report.json (--report) names each.`;
  };
