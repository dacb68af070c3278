import type { Confirmation, Finding, Journey } from "../model.ts";
import type { Judged } from "../verdict.ts";
import type { Exploration } from "./explore.ts";
import type { Detour } from "./search.ts";

/**
 * What was judged, with what journeys have shown: a requirement that one of them breaks has failed, whatever was
 * thought of it. Requirements that were not selected stay out.
 * @param ids of all that could be judged
 */
export function withDetours(
  judged: readonly Judged[],
  { detours }: Exploration,
  ids: ReadonlySet<string>,
  api: string,
): readonly Judged[] {
  const strange = detours.find(({ difference }) => !ids.has(difference.breaks));
  if (strange !== undefined)
    throw new Error(`A journey of ${api} names ${strange.difference.breaks}, which nothing is`);
  return judged.map(({ requirement, outcome }) => {
    const found = detours.filter(({ difference }) => difference.breaks === requirement.id);
    if (found.length === 0) return { requirement, outcome };
    const [own, confirmation] =
      outcome.name === "failed" ? [outcome.findings, outcome.confirmation] : [[], undefined];
    const findings = [...found.map((detour) => findingOf(detour, api)), ...own];
    const confirmed = confirmation ?? confirmationOf(found);
    return { requirement, outcome: { name: "failed", findings, confirmation: confirmed } };
  });
}

function findingOf(detour: Detour, api: string): Finding {
  const { message, expected, actual, exchange } = detour.difference;
  return { message, expected, actual, exchange, journey: journeyOf(detour, api) };
}

/** Each journey was made once more. */
const confirmationOf = (detours: readonly Detour[]): Confirmation =>
  detours.every(({ intermittent }) => intermittent)
    ? { label: "intermittent", reason: "the journey that shows it showed nothing once more" }
    : { label: "deterministic", reason: "the journey that shows it showed it once more" };

function journeyOf({ trace, seed, from, cut }: Detour, api: string): Journey {
  const shrunk = from === trace.length ? "" : `, shrunk from ${from} steps to ${trace.length}`;
  const unfinished = cut ? " (as far as its budget of requests went)" : "";
  return {
    steps: trace,
    about: `seed ${seed}${shrunk}${unfinished}; repeat with --api ${api} --explore 1 --seed ${seed}`,
  };
}
