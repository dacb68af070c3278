import { type Contract, readContract } from "../contract/contract.ts";
import { type Item, itemsOf } from "../run.ts";
import type { Suite } from "../suite.ts";

/** What there is to judge, and by what contract. */
export interface Matter {
  readonly contract: Contract;
  readonly items: readonly Item[];
}

// A proof is a thousand runs of the same suite: reading it takes as long as one of them.
const matters = new WeakMap<Suite, Promise<Matter>>();

/** The contract and the requirements of a suite, read the first time. */
export function readOnce(suite: Suite): Promise<Matter> {
  const matter = matters.get(suite) ?? read(suite);
  matters.set(suite, matter);
  return matter;
}

const read = async (suite: Suite): Promise<Matter> => ({
  contract: await readContract(suite.contract),
  items: await itemsOf(suite),
});
