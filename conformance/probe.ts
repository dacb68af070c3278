import type { Call, Exchange } from "./model.ts";
import { missingFixture } from "./obstacles.ts";
import type { ListenAddress } from "./receiver/address.ts";
import type { Receiver } from "./receiver/receiver.ts";
import type { Clock } from "./target/wire.ts";
import type { Target } from "./target.ts";

/** What the user knows about the target, by fixture name; a list where there are several. */
export type Fixtures = ReadonlyMap<string, readonly string[]>;

/**
 * A piece of I/O: sends calls and hands over the exchanges that judges look at. It runs at most once a run,
 * however many requirements share it.
 */
export interface Probe<Evidence> {
  readonly name: string;
  readonly run: (context: ProbeContext) => Promise<Evidence>;
  /** What has to run at the beginning of a run, for this one to see anything; what it throws, this one meets again. */
  readonly early?: Probe<unknown>;
}

export interface ProbeContext {
  readonly clock: Clock;
  /** The base URL of the target. */
  readonly url: string;
  /** The mark of this run, for names and texts of what a probe makes. */
  readonly tag: string;
  send(call: Call): Promise<Exchange>;
  /** The evidence of another probe, run now if it has not run yet. */
  use<Evidence>(probe: Probe<Evidence>): Promise<Evidence>;
  /** The values of a fixture: as configured, else as discovered; the probe ends when there are none. */
  fixture(name: string): Promise<readonly [string, ...string[]]>;
  /** The same, or an empty list where there are none. */
  optionalFixture(name: string): Promise<readonly string[]>;
  /** Whether the target declares an optional feature. */
  declares(feature: string): boolean;
  /**
   * Starts a receiver for what the target sends by itself; it is gone when the run ends.
   * @throws Error when it cannot listen there
   */
  listen(address: ListenAddress): Promise<Receiver>;
}

/** Finds a fixture on the target; undefined when it shows none. */
export type Discovery = (context: ProbeContext) => Promise<readonly string[] | undefined>;

/** Runs probes against one target and keeps what they found. */
export interface ProbeRun {
  /** Runs a probe unless it ran already; what it throws is kept for `evidence`. */
  perform(probe: Probe<unknown>): Promise<void>;
  /**
   * What a probe found.
   * @throws what the probe threw, or Untestable when it has not run
   */
  evidence<Evidence>(probe: Probe<Evidence>): Evidence;
  /** The probes that ran, in the order in which they began, with what each of them did. */
  readonly traces: ReadonlyMap<Probe<unknown>, Trace>;
}

/** What a probe did. */
export interface Trace {
  /** What it sent itself. */
  readonly sent: readonly Exchange[];
  /** The probes whose evidence it asked for. */
  readonly used: ReadonlySet<Probe<unknown>>;
}

/** @param tag the mark of the run */
export function probeRun(
  target: Pick<Target, "send" | "clock">,
  configured: Fixtures,
  discoveries: Readonly<Record<string, Discovery>>,
  features: ReadonlySet<string> = new Set(),
  tag = "concordat",
  { url, listen }: Pick<ProbeContext, "url" | "listen"> = { url: "", listen: deaf },
): ProbeRun {
  // A probe is its own key and its evidence the value, so what is read under a Probe<E> is an E.
  const running = new Map<Probe<unknown>, Promise<unknown>>();
  const settled = new Map<Probe<unknown>, PromiseSettledResult<unknown>>();
  const found = new Map<string, Promise<readonly string[] | undefined>>();
  const traces = new Map<Probe<unknown>, Trace>();

  const start = <Evidence>(probe: Probe<Evidence>): Promise<Evidence> => {
    const started = running.get(probe) ?? probe.run(contextOf(probe));
    running.set(probe, started);
    return started as Promise<Evidence>; // keyed by the probe, see above
  };

  const contextOf = (probe: Probe<unknown>): ProbeContext => {
    const sent: Exchange[] = [];
    const used = new Set<Probe<unknown>>();
    traces.set(probe, { sent, used });

    // What is discovered is found once, on the account of the probe that asked first.
    const discovered = (name: string): Promise<readonly string[] | undefined> => {
      const search = found.get(name) ?? Promise.resolve(discoveries[name]?.(context));
      found.set(name, search);
      return search;
    };

    const context: ProbeContext = {
      clock: target.clock,
      url,
      tag,
      listen,
      send: async (call) => {
        const exchange = await target.send(call);
        sent.push(exchange);
        return exchange;
      },
      declares: (feature) => features.has("all") || features.has(feature),
      use: (other) => {
        used.add(other);
        return start(other);
      },
      optionalFixture: async (name) => configured.get(name) ?? (await discovered(name)) ?? [],
      fixture: async (name) => {
        const [first, ...rest] = await context.optionalFixture(name);
        if (first !== undefined) return [first, ...rest];
        return missingFixture(
          name,
          name in discoveries
            ? "it is not configured, and the target shows none"
            : "it is not configured",
        );
      },
    };
    return context;
  };

  return {
    async perform(probe) {
      const [result] = await Promise.allSettled([start(probe)]);
      settled.set(probe, result);
    },
    evidence<Evidence>(probe: Probe<Evidence>): Evidence {
      const result = settled.get(probe);
      if (result?.status === "fulfilled") return result.value as Evidence; // keyed by the probe, see above
      throw result?.reason ?? new Error(`The probe ${probe.name} was judged before it ran`);
    },
    traces,
  };
}

async function deaf(): Promise<never> {
  throw new Error("this run listens to nothing");
}
