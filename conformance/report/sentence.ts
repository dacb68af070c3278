import type { ExplorationReport, Report, TargetReport } from "./report.ts";
import { tally } from "./results.ts";

/** `1 request`, `2 requests`. */
export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;

/** The verdict for people; a filtered or read-only run has none. */
export const verdictName = ({ verdict }: TargetReport): string => verdict ?? "no verdict";

/**
 * What a verdict rests on, in one line, with what was not tested and what that would take. What is inapplicable is
 * not counted: the target does not claim it.
 * @example "118 of 123 promises hold; 5 not tested: limited_key (3), template_id (2)"
 */
export function standingSentence(target: TargetReport): string {
  const { passed, broken, warning, error, untestable } = tally(target);
  const all = passed + broken + warning + error + untestable;
  return [
    `${passed} of ${counted(all, "promise")} ${passed === 1 ? "holds" : "hold"}`,
    broken + warning > 0 && failedPhrase(target),
    error > 0 && counted(error, "error"),
    untestable > 0 && `${untestable} not tested${wanted(target)}`,
  ]
    .filter((part) => part !== false)
    .join("; ");
}

/** `3 failed, 1 as a warning`: how many promises do not hold, and how many of them are only a `should`. */
export function failedPhrase(target: TargetReport): string {
  const { broken, warning } = tally(target);
  const warnings = warning === 1 ? "a warning" : "warnings";
  if (warning === 0) return `${broken} failed`;
  if (broken === 0) return `${warning} failed, as ${warnings}`;
  return `${broken + warning} failed, ${warning} as ${warnings}`;
}

/** `: limited_key (3), other reasons (1)`, or nothing where no fixture is missing. */
function wanted({ missingFixtures, counts }: TargetReport): string {
  const fixtures = Object.entries(missingFixtures).sort(([, a], [, b]) => b - a);
  const others = counts.untestable - fixtures.reduce((sum, [, number]) => sum + number, 0);
  if (fixtures.length === 0) return "";
  const reasons = others > 0 ? [...fixtures, ["other reasons", others] as const] : fixtures;
  return `: ${reasons.map(([name, number]) => `${name} (${number})`).join(", ")}`;
}

/**
 * What random journeys came to.
 * @example "Explored: 50 journeys, 612 requests, no difference (seed 17)."
 */
export function explorationSentence({
  seed,
  planned,
  journeys,
  requests,
  differences,
  stopped,
}: ExplorationReport): string {
  const made =
    journeys === planned
      ? counted(journeys, "journey")
      : `${journeys} of ${counted(planned, "journey")}`;
  const found =
    differences === 0 ? "no difference" : `${counted(differences, "promise")} found broken`;
  const why = stopped === undefined ? "" : ` Stopped: ${stopped}.`;
  return `Explored: ${made}, ${counted(requests, "request")}, ${found} (seed ${seed}).${why}`;
}

/** `143 requests, 1.2 s`; the time is that of the run, and stands where one target was all of it. */
export function effort({ targets, durationMs }: Report, { requests }: TargetReport): string {
  const sent = counted(requests, "request");
  return targets.length === 1 ? `${sent}, ${seconds(durationMs)}` : sent;
}

/** `1.2 s`, `2 min 5 s`. */
export function seconds(milliseconds: number): string {
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const whole = Math.round(milliseconds / 1000);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
