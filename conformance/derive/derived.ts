import type { Check } from "../check.ts";
import type { Contract, Operation } from "../contract/contract.ts";
import type { Level, Requirement } from "../model.ts";
import type { Suite } from "../suite.ts";

/** A requirement that follows from the contract, with its judge. */
export interface Derived {
  readonly requirement: Requirement;
  readonly check: Check;
}

/** What rules derive from: one operation of a contract, and how its API sends a valid request. */
export interface Subject {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly suite: Suite;
}

/** Names a derived requirement and gives it the source of its operation. */
export function derived(
  { operation, suite }: Subject,
  slug: string,
  level: Level,
  statement: string,
  checkFor: (id: string) => Check,
): Derived {
  const id = `${suite.api}/derived/${operation.id}/${slug}`;
  return {
    requirement: {
      id,
      statement,
      level,
      source: operation.source,
      operations: [operation.id],
      ...(operation.feature !== undefined && { feature: operation.feature }),
      needs: [],
    },
    check: checkFor(id),
  };
}

/** The control of an operation. @throws Error when the API's folder has none: our own fault */
export function controlOf({ operation, suite }: Subject): Suite["controls"][string] {
  const control = suite.controls[operation.id];
  if (control === undefined) throw new Error(`${suite.api} has no control for ${operation.id}`);
  return control;
}

/** The documented statuses that mean a request was refused for what it contains; every 4xx where none is named. */
export function refusals(operation: Operation): readonly number[] {
  const others = [401, 402, 403, 404, 409, 410, 429];
  const documented = [...operation.responses.keys()].map(Number);
  const named = documented.filter(
    (status) => status >= 400 && status < 500 && !others.includes(status),
  );
  return named.length > 0
    ? named
    : Array.from({ length: 100 }, (_, i) => 400 + i).filter((s) => !others.includes(s));
}
