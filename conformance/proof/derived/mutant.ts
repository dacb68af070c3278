import type { Change } from "./replay.ts";

/** A server that breaks one clause of the contract, by a rule that was applied to the contract and not by hand. */
export interface DerivedMutant {
  /** `sahut/getConversation/200/data.contact.name/is-null`. */
  readonly id: string;
  readonly api: string;
  /** The operation whose answers are wrong. */
  readonly operation: string;
  /** What is wrong with them, in one sentence. */
  readonly breaks: string;
  readonly change: Change;
}
