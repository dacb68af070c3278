import { isObject } from "../../contract/json.ts";

/** Member names and indexes from a body down to a part of it. */
export type Place = readonly string[];

/** The part at a place; undefined where there is none. */
export function partAt(value: unknown, place: Place): unknown {
  let part = value;
  for (const step of place) {
    if (typeof part !== "object" || part === null || !Object.hasOwn(part, step)) return undefined;
    part = Reflect.get(part, step);
  }
  return part;
}

/**
 * A body with a part set. What is missing on the way is taken from a fuller body.
 * @param fuller where owners come from that the body does not have
 */
export function withPart(body: unknown, fuller: unknown, place: Place, value: unknown): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return value;
  const owner = Array.isArray(body) && body.length === 0 ? fuller : (body ?? fuller);
  const next = withPart(partAt(owner, [step]), partAt(fuller, [step]), rest, value);
  if (Array.isArray(owner)) return [next, ...owner.slice(1)];
  return { ...(isObject(owner) ? owner : {}), [step]: next };
}

/** A body without one member of the part at a place. */
export function withoutMember(body: unknown, fuller: unknown, place: Place, name: string): unknown {
  const owner = partAt(body, place) ?? partAt(fuller, place);
  if (!isObject(owner)) return body;
  const { [name]: _, ...rest } = owner;
  return withPart(body, fuller, place, rest);
}

/** `data.0.name` as people and ids read it: `data[].name`. */
export const placeName = (place: Place): string =>
  place.map((step, i) => (step === "0" ? "[]" : `${i > 0 ? "." : ""}${step}`)).join("");
