import type { Difference } from "../../drift/drift.ts";
import type { TargetReport } from "../report.ts";

/** How many operations and differences are named on a terminal; report.json has them all. */
const told = 3;

/** How far a run looked, and what it met that is in no contract; nothing where nothing was sent. */
export function limitsSentences({ reach, coverage, drift }: TargetReport): readonly string[] {
  if (!reach.some(({ requests }) => requests > 0)) return [];
  const { percent, asserted, clauses, operations } = coverage;
  const least = operations
    .filter((one) => one.asserted < one.clauses)
    .toSorted((a, b) => a.asserted / a.clauses - b.asserted / b.clauses)
    .slice(0, told)
    .map((one) => `${one.operation} (${Math.floor((100 * one.asserted) / one.clauses)}%)`);
  const strange = drift.undocumented.slice(0, told).map(differenceName);
  const more = drift.undocumented.length - strange.length;
  return [
    `Asserted ${asserted} of the contract's ${clauses} clauses, ${percent}%${least.length > 0 ? `; least of ${least.join(", ")}` : ""}.`,
    ...(strange.length > 0
      ? [
          `In no contract, and not judged: ${strange.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
        ]
      : []),
  ];
}

/** `the field data[].x of listConversations`. */
export function differenceName({
  kind,
  name,
  operations: [first = "", ...others],
}: Difference): string {
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return `the ${kind} ${name} of ${first}${more}`;
}
