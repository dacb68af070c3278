import { Problem } from "./problem.ts";

/** What the server reads of an error that a generated validator reports. */
export interface Violation {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

export interface Validator {
  (value: unknown): boolean;
  errors?: readonly Violation[] | null;
}

export interface OperationValidators {
  readonly path: Validator;
  readonly query: Validator;
  readonly body?: Validator;
  readonly responses: Readonly<Record<string, Validator>>;
}

export type ContractValidators = Readonly<Record<string, OperationValidators>>;

/** Throws a `schema` Problem which names the members at fault, unless the value fits. */
export function validate(validator: Validator, value: unknown): void {
  if (validator(value)) return;
  const violations = outermost(validator.errors ?? []);
  // A missing member or a wrong type weighs more than a rule about a value that is there.
  const worst = violations.find(isShape) ?? violations[0];
  throw new Problem("schema", describe(violations), {}, worst?.keyword);
}

/**
 * Throws a `schema` Problem for a number in a query that no database counts up to, infinity among
 * them, which is a whole number for the validators. Silent: the largest page.
 */
export function refuseHuge(query: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      throw new Problem("schema", `${name} is too large`, {}, "maximum");
    }
  }
}

/**
 * In one sentence what does not fit: "status must be one of open, pending; labels/0 must be
 * string".
 */
export function describe(violations: readonly Violation[]): string {
  const sentences = new Set(violations.slice(0, MOST_NAMED).map(sentence));
  const others = violations.length - MOST_NAMED;
  return [...sentences, ...(others > 0 ? [`and ${others} more`] : [])].join("; ");
}

/** A body of a megabyte has room for half a million mistakes. */
const MOST_NAMED = 20;

/**
 * Without what failed inside the branches of an anyOf or oneOf: the whole of it is reported as
 * well.
 */
function outermost(violations: readonly Violation[]): Violation[] {
  const outer = violations.filter(({ schemaPath }) => !/\/(anyOf|oneOf)\/\d/.test(schemaPath));
  return outer.map((violation) =>
    violation.keyword === "anyOf"
      ? { ...violation, message: `needs one of: ${alternatives(violations).join(", ")}` }
      : violation,
  );
}

function alternatives(violations: readonly Violation[]): unknown[] {
  return violations
    .filter(({ schemaPath, keyword }) => keyword === "required" && /\/anyOf\/\d/.test(schemaPath))
    .map(({ params }) => params.missingProperty);
}

function isShape({ keyword }: Violation): boolean {
  return keyword === "type" || keyword === "required";
}

function sentence({ instancePath, keyword, params, message = "is not valid" }: Violation): string {
  const place = instancePath.slice(1);
  if (keyword === "required")
    return `${[place, params.missingProperty].filter(Boolean).join("/")} is required`;
  if (keyword === "additionalProperties")
    return `${[place, params.additionalProperty].filter(Boolean).join("/")} is not known here`;
  const { allowedValues } = params;
  const rule = Array.isArray(allowedValues)
    ? `must be one of ${allowedValues.join(", ")}`
    : message;
  return `${place === "" ? "the request" : place} ${rule}`;
}
