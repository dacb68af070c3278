import type { Fault } from "../../server/contract/faults.ts";
import { type CheckOptions, checkTargets } from "../check-targets.ts";
import type { TargetConfig } from "../config.ts";
import type { TargetReport } from "../report/report.ts";
import { virtualClock } from "./clock.ts";
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
  /** Only these requirements, as `--only` takes them. Default: all. */
  readonly only?: readonly string[];
  /** Makes random journeys, too. Default: none. */
  readonly explore?: CheckOptions["explore"];
  /** Changes what the suite is told of the target. */
  readonly configure?: (target: TargetConfig) => TargetConfig;
}

const limited = ["limited_key", "limited_key.requests_per_minute"];

/** Starts the reference server with a fault, checks one of its APIs, and reports. */
export async function tryOut(trial: Trial): Promise<TargetReport> {
  const clock = virtualClock();
  const reference = await startReference({
    clock: clock.server,
    faults: trial.fault,
    selfCheck: trial.selfCheck ?? false,
    log: () => {},
  });
  try {
    const targets = reference.targets
      .filter(({ suite }) => suite.api === trial.api)
      .map((target) => (trial.limits === true ? target : withoutFixtures(target, limited)))
      .map((target) =>
        trial.features === true ? target : { ...target, features: new Set<string>() },
      )
      .map(trial.configure ?? ((target) => target));
    const { targets: reports } = await checkTargets(targets, {
      only: trial.only ?? [],
      readOnly: false,
      timeoutMs: 2_000,
      clock: clock.suite,
      version: "proof",
      ...(trial.explore && { explore: trial.explore }),
    });
    const [report] = reports;
    if (report === undefined) throw new Error(`The reference server has no API ${trial.api}`);
    return report;
  } finally {
    await reference.close();
  }
}

/** The target as it is known to somebody who has not configured these fixtures. */
export function withoutFixtures(target: TargetConfig, names: readonly string[]): TargetConfig {
  const others = <Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
    new Map([...map].filter(([name]) => !names.includes(name)));
  return { ...target, keys: others(target.keys), fixtures: others(target.fixtures) };
}

/** The ids of the requirements that came out in one way. */
export const idsWith = (report: TargetReport, outcome: string): readonly string[] =>
  report.requirements.filter((each) => each.outcome === outcome).map(({ id }) => id);
