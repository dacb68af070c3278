import type { Reach } from "./reach.ts";

/** Where a target and its contract differ, as far as a run saw. Never a verdict. */
export interface Drift {
  /** In an answer, and not in the contract. */
  readonly undocumented: readonly Difference[];
  /** In the contract, and in no answer of an operation that was called. A 5xx is not to come. */
  readonly unseen: readonly Difference[];
}

export interface Difference {
  readonly kind: "status" | "media type" | "header" | "field";
  /** `418`, `200 text/html`, `x-total`, `data[].nickname`. */
  readonly name: string;
  /** Where it differs: operationIds. */
  readonly operations: readonly string[];
}

/** The differences of all operations; the same one in several is told once. */
export function driftOf(reach: readonly Reach[]): Drift {
  const called = reach.filter(({ requests }) => requests > 0);
  const strange = called.flatMap(({ operation, statuses, mediaTypes, headers, fields }) => [
    ...statuses.flatMap(({ status, documented }) =>
      documented ? [] : [found("status", status, operation)],
    ),
    ...mediaTypes.undocumented.map((name) => found("media type", name, operation)),
    ...headers.undocumented.map((name) => found("header", name, operation)),
    ...fields.undocumented.map((name) => found("field", name, operation)),
  ]);
  const missing = called.flatMap(({ operation, statuses, mediaTypes, headers, fields }) => [
    ...statuses
      .filter(({ status, times }) => times === 0 && !String(status).startsWith("5"))
      .map(({ status }) => found("status", status, operation)),
    ...mediaTypes.unseen.map((name) => found("media type", name, operation)),
    ...headers.unseen.map((name) => found("header", name, operation)),
    ...fields.unseen.map((name) => found("field", name, operation)),
  ]);
  return { undocumented: together(strange), unseen: together(missing) };
}

const found = (kind: Difference["kind"], name: string | number, operation: string): Difference => ({
  kind,
  name: String(name),
  operations: [operation],
});

function together(differences: readonly Difference[]): readonly Difference[] {
  const groups = Map.groupBy(differences, ({ kind, name }) => `${kind} ${name}`);
  return [...groups.values()].flatMap((group) =>
    group
      .slice(0, 1)
      .map((one) => ({ ...one, operations: group.flatMap(({ operations }) => operations) })),
  );
}
