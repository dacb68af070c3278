import type { Check } from "./check.ts";
import type { Contract } from "./contract/contract.ts";
import type { Gap } from "./contract/gap.ts";
import type { Derivation } from "./derive/derivation.ts";
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
  /** What is wrong with a value, as a predicate: "is no port"; undefined for a good one. Default: any is good. */
  readonly mistake?: (value: string) => string | undefined;
}

/** A valid request of an operation, sent and answered: refusals are judged against its success. */
export type ControlProbe = Probe<ControlEvidence>;

export interface ControlEvidence {
  readonly control: Exchange;
  /** The fixture for want of which it may have been refused, and what was done without it. */
  readonly lacks?: { readonly fixture: string; readonly reason: string };
}

/** All that the engine needs to know of one API. An API is a folder that exports one of these. */
export interface Suite {
  /** The folder's name, and the first part of every requirement's id. */
  readonly api: string;
  /** The bundled contract, or where it stands. */
  readonly contract: URL | Contract;
  /** The catalogue, `requirements.yaml`; absent where nothing is judged but what the contract implies. */
  readonly catalogue?: URL;
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
  /** How requirements are derived from the contract. Default: as from one that is written together with a catalogue. */
  readonly derivation?: Derivation;
  /** What of the contract is not looked at. Default: nothing is left out. */
  readonly gaps?: readonly Gap[];
  /** Secrets that the target gave away in the run, such as a webhook's, which no report may show. Default: none. */
  readonly secretsIn?: (exchanges: readonly Exchange[]) => readonly string[];
  /** What random journeys are made of, loaded for who makes them; absent where nobody has written any. */
  readonly journeys?: () => Promise<Journeys>;
  /** The documented rate limits by the name of a plan, the smallest first. Default: none are documented. */
  readonly limits?: Readonly<Record<string, readonly Limit[]>>;
  /** What exchanges made on the target and did not put to rest, in the order in which it is to be. Default: nothing. */
  readonly leftovers?: (exchanges: readonly Exchange[]) => readonly Leftover[];
}
