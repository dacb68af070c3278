import type { Contract } from "../contract/contract.ts";
import { Unanswered, Untestable } from "../obstacles.ts";
import { type Fixtures, type Probe, type ProbeContext, probeRun } from "../probe.ts";
import type { Suite } from "../suite.ts";
import type { Clock, Wire } from "../target/wire.ts";
import { createTarget } from "../target.ts";
import type { Journeys, Topic } from "./move.ts";
import { journeyOf, play, stageFor } from "./play.ts";
import { type Detour, detourOf, type Road } from "./search.ts";
import { faultOf } from "./seen.ts";

/** The server that journeys are compared with, which is ours alone: it is met over HTTP like any target. */
export interface Oracle {
  readonly url: string;
  readonly keys: ReadonlyMap<string, string>;
  readonly fixtures: Fixtures;
  readonly clock: Clock;
  /** How it is reached, if not by HTTP as it is: its rate limit need not take any of our time. */
  readonly wire?: Wire;
}

export interface ExploreOptions {
  /** How many journeys to make. */
  readonly journeys: number;
  /** The first journey's; each further one has the next number. */
  readonly seed: number;
  readonly oracle: Oracle;
  /** Requests that the shortening of one journey may cost. Default: 300. */
  readonly shrinkRequests?: number;
  /** Called before each journey. */
  readonly onJourney?: (done: number, total: number) => void;
}

/** What came of exploring one API of a target. */
export interface Exploration {
  readonly seed: number;
  /** How many journeys were asked for, and how many were made. */
  readonly planned: number;
  readonly journeys: number;
  /** Sent to the target, with what shortening took. */
  readonly requests: number;
  /** One for each requirement that was found broken, the shortest first. */
  readonly detours: readonly Detour[];
  /** Why not all journeys were made. */
  readonly stopped?: string;
}

/** Makes random journeys on the target and on the oracle, and compares them step by step. */
export const exploration = (
  suite: Suite,
  contract: Contract,
  options: ExploreOptions,
): Probe<Exploration> => ({
  name: "random journeys",
  run: async (context) => {
    const journeys = await suite.journeys?.();
    if (journeys === undefined) throw new Error(`Nobody has written journeys for ${suite.api}`);
    const other = await contextOf(suite, contract, options.oracle);
    const road = await roadOf(suite.api, journeys, context, other);
    const topics = journeys.topics.filter(({ features }) => features.every(context.declares));
    return explore(road, topics, options);
  },
});

/** What lets probes look at the oracle. */
async function contextOf(suite: Suite, contract: Contract, oracle: Oracle): Promise<ProbeContext> {
  const probe: Probe<ProbeContext> = { name: "the oracle", run: async (context) => context };
  const target = createTarget({ ...oracle, contract });
  const probes = probeRun(target, oracle.fixtures, suite.discoveries, new Set(["all"]));
  await probes.perform(probe);
  return probes.evidence(probe);
}

/** A road that ends once the target is not to be asked any more. */
interface OpenRoad extends Road {
  end(): string | undefined;
}

async function roadOf(
  api: string,
  journeys: Journeys,
  target: ProbeContext,
  oracle: ProbeContext,
): Promise<OpenRoad> {
  const setting = await journeys.prepare({ target, oracle });
  const start = wordOf(target.clock.now().getTime(), 8);
  let sent = 0;
  let made = 0;
  let end: string | undefined;
  const senders = {
    oracle: oracle.send,
    target: (...call: Parameters<ProbeContext["send"]>) => {
      sent += 1;
      return target.send(...call);
    },
  };
  return {
    requests: () => sent,
    end: () => end,
    make: async (journey, wants) => {
      if (end !== undefined) return undefined;
      made += 1;
      const stage = stageFor(api, setting, `${start}${wordOf(made, 4)}`, senders, wants);
      try {
        const played = await play(journey, stage);
        for (const call of journeys.rest(stage.world))
          await Promise.all([stage.asks.target(call), stage.asks.oracle(call)]);
        return played;
      } catch (error) {
        if (!(error instanceof Untestable || error instanceof Unanswered)) throw error;
        end = error.message;
        return undefined;
      }
    },
  };
}

async function explore(
  road: OpenRoad,
  topics: readonly Topic[],
  options: ExploreOptions,
): Promise<Exploration> {
  const { seed, journeys, shrinkRequests = 300, onJourney } = options;
  const detours: Detour[] = [];
  let done = 0;
  for (; done < journeys; done += 1) {
    onJourney?.(done, journeys);
    const journey = journeyOf(seed + done, topics);
    const known = new Set(detours.map(({ difference }) => faultOf(difference)));
    // The same journey again, until nothing is in it that has not been found.
    for (;;) {
      const found = await detourOf(journey, seed + done, road, known, shrinkRequests);
      if (found === undefined) break;
      detours.push(found);
      known.add(faultOf(found.difference));
    }
    if (road.end() !== undefined) break;
  }
  const stopped = road.end();
  return {
    seed,
    planned: journeys,
    journeys: done,
    requests: road.requests(),
    detours: detours.toSorted((a, b) => a.trace.length - b.trace.length),
    ...(stopped !== undefined && { stopped }),
  };
}

/** A number as letters alone, always so many: no word begins with another one. */
function wordOf(number: number, length: number): string {
  const letters = [...number.toString(26)].map((digit) =>
    String.fromCodePoint("a".charCodeAt(0) + Number.parseInt(digit, 26)),
  );
  return letters.join("").padStart(length, "a").slice(-length);
}
