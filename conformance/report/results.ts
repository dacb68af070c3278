import type { OutcomeName } from "../model.ts";
import type { RequirementReport, TargetReport } from "./report.ts";

/** What a reader takes a requirement for: its outcome, where a failed `should` is a warning. */
export type Standing = Exclude<OutcomeName, "failed"> | "broken" | "warning";

/** In the order in which a reader wants to see them, the worst first. */
export const standings: readonly Standing[] = [
  "broken",
  "warning",
  "error",
  "untestable",
  "passed",
  "inapplicable",
];

/** The sign of a standing; readable without its colour. */
export const signs: Readonly<Record<Standing, string>> = {
  broken: "✗",
  warning: "▲",
  error: "!",
  untestable: "?",
  passed: "✓",
  inapplicable: "–",
};

/** What a standing is called. */
export const standingNames: Readonly<Record<Standing, string>> = {
  broken: "failed",
  warning: "failed, as a warning",
  error: "error",
  untestable: "untestable",
  passed: "passed",
  inapplicable: "inapplicable",
};

/** How a requirement stands. */
export function standingOf({ outcome, level }: RequirementReport): Standing {
  if (outcome !== "failed") return outcome;
  return level === "must" ? "broken" : "warning";
}

/** How many requirements of a target stand how; with `broken` and `warning` adding up to `counts.failed`. */
export function tally({ counts, requirements }: TargetReport): Readonly<Record<Standing, number>> {
  const { failed, ...others } = counts;
  const warning = requirements.filter((one) => standingOf(one) === "warning").length;
  return { ...others, broken: failed - warning, warning };
}

/** Requirements that share the reason for which they were not judged; the largest group first. */
export function byReason(
  requirements: readonly RequirementReport[],
): readonly (readonly [reason: string, members: readonly RequirementReport[]])[] {
  const groups = Map.groupBy(requirements, ({ reason }) => reason ?? "for no known reason");
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
