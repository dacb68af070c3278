import type { Fault } from "../../../server/contract/faults.ts";

/** A server that breaks one promise. The suite is sound only if it notices. */
export interface Mutant {
  readonly id: string;
  readonly api: "sahut" | "sarufi";
  /** The promise that it breaks, in one sentence. */
  readonly breaks: string;
  /** Ids, or beginnings up to a `/`; at least one requirement that fits each of them must fail. */
  readonly kills: readonly [string, ...string[]];
  readonly fault: Fault;
  /** Whether it shows only when the rate limit is tried. Default: false. */
  readonly limits?: boolean;
  /** Whether it shows only in an optional feature. Default: false. */
  readonly features?: boolean;
  /** Whether it shows only to who waits for five retries. Default: false. */
  readonly patience?: boolean;
  /**
   * Requirements whose requests are enough to see it, or `all` where it shows only in the requests
   * that others make. Default: what it kills.
   */
  readonly only?: readonly string[] | "all";
}

/** Mutants of one API in one file: the api, and what else they share, is said once. */
export const mutantsOf = (
  api: Mutant["api"],
  mutants: Readonly<Record<string, Omit<Mutant, "id" | "api">>>,
  shared: Pick<Mutant, "features" | "only"> = {},
): readonly Mutant[] =>
  Object.entries(mutants).map(([name, mutant]) => ({
    id: `${api}/${name}`,
    api,
    ...shared,
    ...mutant,
  }));
