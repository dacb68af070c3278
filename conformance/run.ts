import { type Row, readCatalogue } from "./catalogue.ts";
import type { Check, Recording } from "./check.ts";
import { confirm } from "./confirm.ts";
import { type Contract, readContract } from "./contract/contract.ts";
import { validatorFor } from "./contract/validate.ts";
import { derive } from "./derive/derive.ts";
import { impasse } from "./impasse.ts";
import { type Leftover, leftoversOf, puttingToRest } from "./leftovers.ts";
import type { Exchange, Outcome, Requirement } from "./model.ts";
import { Unanswered, Untestable } from "./obstacles.ts";
import { type Fixtures, type ProbeRun, probeRun } from "./probe.ts";
import { type Reach, reachOf } from "./reach.ts";
import type { ListenAddress } from "./receiver/address.ts";
import { openReceiver, type Receiver } from "./receiver/receiver.ts";
import type { Suite } from "./suite.ts";
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
  /** Whether a requirement is to be judged. Default: all are. */
  readonly selects?: (id: string) => boolean;
  /** Starts a receiver for what the target sends by itself. Default: one that listens on this machine. */
  readonly listen?: typeof openReceiver;
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
  readonly judged: readonly Judged[];
  readonly exchanges: readonly Exchange[];
  /** How far the run looked into each operation. */
  readonly reach: readonly Reach[];
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
  const items = (options.items ?? (await itemsOf(suite))).filter(
    ({ requirement }) => options.selects?.(requirement.id) ?? true,
  );
  const { clock, signal, fixtures, features, tag = tagAt(options.clock.now()) } = options;
  const target = targetOf(suite, contract, { userAgent: userAgentOf(tag), ...options });
  const receivers: Receiver[] = [];
  const listen = async (address: ListenAddress): Promise<Receiver> => {
    const receiver = await (options.listen ?? openReceiver)({ address, clock, signal });
    receivers.push(receiver);
    return receiver;
  };
  const runOn = (limited: Pick<Target, "send" | "clock">): ProbeRun =>
    probeRun(limited, fixtures, suite.discoveries, features, tag, { url: options.url, listen });
  const probes = runOn(target);
  const putToRest = (run: ProbeRun): Promise<void> =>
    target.windUp(() => run.perform(puttingToRest(suite, target.exchanges)));
  const dead = await sendAll(items, probes, target.exchanges, options);
  if (dead === undefined) await putToRest(probes);
  const recording = recordingOf(contract, target.exchanges, probes);
  const judged = items.map(({ requirement, check }) => ({
    requirement,
    outcome: outcomeOf(requirement, check, recording, options, dead),
  }));
  const again = options.confirm === true && dead === undefined;
  const confirmed = again
    ? await confirm(judged, items, {
        target,
        first: probes,
        again: runOn,
        recordingOf: (exchanges, run) => recordingOf(contract, exchanges, run),
        stays: (exchanges) => leftoversOf(suite, exchanges).filter(({ rest }) => !rest),
        putToRest,
        ...(signal && { signal }),
      })
    : judged;
  await Promise.all(receivers.map((receiver) => receiver.close()));
  return {
    judged: confirmed,
    exchanges: target.exchanges,
    reach: reachOf(contract, recording.exchanges),
    ...(dead !== undefined && { impasse: dead }),
  };
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
    const dead = exchanges[0] && impasse(exchanges[0]);
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
