import type { Alarm } from "./peer.ts";

/** What an alarm has to name to be about a mutant. */
export interface Aim {
  /** One of these operations; none where the mutant is in every one. */
  readonly operations: readonly string[];
  /** One of these words; none where the operation is all there is to name. */
  readonly words: readonly string[];
}

/**
 * Whether an alarm names what is wrong: an operation of the mutant, and one of the words of its promise, in upper or lower
 * case. It is a plain comparison of texts, the same for every tool.
 */
export function names({ operations, words }: Aim, alarm: Alarm): boolean {
  const place = operations.length === 0 || alarm.operations.some((id) => operations.includes(id));
  const text = alarm.text.toLowerCase();
  return place && (words.length === 0 || words.some((word) => text.includes(word.toLowerCase())));
}

const whole = ["schema", "body", "type", "json", "content", "object"];
const refused = ["accept", "reject", "2xx", "200", "201", "status", "valid"];

/** The words of a mutant that follows from the contract, by its id: `sahut/getContact/200/data.name/is-null`. */
export function wordsOfDerived(id: string): readonly string[] {
  const [, , where = "", ...rest] = id.split("/");
  if (where === "query" || where === "body") return [...nameIn(rest.slice(0, -1)), ...refused];
  if (rest.length > 1) return nameIn(rest.slice(0, -1));
  const [what = ""] = rest;
  const status = /^becomes-(?:a-whole-)?(\d+)$/.exec(what)?.[1];
  return status === undefined ? [...whole, "media"] : [status, "status"];
}

/** The last member of `data[1].contact.name`; for the body itself, what any tool calls it. */
function nameIn(place: readonly string[]): readonly string[] {
  // What is in angle brackets tells branches apart, and is no member.
  const [last] = /\w+(?=\W*$)/.exec(place.join("/").replaceAll(/<[^>]*>/g, "")) ?? [];
  return last === undefined || last === "body" ? whole : [last];
}

const ofKind: Readonly<Record<string, readonly string[]>> = {
  "refuses-missing-key": ["auth", "401", "key", "security"],
  "refuses-unknown-key": ["auth", "401", "key", "security"],
  "accepts-valid-request": refused,
  "documented-status": ["status", "203", "418"],
  "no-server-error": ["500", "server error", "status"],
  "media-type": ["media", "content-type", "content type"],
  "success-body": [...whole, "required"],
  "refusal-body": [...whole, "required"],
};

/**
 * The words of a mutant written by hand: what its sentence has in backticks, but for operations, and the statuses in it.
 * @param kills the requirement that it breaks
 */
export function wordsOfWritten(
  breaks: string,
  kills: string,
  operations: readonly string[],
): readonly string[] {
  const known = ofKind[kills.split("/").at(-1) ?? ""];
  if (known !== undefined) return known;
  const quoted = [...breaks.matchAll(/`([^`]+)`/g)].flatMap(
    ([, code = ""]) => code.match(/\w+/g) ?? [],
  );
  const statuses = breaks.match(/\b[2-5]\d\d\b/g) ?? [];
  return [...quoted, ...statuses].filter((word) => !operations.includes(word));
}
