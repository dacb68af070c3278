import type { Outcome, OutcomeName, Requirement, Verdict } from "./model.ts";

/** A requirement and what became of it. */
export interface Judged {
  readonly requirement: Requirement;
  readonly outcome: Outcome;
}

/**
 * The verdict on one API of a target.
 *
 * A failed `must` makes it nonconformant. Short of that, a `must` that was not seen makes it undetermined, unless all
 * that was missing is a fixture which is not essential. Nothing judged at all is undetermined, too.
 * @param essential names of the fixtures that a verdict cannot do without
 */
export function verdictOn(judged: readonly Judged[], essential: ReadonlySet<string>): Verdict {
  const musts = judged.filter(({ requirement }) => requirement.level === "must");
  const count = (name: OutcomeName): number =>
    musts.filter(({ outcome }) => outcome.name === name).length;
  if (count("failed") > 0) return "nonconformant";
  const blind = musts.some(
    ({ outcome }) => outcome.name === "error" || isBlind(outcome, essential),
  );
  return blind || count("passed") === 0 ? "undetermined" : "conformant";
}

function isBlind(outcome: Outcome, essential: ReadonlySet<string>): boolean {
  if (outcome.name !== "untestable") return false;
  const { obstacle } = outcome;
  return obstacle.kind !== "fixture" || essential.has(obstacle.fixture);
}

/** How many outcomes of each name there are. */
export function countsOf(outcomes: readonly Outcome[]): Readonly<Record<OutcomeName, number>> {
  const counts = { passed: 0, failed: 0, inapplicable: 0, untestable: 0, error: 0 };
  for (const { name } of outcomes) counts[name] += 1;
  return counts;
}
