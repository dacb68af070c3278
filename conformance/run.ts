import { type Row, readCatalogue } from "./catalogue.ts";
import type { Check, Recording } from "./check.ts";
import { confirm } from "./confirm.ts";
import { type Contract, readContract } from "./contract/contract.ts";
import { type Validator, validatorFor } from "./contract/validate.ts";
import { type Coverage, coverageOf } from "./coverage/coverage.ts";
import { witness } from "./coverage/witness.ts";
import { derive } from "./derive/derive.ts";
import { type Reach, reachOf } from "./drift/reach.ts";
import type { Exploration, ExploreOptions } from "./explore/explore.ts";
import { withDetours } from "./explore/merge.ts";
import { impasse } from "./impasse.ts";
import { type Leftover, leftoversOf, puttingToRest } from "./leftovers.ts";
import type { Call, Exchange, Outcome, Requirement } from "./model.ts";
import { Unanswered, Untestable } from "./obstacles.ts";
import { type Fixtures, type ProbeRun, probeRun } from "./probe.ts";
import type { ListenAddress } from "./receiver/address.ts";
import { openReceiver, type Receiver } from "./receiver/receiver.ts";
import type { Suite } from "./suite.ts";
import { steadyClock } from "./target/steady-clock.ts";
import { createTarget, type Target, type TargetOptions } from "./target.ts";
import type { Judged } from "./verdict.ts";
import { tagAt, userAgentOf } from "./version.ts";

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
  /** The suite's contract, for who has read it already. Default: read from its file. */
  readonly contract?: Contract;
  /** A validator of this contract, for who judges many runs: its schemas are compiled once. */
  readonly validator?: Validator;
  /** Whether a requirement is to be judged. Default: all are. */
  readonly selects?: (id: string) => boolean;
  /** Starts a receiver for what the target sends by itself. Default: one that listens on this machine. */
  readonly listen?: typeof openReceiver;
  /** Makes random journeys, too, and compares them with an oracle's. Default: none. */
  readonly explore?: ExploreOptions;
  /** Called before each requirement's probes run. */
  readonly onProgress?: (done: number, total: number, id: string) => void;
  /** Repeat what failed, once. Default: false. */
  readonly confirm?: boolean;
  /** The mark of what the run makes. Default: from when it starts. */
  readonly tag?: string;
  /** Called as soon as something is made or put to rest, with all that is open. */
  readonly onLeftovers?: (open: readonly Leftover[]) => void;
}

/** What one run of one API came to. */
export interface Run {
  /** When it began: ISO 8601, UTC. */
  readonly startedAt: string;
  /** The mark of what it made. */
  readonly tag: string;
  readonly judged: readonly Judged[];
  readonly exchanges: readonly Exchange[];
  /** How far the run looked into each operation. */
  readonly reach: readonly Reach[];
  /** How much of what the contract says the judges looked at. */
  readonly coverage: Coverage;
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
  const contract = options.contract ?? (await readContract(suite.contract));
  const all = options.items ?? (await itemsOf(suite));
  const items = all.filter(({ requirement }) => options.selects?.(requirement.id) ?? true);
  const { clock, signal, fixtures, features } = options;
  const startedAt = clock.now();
  const { tag = tagAt(startedAt) } = options;
  const target = targetOf(suite, contract, { userAgent: userAgentOf(tag), ...options });
  const receivers: Receiver[] = [];
  const listen = async (address: ListenAddress): Promise<Receiver> => {
    const receiver = await (options.listen ?? openReceiver)({ address, clock, signal });
    receivers.push(receiver);
    return receiver;
  };
  const { watch, recordingFor, looks } = witness();
  const runOn = (limited: Pick<Target, "send" | "clock">): ProbeRun => {
    const steady = steadyClock(startedAt, target.exchanges, limited.clock);
    const watched = { clock: steady, send: async (call: Call) => watch(await limited.send(call)) };
    const hearing = { url: options.url, listen };
    return probeRun(watched, fixtures, suite.discoveries, features, tag, hearing);
  };
  const probes = runOn(target);
  const putToRest = (run: ProbeRun): Promise<void> =>
    target.windUp(() => run.perform(puttingToRest(suite, target.exchanges)));
  const dead = await sendAll(contract, items, probes, target.exchanges, options);
  if (dead === undefined) await putToRest(probes);
  const { validator = validatorFor(contract.document) } = options;
  const recorded = (exchanges: readonly Exchange[], run: ProbeRun): Recording =>
    recordingOf(contract, validator, exchanges.map(watch), run);
  const recording = recorded(target.exchanges, probes);
  const judged = items.map(({ requirement, check }) => {
    const shown = recordingFor(requirement.id, recording);
    return { requirement, outcome: outcomeOf(requirement, check, shown, options, dead) };
  });
  const noted = looks();
  const again = options.confirm === true && dead === undefined;
  const confirmed = again
    ? await confirm(judged, items, {
        target,
        first: probes,
        again: runOn,
        recordingOf: recorded,
        stays: (exchanges) => leftoversOf(suite, exchanges).filter(({ rest }) => !rest),
        putToRest,
        ...(signal && { signal }),
      })
    : judged;
  // Last, so that what was judged and what is replayed is the same with journeys and without.
  const found =
    dead === undefined ? await exploreWith(suite, contract, probes, options) : undefined;
  if (found !== undefined) await putToRest(runOn(target));
  await Promise.all(receivers.map((receiver) => receiver.close()));
  const ids = new Set(all.map(({ requirement }) => requirement.id));
  return {
    startedAt: startedAt.toISOString(),
    tag,
    judged: found === undefined ? confirmed : withDetours(confirmed, found, ids, suite.api),
    ...(found && { exploration: found }),
    exchanges: target.exchanges,
    // Worked out for who asks: who judges many recordings does not.
    get reach() {
      return reachOf(contract, recording.exchanges);
    },
    get coverage() {
      const { features } = options;
      return coverageOf({
        ...recording,
        exchanges: target.exchanges,
        judged,
        features,
        looks: noted,
      });
    },
    ...(dead !== undefined && { impasse: dead }),
  };
}

