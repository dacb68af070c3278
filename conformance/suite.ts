import type { Check } from "./check.ts";
import type { Journeys } from "./explore/move.ts";
import type { Leftover } from "./leftovers.ts";
import type { Exchange } from "./model.ts";
import type { Discovery, Probe } from "./probe.ts";
import type { Limit } from "./target/pace.ts";

/** A fixture that the configuration may give. */
export interface FixtureSpec {
  readonly name: string;
  /** What it is, for people. */
  readonly about: string;
  /** Without it there is no verdict; others only leave their own promises untested. */
  readonly essential?: true;
  /** Its value is a key: redacted everywhere. */
  readonly secret?: true;
  /** The members of a fixture that is an object; otherwise it is a string or a list of strings. */
  readonly members?: readonly string[];
}

/** A valid request of an operation, sent and answered: refusals are judged against its success. */
export type ControlProbe = Probe<{ readonly control: Exchange }>;

/** All that the engine needs to know of one API. An API is a folder that exports one of these. */
export interface Suite {
  /** The folder's name, and the first part of every requirement's id. */
  readonly api: string;
  /** The bundled contract. */
  readonly contract: URL;
  /** The catalogue, `requirements.yaml`. */
  readonly catalogue: URL;
  /** Optional parts of the API, which a deployment declares if it has them. */
  readonly features: readonly string[];
  readonly fixtures: readonly FixtureSpec[];
  readonly discoveries: Readonly<Record<string, Discovery>>;
  /** A control for every operation. The first one listed is the first request of a run. */
  readonly controls: Readonly<Record<string, ControlProbe>>;
  /** A key in the documented form that belongs to nobody. */
  readonly unknownKey: string;
  readonly checks: readonly Check[];
  /** Derived requirements that are not derived, each with the id that says the same and more. */
  readonly authoredInstead: Readonly<Record<string, string>>;
  /** What random journeys are made of, loaded for who makes them; absent where nobody has written any. */
  readonly journeys?: () => Promise<Journeys>;
  /** The documented rate limits by the name of a plan, the smallest first. Default: none are documented. */
  readonly limits?: Readonly<Record<string, readonly Limit[]>>;
  /** What exchanges made on the target and did not put to rest, in the order in which it is to be. Default: nothing. */
  readonly leftovers?: (exchanges: readonly Exchange[]) => readonly Leftover[];
}
