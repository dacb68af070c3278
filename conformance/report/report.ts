import type { Gap } from "../contract/gap.ts";
import type { Coverage } from "../coverage/coverage.ts";
import type { Drift } from "../drift/drift.ts";
import type { Reach } from "../drift/reach.ts";
import type { Confirmation, Level, OutcomeName, Source, Verdict } from "../model.ts";

/**
 * What a run has to say, as data: every rendering is made from this and from nothing else, and `report.json` is this
 * object itself. It is redacted already: no key stands in it.
 */
export interface Report {
  readonly $schema: string;
  readonly tool: { readonly name: "concordat"; readonly version: string };
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly seed: number;
  readonly targets: readonly TargetReport[];
}

export interface TargetReport {
  readonly api: string;
  readonly url: string;
  /** Null for a filtered or a read-only run: it has results and no verdict. */
  readonly verdict: Verdict | null;
  /** One paragraph for people: why this verdict, and what was not tested. */
  readonly summary: string;
  readonly requests: number;
  readonly counts: Readonly<Record<OutcomeName, number>>;
  /** How many promises each missing fixture left untested: `{ "limited_key": 3 }`. */
  readonly missingFixtures: Readonly<Record<string, number>>;
  /** Promises, `must` and `should`, in the order in which they were judged. */
  readonly requirements: readonly RequirementReport[];
  /** What the documentation leaves open, and what this target does; never judged. */
  readonly observations: readonly ObservationReport[];
  /** How far the run looked into each operation, and where the target goes beyond its contract; never judged. */
  readonly reach: readonly Reach[];
  /** Parts of the contract that nothing was sent or judged for, whatever the target does; absent where there are none. */
  readonly notLookedAt?: readonly Gap[];
  /** Where the target and its contract differ, as far as the run saw; never judged. */
  readonly drift: Drift;
  /** How much of what the contract says was looked at; never judged. */
  readonly coverage: Coverage;
  /** What random journeys came to, where they were asked for. */
  readonly exploration?: ExplorationReport;
}

export interface ExplorationReport {
  /** The first journey's; each further one has the next number. */
  readonly seed: number;
  /** How many journeys were asked for, and how many were made. */
  readonly planned: number;
  readonly journeys: number;
  /** Sent to the target, with what shortening took. */
  readonly requests: number;
  /** How many requirements a journey has shown broken. */
  readonly differences: number;
  /** Why not all journeys were made. */
  readonly stopped?: string;
}

export interface RequirementReport {
  readonly id: string;
  readonly level: Exclude<Level, "observe">;
  readonly statement: string;
  readonly source: Source;
  readonly operations: readonly string[];
  readonly outcome: OutcomeName;
  /** Why it could not be judged; for `untestable`, `inapplicable` and `error`. */
  readonly reason?: string;
  readonly findings: readonly FindingReport[];
  /** Why it is known to fail; only where `--expect-failures` lists it. */
  readonly expected?: string;
  /** What came of repeating it, for `failed`; absent where the run was not to repeat anything. */
  readonly confirmation?: Confirmation;
}

export interface ObservationReport {
  readonly id: string;
  readonly statement: string;
  readonly source: Source;
  /** What the target does, or null where it was not seen. */
  readonly observed: string | null;
}

export interface FindingReport {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly exchange?: ExchangeReport;
  readonly delivery?: DeliveryReport;
  /** A line to paste that sends the request again; the key comes from the environment. */
  readonly curl?: string;
  /** What leads to it from nothing, where a random journey has found it. */
  readonly journey?: JourneyReport;
}

/** Requests which, sent one after the other, show a finding; the last one is where it shows. */
export interface JourneyReport {
  /** How it was found, and how to find it again. */
  readonly about: string;
  readonly steps: readonly {
    readonly purpose: string;
    /** Of the answer. */
    readonly status: number | null;
    /** A line to paste that sends the request again; ids are those of this run. */
    readonly curl: string;
  }[];
}

export interface ExchangeReport {
  readonly number: number;
  readonly purpose: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** Cut after 4 096 characters. */
    readonly body: string;
  };
  readonly failure?: string;
}

/** What the target sent by itself, to the receiver of the suite. */
export interface DeliveryReport {
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Cut after 4 096 characters. */
  readonly body: string;
  /** The status that the suite answered, or null where it held its answer back. */
  readonly answered: number | null;
}
