import { closest, distance } from "fastest-levenshtein";

/** The user's mistake: a wrong option, file or value. Told in one sentence, without a stack, and ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Says that a name is not known, what is allowed, and which name was probably meant.
 * @param what the kind of name, with its place: "fixture `contact_idd` in sahut.fixtures"
 */
export function unknownName(what: string, name: string, allowed: readonly string[]): UsageError {
  return new UsageError(
    `Unknown ${what}. Allowed: ${allowed.join(", ")}.${nearestName(name, allowed)}`,
  );
}

/** " Did you mean contact_id?", or nothing where no known name is near. */
export function nearestName(name: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const nearest = closest(name, known);
  return distance(name, nearest) <= Math.max(2, name.length / 3) ? ` Did you mean ${nearest}?` : "";
}
