import type { Check } from "../check.ts";
import type { Contract, Operation } from "../contract/contract.ts";
import { answered, describe, isSuccess } from "../evidence.ts";
import type { Level, Requirement, Response } from "../model.ts";
import { missingFixture, untestable } from "../obstacles.ts";
import type { ControlEvidence, Suite } from "../suite.ts";
import { authoredDerivation, type Derivation } from "./derivation.ts";

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

/** How requirements are derived from this contract. */
export const derivationOf = ({ suite }: Subject): Derivation =>
  suite.derivation ?? authoredDerivation;

/**
 * The answer of a control, or untestable: for want of the fixture that would have made it succeed, where one is known.
 */
export function succeeded({ control: exchange, lacks }: ControlEvidence): Response {
  const response = answered(exchange);
  if (lacks !== undefined && !isSuccess(response))
    return missingFixture(
      lacks.fixture,
      `${describe(exchange)} was answered ${response.status}, and ${lacks.reason}`,
    );
  if (isSuccess(response)) return response;
  const said = response.body.slice(0, 120).trim();
  return untestable(
    `its control, ${describe(exchange)}, was answered ${response.status}${said && `: ${said}`}`,
  );
}
