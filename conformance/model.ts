/**
 * The vocabulary of the suite, as types. Read this page first.
 *
 * A probe talks to the target and records exchanges; a requirement judges recorded exchanges and yields
 * findings; findings decide its outcome; the outcomes of one API decide the verdict; the report holds it all.
 */

/** How firmly the documentation promises something; `observe` marks what it leaves open. */
export type Level = "must" | "should" | "observe";

/** What became of a requirement. It starts as `untestable`; nothing is passed by default. */
export type OutcomeName = "passed" | "failed" | "inapplicable" | "untestable" | "error";

/** What one API of a target earned. A filtered or read-only run has none. */
export type Verdict = "conformant" | "nonconformant" | "undetermined";

/** Where the documentation makes a promise. */
export interface Source {
  /** Page and section, for people: "Conversations, List conversations". */
  readonly section: string;
  readonly url: string;
}

/** One promise of the documentation. */
export interface Requirement {
  /** `<api>/<topic>/<slug>`; never numbered, renamed or reused. */
  readonly id: string;
  /** The promise, in the indicative. */
  readonly statement: string;
  readonly level: Level;
  readonly source: Source;
  /** The operationIds it speaks of. */
  readonly operations: readonly string[];
  /** The optional feature it belongs to; absent for the core of the API. */
  readonly feature?: string;
  /** Fixtures that it cannot do without. */
  readonly needs: readonly string[];
}

/** What to send, in the words of the contract; the target turns it into HTTP. */
export interface Call {
  /** The operation it exercises; undefined for a request that belongs to none, such as an unknown route. */
  readonly operationId: string | undefined;
  /** Why it is sent, for people: "the same list, without a key". */
  readonly purpose: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Query parameters that come several times, beside those of `query`. */
  readonly repeated?: Readonly<Record<string, readonly string[]>>;
  /** Headers that the contract describes, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless `mediaType` or `raw` says otherwise. */
  readonly body?: unknown;
  /** What the body is written in: JSON, a form, multipart/form-data or text. Default: `application/json`. */
  readonly mediaType?: string;
  /** Bypasses the contract: for malformed bodies, other media types, unknown routes. */
  readonly raw?: {
    readonly method?: string;
    readonly path?: string;
    readonly body?: string;
    readonly contentType?: string;
  };
  /**
   * The whole `Authorization` header, or whatever the operation has in its place, null for none. `{key}` stands for the
   * target's key and `{other_key}` for the fixture of that name, so that no call holds a secret. Default: `Bearer {key}`.
   */
  readonly authorization?: string | null;
  /** It is meant to run into the rate limit: a 429 is an answer then, and not a reason to wait. */
  readonly provokesLimit?: true;
}

/** One request and what came back; immutable. Bodies and headers are as sent: reports redact, exchanges do not. */
export interface Exchange {
  /** Order of sending within the run of one API, from 1. */
  readonly number: number;
  readonly call: Call;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  /** Absent when nothing whole came back; `failure` says why then. */
  readonly response?: Response;
  readonly failure?: string;
  /** A passing hindrance (429, 502, 503, 504) after which the call was sent again; not judged. */
  readonly superseded?: true;
  /** When it was sent, by our clock: ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
}

/** A complete answer. Header names are lower case. */
export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The parsed body; absent when the body is empty or is not JSON. */
  readonly json?: unknown;
}

/** One request that the target sent to the suite by itself, such as an event of a webhook; immutable, as an exchange is. */
export interface Delivery {
  /** Order of arrival within the run of one API, from 1. */
  readonly number: number;
  /** When all of it was here, by our clock: ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly method: string;
  readonly path: string;
  /** Names are lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes, as signatures are made over them. */
  readonly raw: Uint8Array;
  /** The bytes read as UTF-8. */
  readonly body: string;
  /** The parsed body; absent when it is not JSON. */
  readonly json?: unknown;
  /** The status that we answered at once; absent where the answer was held back. */
  readonly answered?: number;
}

/** One way in which a promise does not hold. */
export interface Finding {
  /** The one sentence that says what is wrong. */
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** The exchange that shows it. */
  readonly exchange?: Exchange;
  /** The delivery that shows it. */
  readonly delivery?: Delivery;
  /** What leads to it from nothing, where a random journey has found it. */
  readonly journey?: Journey;
}

/** Requests which, sent one after the other, show a finding; the last one is where it shows. */
export interface Journey {
  readonly steps: readonly Exchange[];
  /** How it was found, and how to find it again. */
  readonly about: string;
}

/** Why a requirement could not be judged. */
export type Obstacle =
  | { readonly kind: "fixture"; readonly fixture: string; readonly reason: string }
  | { readonly kind: "control" | "run"; readonly reason: string };

/**
 * What came of repeating a failed requirement: it failed again, it held, or the network stood between. `unconfirmed`:
 * it was not repeated.
 */
export interface Confirmation {
  readonly label: "deterministic" | "intermittent" | "environment" | "unconfirmed";
  /** Why, for people: "it held when it was repeated (3 requests)". */
  readonly reason: string;
}

/** A judged requirement. */
export type Outcome =
  | { readonly name: "passed"; readonly observed?: string }
  | {
      readonly name: "failed";
      readonly findings: readonly Finding[];
      /** Absent where nothing was to be repeated. */
      readonly confirmation?: Confirmation;
    }
  | { readonly name: "untestable"; readonly obstacle: Obstacle }
  | { readonly name: "inapplicable" | "error"; readonly reason: string };