/** Random journeys, if they are wanted. That they cannot begin leaves the rest of the run as it is. */
async function exploreWith(
  suite: Suite,
  contract: Contract,
  probes: ProbeRun,
  { explore }: RunOptions,
): Promise<Exploration | undefined> {
  if (explore === undefined) return undefined;
  // What draws them takes its time to load, which a run without journeys need not wait for.
  const { exploration } = await import("./explore/explore.ts");
  const probe = exploration(suite, contract, explore);
  await probes.perform(probe);
  try {
    return probes.evidence(probe);
  } catch (error) {
    if (!(error instanceof Untestable || error instanceof Unanswered)) throw error;
    const none = { seed: explore.seed, planned: explore.journeys, journeys: 0, requests: 0 };
    return { ...none, detours: [], stopped: error.message };
  }
}

/** A target that keeps account of what is made on it. */
function targetOf(suite: Suite, contract: Contract, options: RunOptions): Target {
  let open: readonly Leftover[] = [];
  const target = createTarget({
    ...options,
    contract,
    keptBack: () => open.filter(({ rest }) => rest !== undefined).length,
    onExchange(exchange) {
      if (exchange.request.method !== "GET") {
        open = leftoversOf(suite, target.exchanges);
        options.onLeftovers?.(open);
      }
      options.onExchange?.(exchange);
    },
  });
  return target;
}

async function sendAll(
  contract: Contract,
  items: readonly Item[],
  probes: ProbeRun,
  exchanges: readonly Exchange[],
  options: RunOptions,
): Promise<string | undefined> {
  const applicable = items.filter(({ requirement }) => applies(requirement, options));
  const early = applicable.flatMap(({ check }) =>
    check.probes.flatMap((probe) => probe.early ?? []),
  );
  for (const [place, { requirement, check }] of items.entries()) {
    options.onProgress?.(place, items.length, requirement.id);
    if (!applies(requirement, options)) continue;
    for (const probe of check.probes) await probes.perform(probe);
    const dead =
      exchanges[0] &&
      impasse(exchanges[0], contract.operations.get(exchanges[0].call.operationId ?? ""));
    if (dead !== undefined) return dead;
    // Behind the first request, which shows whether the target is there at all.
    for (const probe of early.splice(0)) await probes.perform(probe);
  }
  return undefined;
}

const applies = ({ feature }: Requirement, { features }: RunOptions): boolean =>
  feature === undefined || features.has("all") || features.has(feature);

function recordingOf(
  contract: Contract,
  validator: Validator,
  exchanges: readonly Exchange[],
  probes: ProbeRun,
): Recording {
  return {
    contract,
    validator,
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
  return judgeWith(check, recording);
}

/** What a judge makes of a recording. It never throws. */
export function judgeWith(check: Check, recording: Recording): Outcome {
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
