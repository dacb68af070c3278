import type { Check, Recording } from "./check.ts";
import { type Exchanged, type Later, labelOf, unconfirmed } from "./confirm-label.ts";
import type { Confirmation, Exchange, Finding, Requirement } from "./model.ts";
import { Unanswered, Untestable } from "./obstacles.ts";
import type { Probe, ProbeRun } from "./probe.ts";
import type { Item } from "./run.ts";
import type { Target } from "./target.ts";
import type { Judged } from "./verdict.ts";

/** What confirming needs of the run that judged first. */
export interface Confirming {
  readonly target: Target;
  readonly first: ProbeRun;
  /** Probes that have not run yet, over the same target. */
  readonly again: (target: Pick<Target, "send" | "clock">) => ProbeRun;
  readonly recordingOf: (exchanges: readonly Exchange[], run: ProbeRun) => Recording;
  /** What exchanges made that no call puts to rest. */
  readonly stays: (exchanges: readonly Exchange[]) => readonly { readonly what: string }[];
  readonly putToRest: (run: ProbeRun) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** A server that breaks every promise costs a quarter more, and no more than that; a short run may repeat this much. */
const share = 0.25;
const least = 30;

type Probes = ReadonlySet<Probe<unknown>>;

/** A requirement that failed. */
interface Failed {
  readonly requirement: Requirement;
  readonly check: Check;
  readonly findings: readonly Finding[];
}

/**
 * Repeats what failed: the probes that showed it run again from the start, on things that they make anew, and the same
 * judges look at what came. What they made before has been put to rest by then. Where a promise holds then, the cause may
 * be what others had done to the same things, so that once more their probes run, too. Broken `must`s come first; what
 * makes something that stays, or has no room in the budget, is not repeated, and says so.
 */
export async function confirm(
  judged: readonly Judged[],
  items: readonly Item[],
  confirming: Confirming,
): Promise<readonly Judged[]> {
  const { target, first } = confirming;
  const failed = failedIn(judged, items);
  const end = target.exchanges.length + budgetFor(target);
  const labels = await round(failed, (each) => probesOf(each, first), end, confirming);
  const alike = (each: Failed): Probes => withWriters(each, first);
  const held = failed.filter(
    (each) =>
      labels.get(each.requirement.id)?.label === "intermittent" &&
      alike(each).size > probesOf(each, first).size,
  );
  const later = await round(held, alike, end, confirming);
  return judged.map((each) => {
    const { outcome } = each;
    const { id } = each.requirement;
    const confirmation = weigh(labels.get(id), later.get(id));
    if (outcome.name !== "failed" || confirmation === undefined) return each;
    return { ...each, outcome: { ...outcome, confirmation } };
  });
}

/** What two repetitions say, of which there may have been no second. */
function weigh(
  alone: Confirmation | undefined,
  together: Confirmation | undefined,
): Confirmation | undefined {
  if (alone === undefined || together?.label !== "unconfirmed") return together ?? alone;
  const reason = `${alone.reason}, and could not be with all that came before it`;
  return { label: "unconfirmed", reason };
}

function failedIn(judged: readonly Judged[], items: readonly Item[]): readonly Failed[] {
  const checks = new Map(items.map(({ requirement, check }) => [requirement.id, check]));
  const failed = judged.flatMap(({ requirement, outcome }): readonly Failed[] => {
    const check = checks.get(requirement.id);
    if (outcome.name !== "failed" || check === undefined) return [];
    return [{ requirement, check, findings: outcome.findings }];
  });
  const { must = [], should = [] } = Object.groupBy(failed, ({ requirement }) => requirement.level);
  return [...must, ...should];
}

const budgetFor = ({ exchanges }: Target): number =>
  Math.max(least, Math.ceil(exchanges.length * share));

/** Repeats as many requirements as there is room for. @param end of how many exchanges there may be */
async function round(
  failed: readonly Failed[],
  probesFor: (failed: Failed) => Probes,
  end: number,
  confirming: Confirming,
): Promise<ReadonlyMap<string, Confirmation>> {
  const { target, first, signal } = confirming;
  const labels = new Map<string, Confirmation>();
  const chosen = new Map<Failed, Probes>();
  let wanted: Probes = new Set();
  for (const each of failed) {
    const probes = probesFor(each);
    const [lasting] = confirming.stays(sentBy(probes, first));
    const together = wanted.union(probes);
    const cost = sentBy(together, first).length;
    if (lasting !== undefined)
      labels.set(
        each.requirement.id,
        unconfirmed(`its requests make a ${kindOf(lasting)}, which stays`),
      );
    else if (target.exchanges.length + cost > end)
      labels.set(each.requirement.id, unconfirmed("too many requests would be needed"));
    else {
      chosen.set(each, probes);
      wanted = together;
    }
  }
  if (chosen.size === 0) return labels;
  const start = target.exchanges.length;
  const again = confirming.again(upTo(end, target));
  for (const probe of first.traces.keys()) {
    if (signal?.aborted === true) break;
    if (wanted.has(probe)) await again.perform(probe);
  }
  const recording = confirming.recordingOf(target.exchanges.slice(start), again);
  await confirming.putToRest(again);
  for (const [{ requirement, check, findings }, probes] of chosen) {
    const exchanged: Exchanged = { before: sentBy(probes, first), after: sentBy(probes, again) };
    const later = judgeAgain(() => check.judge(recording));
    labels.set(requirement.id, labelOf(findings, later, exchanged));
  }
  return labels;
}

const kindOf = ({ what }: { readonly what: string }): string => what.split(" ")[0] ?? what;

function judgeAgain(judge: () => ReturnType<Check["judge"]>): Later {
  try {
    const judgement = judge();
    return "observed" in judgement ? [] : judgement;
  } catch (error) {
    if (error instanceof Unanswered) return "unanswered";
    return { why: error instanceof Untestable ? error.message : String(error) };
  }
}

/** The probes of a check, those that sent what its findings show, which need not be among them, and all that these used. */
function probesOf({ check, findings }: Failed, run: ProbeRun): Probes {
  const shown = new Set(findings.map(({ exchange }) => exchange));
  const senders = sendersOf((exchange) => shown.has(exchange), run);
  return closureOf([...check.probes, ...senders], run);
}

/** Those, and the probes that had written before to what the findings show: by the ids in the paths, else to anything. */
function withWriters(failed: Failed, run: ProbeRun): Probes {
  const shown = failed.findings.flatMap(({ exchange }) => exchange ?? []);
  const last = Math.max(...shown.map(({ number }) => number));
  const idsIn = ({ call }: Exchange): readonly string[] => Object.values(call.path ?? {});
  const ids = new Set(shown.flatMap(idsIn));
  const wrote = (exchange: Exchange): boolean =>
    exchange.request.method !== "GET" &&
    exchange.number < last &&
    (ids.size === 0 || idsIn(exchange).some((id) => ids.has(id)));
  return probesOf(failed, run).union(closureOf(sendersOf(wrote, run), run));
}

const sendersOf = (
  wanted: (exchange: Exchange) => boolean,
  { traces }: ProbeRun,
): readonly Probe<unknown>[] =>
  [...traces].flatMap(([probe, { sent }]) => (sent.some(wanted) ? [probe] : []));

/** Probes and all that they used. */
function closureOf(probes: readonly Probe<unknown>[], { traces }: ProbeRun): Probes {
  const all = new Set<Probe<unknown>>();
  const add = (probe: Probe<unknown>): void => {
    if (all.has(probe)) return;
    all.add(probe);
    for (const used of traces.get(probe)?.used ?? []) add(used);
  };
  for (const probe of probes) add(probe);
  return all;
}

const sentBy = (probes: Probes, { traces }: ProbeRun): readonly Exchange[] =>
  [...probes].flatMap((probe) => traces.get(probe)?.sent ?? []);

/** The target, until there are so many exchanges. */
const upTo = (end: number, target: Target): Pick<Target, "send" | "clock"> => ({
  clock: target.clock,
  async send(call) {
    if (target.exchanges.length < end) return target.send(call);
    throw new Untestable({ kind: "run", reason: "too many requests would be needed" });
  },
});
