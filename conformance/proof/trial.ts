import type { Fault } from "../../server/contract/faults.ts";
import type { TargetConfig } from "../config.ts";
import type { Verdict } from "../model.ts";
import type { TargetReport } from "../report/report.ts";
import { type Run, runSuite } from "../run.ts";
import { selectionOf } from "../selection.ts";
import type { Suite } from "../suite.ts";
import { type Judged, verdictOn } from "../verdict.ts";
import { virtualClock } from "./clock.ts";
import { readOnce } from "./matter.ts";
import { hastened, patient } from "./patience.ts";
import { startReference } from "./reference.ts";

/** One check of a reference server that was tampered with. */
export interface Trial {
  readonly api: string;
  readonly fault: Fault;
  /** Whether the server validates its own answers; a wrong one becomes a 500. Default: false. */
  readonly selfCheck?: boolean;
  /** Whether the rate limit is tried, which takes 61 requests. Default: false. */
  readonly limits?: boolean;
  /** Whether the optional features are declared, which takes many more requests. Default: false, for the core alone. */
  readonly features?: boolean;
  /** Whether everything is seen that deliveries do in three quarters of an hour. Default: what they do in seconds. */
  readonly patience?: boolean;
  /** Only these requirements, as `--only` takes them. Default: all. */
  readonly only?: readonly string[];
  /** Changes what the suite is told of the target. */
  readonly configure?: (target: TargetConfig) => TargetConfig;
}

/** What a trial came to. */
export interface Tried extends Pick<Run, "judged" | "exchanges"> {
  /** That of a whole run, also when only a part was tried. */
  readonly verdict: Verdict;
  readonly run: Run;
}

const limited = ["limited_key", "limited_key.requests_per_minute"];

/** Starts the reference server with a fault, and checks one of its APIs over HTTP. */
export async function tryOut(trial: Trial): Promise<Tried> {
  const clock = virtualClock();
  const reference = await startReference({
    clock: clock.server,
    faults: trial.patience === true ? hastened(trial.fault, clock) : trial.fault,
    selfCheck: trial.selfCheck ?? false,
    log: () => {},
  });
  clock.follow(reference.server);
  try {
    const found = reference.targets.find(({ suite }) => suite.api === trial.api);
    if (found === undefined) throw new Error(`The reference server has no API ${trial.api}`);
    const target = asToldBy(trial, found);
    const { contract, items } = await readOnce(target.suite);
    const selects = selectionOf(
      trial.only ?? [],
      items.map(({ requirement }) => requirement.id),
    );
    // What else a run can tell is worked out when it is asked for, which takes as long as the run, so it is not copied.
    const run = await runSuite(target.suite, {
      ...target,
      contract,
      items,
      timeoutMs: 2_000,
      // Trials count requests, and a reference server has no bad day.
      confirm: false,
      clock: clock.suite,
      ...(selects && { selects }),
    });
    const { judged, exchanges } = run;
    return { judged, exchanges, run, verdict: verdictOf(target.suite, judged) };
  } finally {
    await reference.close();
  }
}

function asToldBy(
  { limits, features, patience, configure }: Trial,
  known: TargetConfig,
): TargetConfig {
  const target = patience === true ? patient(known) : known;
  const slow = limits === true ? target : withoutFixtures(target, limited);
  const core = features === true ? slow : { ...slow, features: new Set<string>() };
  return configure?.(core) ?? core;
}

/** The verdict on a run of a suite. */
export function verdictOf(suite: Suite, judged: readonly Judged[]): Verdict {
  const essential = suite.fixtures.filter((fixture) => fixture.essential === true);
  return verdictOn(judged, new Set(essential.map(({ name }) => name)));
}

/** The target as it is known to somebody who has not configured these fixtures. */
export function withoutFixtures(target: TargetConfig, names: readonly string[]): TargetConfig {
  const others = <Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
    new Map([...map].filter(([name]) => !names.includes(name)));
  return { ...target, keys: others(target.keys), fixtures: others(target.fixtures) };
}

/** The ids of the requirements that came out in one way. */
export const idsWith = (judged: readonly Judged[], outcome: string): readonly string[] =>
  judged.filter((each) => each.outcome.name === outcome).map(({ requirement }) => requirement.id);

/** The same in a report. */
export const reportedWith = ({ requirements }: TargetReport, outcome: string): readonly string[] =>
  requirements.filter((each) => each.outcome === outcome).map(({ id }) => id);
