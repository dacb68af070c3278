/**
 * A requirement as its page shows it. Whoever builds the docs brings them: this folder does not know how
 * requirements are derived and judged.
 */
export interface DocumentedRequirement {
  /** `<api>/<topic>/<slug>`, or `<api>/derived/<operationId>/<slug>`. */
  readonly id: string;
  readonly statement: string;
  readonly level: Level;
  readonly source: { readonly section: string; readonly url: string };
  /** The operationIds it speaks of. */
  readonly operations: readonly string[];
  /** The optional feature it belongs to. */
  readonly feature?: string;
  /** Fixtures that it cannot do without. */
  readonly needs: readonly string[];
  /** Why nothing can judge it. */
  readonly excluded?: string;
  /** What is missing before anything can judge it. */
  readonly open?: string;
  /** What the reference server does where the documentation is silent. */
  readonly reference?: string;
}

export type Level = "must" | "should" | "observe";

/** The levels and what each of them means; those that bind come first. */
export const levels: readonly (readonly [level: Level, meaning: string])[] = [
  ["must", "the documentation says so"],
  ["should", "only its examples, or two of its statements together, say so"],
  ["observe", "the documentation is silent; recorded, and never judged"],
];

export type Standing = "checked" | "excluded" | "open";

/** Whether a check looks at it, nothing can, or nothing does yet. */
export function standingOf({ excluded, open }: DocumentedRequirement): Standing {
  if (excluded !== undefined) return "excluded";
  return open === undefined ? "checked" : "open";
}

/** The standings and what each of them means. */
export const standings: readonly (readonly [standing: Standing, meaning: string])[] = [
  ["checked", "a check looks at it"],
  ["excluded", "no client could see whether it holds"],
  ["open", "a check is still missing"],
];

/** How many requirements stand so. */
export const countAt = (
  standing: Standing,
  requirements: readonly DocumentedRequirement[],
): number => requirements.filter((one) => standingOf(one) === standing).length;

/** How many requirements are of a level. */
export const countOf = (level: Level, requirements: readonly DocumentedRequirement[]): number =>
  requirements.filter((one) => one.level === level).length;

/** Whether it follows from the contract alone; all others stand in the catalogue. */
export const isDerived = ({ id }: DocumentedRequirement): boolean => id.split("/")[1] === "derived";
