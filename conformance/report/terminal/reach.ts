import type { TargetReport } from "../report.ts";

/** How many of the fields that no schema names are told on a terminal; report.json has them all. */
const told = 3;

/** How far a run looked, in one sentence, and what it met that is in no contract; nothing where nothing was sent. */
export function reachSentence({ reach }: TargetReport): string | undefined {
  const called = reach.filter(({ requests }) => requests > 0);
  if (called.length === 0) return undefined;
  const documented = reach.flatMap(({ statuses }) => statuses.filter((one) => one.documented));
  const came = documented.filter(({ times }) => times > 0);
  const seen = reach.flatMap(({ fields }) => fields.seen);
  const fields = reach.flatMap(({ fields: { seen: here, unseen } }) => [...here, ...unseen]);
  const strange = reach.flatMap(({ operation, fields: { undocumented } }) =>
    undocumented.map((field) => `${operation} ${field}`),
  );
  const more = strange.length > told ? ` and ${strange.length - told} more` : "";
  return [
    `Looked at ${called.length} of ${reach.length} operations, ${came.length} of ${documented.length} documented statuses, ${seen.length} of ${fields.length} documented fields.`,
    ...(strange.length > 0
      ? [`In no contract, and not judged: ${strange.slice(0, told).join(", ")}${more}.`]
      : []),
  ].join(" ");
}
