import { type Row, readCatalogue } from "./catalogue.ts";
import type { Check, Recording } from "./check.ts";
import { type Contract, readContract } from "./contract/contract.ts";
import { validatorFor } from "./contract/validate.ts";
import { derive } from "./derive/derive.ts";
import type { Exploration, ExploreOptions } from "./explore/explore.ts";
import { withDetours } from "./explore/merge.ts";
import { impasse } from "./impasse.ts";
import type { Exchange, Outcome, Requirement } from "./model.ts";
import { Unanswered, Untestable } from "./obstacles.ts";
import { type Fixtures, type ProbeRun, probeRun } from "./probe.ts";
import { type Reach, reachOf } from "./reach.ts";
import type { Suite } from "./suite.ts";
import { createTarget, type TargetOptions } from "./target.ts";
import type { Judged } from "./verdict.ts";

/** A requirement and how it is judged. */
export interface Item {
  readonly requirement: Requirement;
  readonly check: Check;
}

/** All that one run of one API needs. */
export interface RunOptions extends Omit<TargetOptions, "contract"> {
  readonly fixtures: Fixtures;
  /** Declared features; the core needs no declaration. */
  readonly features: ReadonlySet<string>;
  /** What there is to judge, for who has read it already. Default: `itemsOf` the suite. */
  readonly items?: readonly Item[];
  /** Whether a requirement is to be judged. Default: all are. */
  readonly selects?: (id: string) => boolean;
  /** Makes random journeys, too, and compares them with an oracle's. Default: none. */
  readonly explore?: ExploreOptions;
  /** Called before each requirement's probes run. */
  readonly onProgress?: (done: number, total: number, id: string) => void;
}

/** What one run of one API came to. */
export interface Run {
  readonly judged: readonly Judged[];
  readonly exchanges: readonly Exchange[];
  /** How far the run looked into each operation. */
  readonly reach: readonly Reach[];
  /** What random journeys came to; absent where none were asked for. */
  readonly exploration?: Exploration;
  /** Why nothing more than the first answer could be had; absent when the run went on. */
  readonly impasse?: string;
}

/** Everything that a suite can judge: what its contract implies and what its folder says. */
export async function itemsOf(suite: Suite): Promise<readonly Item[]> {
  const contract = await readContract(suite.contract);
  return [...derive(contract, suite), ...authored(suite, await readCatalogue(suite.catalogue))];
}

function authored(suite: Suite, catalogue: ReadonlyMap<string, Row>): readonly Item[] {
  return suite.checks.map((check) => {
    const requirement = catalogue.get(check.id);
    if (requirement === undefined)
      throw new Error(`No row of ${suite.api}'s catalogue is named ${check.id}`);
    return { requirement, check };
  });
}

/** Sends the probes of the selected requirements, then judges what was recorded. */
export async function runSuite(suite: Suite, options: RunOptions): Promise<Run> {
  const contract = await readContract(suite.contract);
  const all = options.items ?? (await itemsOf(suite));
  const items = all.filter(({ requirement }) => options.selects?.(requirement.id) ?? true);
  const target = createTarget({ ...options, contract });
  const probes = probeRun(target, options.fixtures, suite.discoveries, options.features);
  const dead = await sendAll(items, probes, target.exchanges, options);
  const explored = dead === undefined ? await exploreWith(suite, contract, probes, options) : {};
  target.windUp();
  if (dead === undefined && suite.finish !== undefined)
    await probes.perform(suite.finish(target.exchanges));
  const recording = recordingOf(contract, target.exchanges, probes);
  const judged = items.map(({ requirement, check }) => ({
    requirement,
    outcome: outcomeOf(requirement, check, recording, options, dead),
  }));
  const { exploration: found } = explored;
  const ids = new Set(all.map(({ requirement }) => requirement.id));
  return {
    judged: found === undefined ? judged : withDetours(judged, found, ids, suite.api),
    exchanges: target.exchanges,
    reach: reachOf(contract, recording.exchanges),
    ...explored,
    ...(dead !== undefined && { impasse: dead }),
  };
}

/** Random journeys, if they are wanted. That they cannot begin leaves the rest of the run as it is. */
async function exploreWith(
  suite: Suite,
  contract: Contract,
  probes: ProbeRun,
  { explore }: RunOptions,
): Promise<Pick<Run, "exploration">> {
  if (explore === undefined) return {};
  // What draws and shrinks takes its time to load, which a run without it need not wait for.
  const { exploration } = await import("./explore/explore.ts");
  const probe = exploration(suite, contract, explore);
  await probes.perform(probe);
  try {
    return { exploration: probes.evidence(probe) };
  } catch (error) {
    if (!(error instanceof Untestable || error instanceof Unanswered)) throw error;
    const none = { seed: explore.seed, planned: explore.journeys, journeys: 0, requests: 0 };
    return { exploration: { ...none, detours: [], stopped: error.message } };
  }
}

async function sendAll(
  items: readonly Item[],
  probes: ProbeRun,
  exchanges: readonly Exchange[],
  options: RunOptions,
): Promise<string | undefined> {
  for (const [place, { requirement, check }] of items.entries()) {
    options.onProgress?.(place, items.length, requirement.id);
    if (!applies(requirement, options)) continue;
    for (const probe of check.probes) await probes.perform(probe);
    const dead = exchanges[0] && impasse(exchanges[0]);
    if (dead !== undefined) return dead;
  }
  return undefined;
}

const applies = ({ feature }: Requirement, { features }: RunOptions): boolean =>
  feature === undefined || features.has("all") || features.has(feature);

function recordingOf(
  contract: Contract,
  exchanges: readonly Exchange[],
  probes: ProbeRun,
): Recording {
  return {
    contract,
    validator: validatorFor(contract.document),
    exchanges: exchanges.filter(
      ({ call, superseded }) => call.operationId !== undefined && superseded === undefined,
    ),
    evidence: (probe) => probes.evidence(probe),
  };
}

function outcomeOf(
  requirement: Requirement,
  check: Check,
  recording: Recording,
  options: RunOptions,
  dead: string | undefined,
): Outcome {
  if (!applies(requirement, options)) {
    return { name: "inapplicable", reason: `the feature ${requirement.feature} is not declared` };
  }
  if (dead !== undefined) return { name: "untestable", obstacle: { kind: "run", reason: dead } };
  try {
    const judgement = check.judge(recording);
    if ("observed" in judgement) return { name: "passed", observed: judgement.observed };
    return judgement.length === 0 ? { name: "passed" } : { name: "failed", findings: judgement };
  } catch (error) {
    if (error instanceof Untestable) return { name: "untestable", obstacle: error.obstacle };
    if (error instanceof Unanswered) return { name: "error", reason: error.message };
    return { name: "error", reason: `a fault of Concordat's own: ${String(error)}` };
  }
}
