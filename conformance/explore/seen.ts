import type { Call, Exchange } from "../model.ts";

/** An answer, read in symbols. */
export interface Seen {
  readonly exchange: Exchange;
  readonly status: number;
  /** A 2xx. */
  readonly ok: boolean;
  readonly json: unknown;
}

/** Sends a call that is written in symbols to one of the servers. */
export type Ask = (call: Call) => Promise<Seen>;

/** Something in which the target and the reference server differ, where the documentation does not let them. */
export interface Difference {
  /** The id of the requirement that does not hold then. */
  readonly breaks: string;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  /** Of the target. */
  readonly exchange: Exchange;
  /**
   * What stays the same while the journey is shortened, where only the shortest one tells which requirement it is.
   * Default: `breaks`.
   */
  readonly fault?: string;
}

/** What tells a difference from others. */
export const faultOf = ({ fault, breaks }: Difference): string => fault ?? breaks;
