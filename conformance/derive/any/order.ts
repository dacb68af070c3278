import type { Contract, Operation } from "../../contract/contract.ts";
import { arrayAt } from "../../contract/json.ts";
import { isIdName } from "./names.ts";

const depth = ({ path }: Operation): number => path.split("{").length - 1;

const ranks: Readonly<Record<string, number>> = {
  POST: 0,
  GET: 1,
  HEAD: 2,
  OPTIONS: 2,
  PUT: 3,
  PATCH: 4,
};

/** How many ids of other resources a request cannot do without. */
const needs = ({ parameters, body }: Operation): number =>
  parameters.filter(
    ({ required, in: place, name }) => required && place !== "path" && isIdName(name),
  ).length +
  arrayAt(body?.schema.schema, "required").filter((name) => isIdName(String(name))).length;

/**
 * A contract with its operations in the order in which they are called: what makes a resource before what reads it and
 * what changes it, an owner before what belongs to it, and later what asks for ids of others; deletions last, an owner
 * after what belonged to it.
 */
export function inOrder(contract: Contract): Contract {
  const key = (operation: Operation): readonly number[] =>
    operation.method === "DELETE"
      ? [1, -depth(operation)]
      : [
          0,
          depth(operation),
          needs(operation) > 0 ? 1 : 0,
          ranks[operation.method] ?? 5,
          needs(operation),
        ];
  const sorted = [...contract.operations].toSorted(([, a], [, b]) => compare(key(a), key(b)));
  return { ...contract, operations: new Map(sorted) };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, one] of a.entries()) {
    const difference = one - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
