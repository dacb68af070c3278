import type { OutcomeName, Verdict } from "../model.ts";
import type { Run } from "../run.ts";
import type { Judged } from "../verdict.ts";
import type { Setting } from "./build.ts";

/** What a summary is made of. */
export interface SummaryParts {
  readonly run: Run;
  readonly promises: readonly Judged[];
  readonly verdict: Verdict | null;
  readonly counts: Readonly<Record<OutcomeName, number>>;
  readonly missingFixtures: Readonly<Record<string, number>>;
  readonly setting: Setting;
}

/** One paragraph for people: why this verdict, what was not tested, and what it would take. */
export function summaryOf(parts: SummaryParts): string {
  const { run, setting } = parts;
  if (run.impasse !== undefined) return run.impasse;
  return [reasonOf(parts), notTested(parts), setting.partial && `No verdict: ${setting.partial}.`]
    .filter((sentence) => sentence)
    .join(" ");
}

function reasonOf({ promises, verdict, counts }: SummaryParts): string {
  const failed = (level: string): number =>
    promises.filter(
      ({ requirement, outcome }) => requirement.level === level && outcome.name === "failed",
    ).length;
  // What the target does not declare is no promise of its.
  const total = promises.length - counts.inapplicable;
  const held = `${counts.passed} of ${total} promises hold`;
  const warnings = failed("should");
  const warned =
    warnings > 0
      ? ` ${warnings} that its examples suggest ${warnings === 1 ? "does" : "do"} not.`
      : "";
  switch (verdict) {
    case "nonconformant":
      return `${failed("must")} of ${total} promises that the documentation makes do not hold.${warned}`;
    case "undetermined":
      return `${held}, and too much was not seen for a verdict: ${obstaclesIn(promises)}.${warned}`;
    default:
      return `${held}.${warned}`;
  }
}

/** The most frequent reasons for which promises were not judged. */
function obstaclesIn(promises: readonly Judged[]): string {
  const reasons = new Map<string, number>();
  for (const { outcome } of promises) {
    const reason =
      outcome.name === "untestable"
        ? outcome.obstacle.reason
        : outcome.name === "error"
          ? outcome.reason
          : undefined;
    if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const [first, ...rest] = [...reasons].toSorted(([, a], [, b]) => b - a);
  if (first === undefined) return "nothing was judged";
  return `${first[0]} (${first[1]})${rest.length > 0 ? `, and ${rest.length} other reasons` : ""}`;
}

function notTested({ missingFixtures }: SummaryParts): string | undefined {
  const names = Object.entries(missingFixtures).toSorted(([, a], [, b]) => b - a);
  if (names.length === 0) return undefined;
  const total = names.reduce((sum, [, count]) => sum + count, 0);
  const list = names.map(([name, count]) => `${name} (${count})`).join(", ");
  return `${total} ${total === 1 ? "was" : "were"} not tested for want of fixtures: ${list}.`;
}
