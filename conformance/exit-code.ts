import type { Report, TargetReport } from "./report/report.ts";

/** What a check ends with: 0 conformant, 1 nonconformant, 2 wrong usage (thrown, not returned), 3 undetermined. */
export type ExitCode = 0 | 1 | 3;

/**
 * The exit code of a report. Of several targets the worst counts: a broken promise before an unseen one.
 * @param strict whether a broken `should` counts as a broken promise
 */
export function exitCodeOf({ targets }: Report, strict: boolean): ExitCode {
  const codes = targets.map((target) => codeOf(target, strict));
  if (codes.includes(1)) return 1;
  return codes.includes(3) || codes.length === 0 ? 3 : 0;
}

function codeOf(target: TargetReport, strict: boolean): ExitCode {
  const { verdict, requirements, counts, observations } = target;
  const broken = requirements.filter(
    ({ outcome, level }) => outcome === "failed" && (strict || level === "must"),
  );
  if (broken.some(({ expected }) => expected === undefined)) return 1;
  // A known failure hides no blindness that would have made the verdict undetermined.
  if (verdict === "nonconformant") return isBlind(target) ? 3 : 0;
  if (verdict !== null) return verdict === "undetermined" ? 3 : 0;
  const seen =
    counts.passed + counts.failed + observations.filter(({ observed }) => observed !== null).length;
  return seen > 0 ? 0 : 3;
}

/** Whether a must was not seen for another reason than a missing fixture, or none held. */
function isBlind({ requirements, missingFixtures }: TargetReport): boolean {
  const musts = requirements.filter(({ level }) => level === "must");
  const count = (wanted: string): number =>
    musts.filter(({ outcome }) => outcome === wanted).length;
  const unfixed = Object.values(missingFixtures).reduce((sum, number) => sum + number, 0);
  return count("error") > 0 || count("untestable") > unfixed || count("passed") === 0;
}
