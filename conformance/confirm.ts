import type { Recording } from "./check.ts";
import type { Confirmation, Exchange, Finding } from "./model.ts";
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

const gateway = [502, 503, 504];

type Probes = ReadonlySet<Probe<unknown>>;

/**
 * Repeats what failed, once: the probes that showed it run again from the start, on things that they make anew, and the
 * same judges look at what came. What they made first has been put to rest by then. Broken `must`s come first; what
 * makes something that stays, or has no room in the budget, is not repeated, and says so.
 */
export async function confirm(
  judged: readonly Judged[],
  items: readonly Item[],
  confirming: Confirming,
): Promise<readonly Judged[]> {
  const { target, first, signal } = confirming;
  const { chosen, left } = chooseAmong(judged, items, confirming);
  if (chosen.size === 0) return judged.map((each) => labelled(each, left));
  const start = target.exchanges.length;
  const again = confirming.again(within(budgetOf(target), target));
  const wanted = new Set([...chosen.values()].flatMap((probes) => [...probes]));
  for (const probe of first.traces.keys()) {
    if (signal?.aborted === true) break;
    if (wanted.has(probe)) await again.perform(probe);
  }
  const repeated = target.exchanges.slice(start);
  await confirming.putToRest(again);
  const recording = confirming.recordingOf(repeated, again);
  const labels = new Map(left);
  for (const { requirement, check } of items) {
    const probes = chosen.get(requirement.id);
    const outcome = judged.find((each) => each.requirement.id === requirement.id)?.outcome;
    if (probes === undefined || outcome?.name !== "failed") continue;
    const sent = sentBy(probes, again);
    const later = judgeAgain(() => check.judge(recording));
    const hindered = [...sent, ...sentBy(probes, first)].some(isHindered);
    labels.set(requirement.id, labelOf(outcome.findings, later, hindered, sent.length));
  }
  return judged.map((each) => labelled(each, labels));
}

function labelled(judged: Judged, labels: ReadonlyMap<string, Confirmation>): Judged {
  const confirmation = labels.get(judged.requirement.id);
  const { outcome } = judged;
  if (outcome.name !== "failed" || confirmation === undefined) return judged;
  return { ...judged, outcome: { ...outcome, confirmation } };
}

/** Which failed requirements are repeated, with the probes that it takes, and why the others are not. */
function chooseAmong(
  judged: readonly Judged[],
  items: readonly Item[],
  { target, first, stays }: Confirming,
): {
  readonly chosen: ReadonlyMap<string, Probes>;
  readonly left: ReadonlyMap<string, Confirmation>;
} {
  const chosen = new Map<string, Probes>();
  const left = new Map<string, Confirmation>();
  const taken = new Set<Probe<unknown>>();
  const budget = budgetOf(target);
  const checks = new Map(items.map(({ requirement, check }) => [requirement.id, check]));
  const failed = judged.flatMap(({ requirement, outcome }) =>
    outcome.name === "failed" ? [{ requirement, outcome }] : [],
  );
  const byLevel = Object.groupBy(failed, ({ requirement }) => requirement.level);
  for (const { requirement, outcome } of [...(byLevel.must ?? []), ...(byLevel.should ?? [])]) {
    const shown = probesBehind(outcome, first);
    const probes = closureOf([...(checks.get(requirement.id)?.probes ?? []), ...shown], first);
    const sent = sentBy(probes, first);
    const [lasting] = stays(sent);
    const cost = sentBy(new Set([...taken, ...probes]), first).length;
    if (lasting !== undefined)
      left.set(requirement.id, unconfirmed(`its requests make a ${kindOf(lasting)}, which stays`));
    else if (cost > budget)
      left.set(requirement.id, unconfirmed(`the ${budget} requests for repeating are spent`));
    else {
      chosen.set(requirement.id, probes);
      for (const probe of probes) taken.add(probe);
    }
  }
  return { chosen, left };
}

const kindOf = ({ what }: { readonly what: string }): string => what.split(" ")[0] ?? what;

const unconfirmed = (why: string): Confirmation => ({
  label: "unconfirmed",
  reason: `it was not repeated: ${why}`,
});

const budgetOf = ({ exchanges }: Target): number =>
  Math.max(least, Math.ceil(exchanges.length * share));

/** The probes that sent what the findings show, which need not be those of the check. */
function probesBehind(
  { findings }: { readonly findings: readonly Finding[] },
  { traces }: ProbeRun,
): readonly Probe<unknown>[] {
  const shown = new Set(findings.map(({ exchange }) => exchange));
  return [...traces].flatMap(([probe, { sent }]) =>
    sent.some((exchange) => shown.has(exchange)) ? [probe] : [],
  );
}

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

/** The target, for so many requests more. */
function within(budget: number, target: Target): Pick<Target, "send" | "clock"> {
  const end = target.exchanges.length + budget;
  return {
    clock: target.clock,
    async send(call) {
      if (target.exchanges.length < end) return target.send(call);
      throw new Untestable({
        kind: "run",
        reason: `the ${budget} requests for repeating are spent`,
      });
    },
  };
}

/** What the judge makes of the repetition: findings, silence instead of an answer, or no judgement for a reason. */
type Later = readonly Finding[] | "unanswered" | { readonly why: string };

function judgeAgain(judge: () => ReturnType<Item["check"]["judge"]>): Later {
  try {
    const judgement = judge();
    return "observed" in judgement ? [] : judgement;
  } catch (error) {
    if (error instanceof Unanswered) return "unanswered";
    return { why: error instanceof Untestable ? error.message : String(error) };
  }
}

const isHindered = ({ response, failure }: Exchange): boolean =>
  failure !== undefined || gateway.includes(response?.status ?? 0);

function labelOf(
  findings: readonly Finding[],
  later: Later,
  hindered: boolean,
  requests: number,
): Confirmation {
  const effort = `(${requests} ${requests === 1 ? "request" : "requests"})`;
  const environment: Confirmation = {
    label: "environment",
    reason: "a gateway's error or a silence came between, the first time or when repeated",
  };
  if (later === "unanswered") return environment;
  if ("why" in later) return unconfirmed(later.why);
  if (later.length > 0) {
    if (isFromOutside(findings) || isFromOutside(later)) return environment;
    return { label: "deterministic", reason: `it failed again when it was repeated ${effort}` };
  }
  if (hindered) return environment;
  return { label: "intermittent", reason: `it held when it was repeated ${effort}` };
}

/** Whether all that findings show is a gateway's error or a silence. */
const isFromOutside = (findings: readonly Finding[]): boolean =>
  findings.every(({ exchange }) => exchange !== undefined && isHindered(exchange));
