import type { Aim } from "./attribution.ts";
import { names } from "./attribution.ts";
import { keyOf, type Result } from "./result.ts";

/** What a tool made of the servers that it was tried on. */
export interface Score {
  readonly peer: string;
  /** The mutants that it was tried on and came to a report, by id: whether it caught them, and named what is wrong. */
  readonly mutants: ReadonlyMap<string, { readonly caught: boolean; readonly attributed: boolean }>;
  /** Distinct alarms on the clean servers, all runs and seeds together, and runs. */
  readonly clean: { readonly alarms: number; readonly runs: number };
  /** The legal variants that it was tried on, and those at which it raises an alarm that it does not raise at the clean one. */
  readonly legal: { readonly tried: number; readonly alarmed: readonly string[] };
  /** How often a run on a clean server says what no other one does: so often a catch may be chance. */
  readonly noise: { readonly runs: number; readonly novel: number };
  /** The median of a run on a mutant. */
  readonly requests: number;
  readonly seconds: number;
  /** Runs without a report. */
  readonly errors: number;
}

/**
 * Caught: the report has an alarm that none of the tool's reports on the clean server has, in the same configuration and
 * with any seed. Attributed: such an alarm names an operation of the mutant and a word of its promise.
 * @param apiOf the API of a subject
 */
export function scoreOf(
  peer: string,
  results: readonly Result[],
  aims: ReadonlyMap<string, Aim>,
  apiOf: (subject: string) => string,
): Score {
  const mine = results.filter((each) => each.peer === peer);
  const reports = mine.filter(({ error }) => error === undefined);
  const clean = reports.filter(({ kind }) => kind === "clean");
  const usual = (api: string, except?: Result): ReadonlySet<string> =>
    new Set(
      clean
        .filter((each) => each !== except && apiOf(each.subject) === api)
        .flatMap(({ alarms }) => alarms.map(keyOf)),
    );
  const apis = [...new Set(clean.map(({ subject }) => apiOf(subject)))];
  const sound = new Map(apis.map((api) => [api, usual(api)]));
  const fresh = (result: Result) =>
    result.alarms.filter((alarm) => sound.get(apiOf(result.subject))?.has(keyOf(alarm)) !== true);
  const onMutants = reports.filter(({ kind }) => kind === "derived" || kind === "behaviour");
  const legal = reports.filter(({ kind }) => kind === "legal");
  const others = (result: Result) => usual(apiOf(result.subject), result);
  return {
    peer,
    mutants: new Map(
      onMutants.map((result) => {
        const news = fresh(result);
        const aim = aims.get(result.subject);
        const attributed = aim !== undefined && news.some((alarm) => names(aim, alarm));
        return [result.subject, { caught: news.length > 0, attributed }];
      }),
    ),
    clean: {
      alarms: [...sound.values()].reduce((sum, { size }) => sum + size, 0),
      runs: clean.length,
    },
    legal: {
      tried: legal.length,
      alarmed: legal.filter((result) => fresh(result).length > 0).map(({ subject }) => subject),
    },
    noise: {
      runs: clean.length,
      novel: clean.filter((result) => {
        const known = others(result);
        return result.alarms.some((alarm) => !known.has(keyOf(alarm)));
      }).length,
    },
    requests: median(onMutants.map(({ requests }) => requests)),
    seconds: median(onMutants.map(({ seconds }) => seconds)),
    errors: mine.length - reports.length,
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
