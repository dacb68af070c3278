import type { Contract } from "./contract.ts";
import { locate } from "./contract.ts";
import { arrayAt, below, isObject, type JsonObject, objectAt } from "./json.ts";

/** Places in a body, written `data[].contact.name`. */
export interface DocumentedFields {
  readonly named: ReadonlySet<string>;
  /** Places of objects whose members a schema leaves to the server: whatever stands below them is documented. */
  readonly open: ReadonlySet<string>;
}

const combinators = ["allOf", "oneOf", "anyOf"] as const;

/** Every member that a schema names, those of all its branches and of what it refers to included. */
export function documentedFields(contract: Contract, pointer: string): DocumentedFields {
  const named = new Set<string>();
  const open = new Set<string>();
  const walk = (at: string, place: string, above: readonly string[]): void => {
    const { pointer: here, schema } = locate(contract.document, at);
    // A schema that contains itself names no further members.
    if (above.includes(here)) return void open.add(place);
    const next = (to: string, step: string): void => walk(to, step, [...above, here]);
    if (isFree(schema)) open.add(place);
    for (const name of Object.keys(objectAt(schema, "properties"))) {
      const member = memberOf(place, name);
      named.add(member);
      next(below(here, "properties", name), member);
    }
    if (isObject(schema.items)) next(below(here, "items"), `${place}[]`);
    else if ([schema.type].flat().includes("array")) open.add(`${place}[]`);
    for (const combinator of combinators)
      for (const index of arrayAt(schema, combinator).keys())
        next(below(here, combinator, index), place);
  };
  walk(pointer, "", []);
  return { named, open };
}

/** Whether an object may have members of any name: a map, or a schema that says nothing of them. */
function isFree(schema: JsonObject): boolean {
  if (isObject(schema.additionalProperties)) return true;
  const says = ["properties", "items", ...combinators].some((keyword) => keyword in schema);
  const types = [schema.type ?? "object"].flat();
  return !says && types.includes("object");
}

/** Every member of a JSON value, by its place. */
export function fieldsOf(json: unknown, place = ""): ReadonlySet<string> {
  if (Array.isArray(json))
    return new Set(json.flatMap((item: unknown) => [...fieldsOf(item, `${place}[]`)]));
  if (!isObject(json)) return new Set();
  return new Set(
    Object.entries(json).flatMap(([name, value]) => {
      const member = memberOf(place, name);
      return [member, ...fieldsOf(value, member)];
    }),
  );
}

/** The fields that no schema names, without what stands below one of them. */
export function undocumentedAmong(
  fields: Iterable<string>,
  { named, open }: DocumentedFields,
): readonly string[] {
  const strange = new Set<string>();
  for (const field of [...fields].sort()) {
    const above = placesAbove(field);
    const known = named.has(field) || above.some((place) => open.has(place) || strange.has(place));
    if (!known) strange.add(field);
  }
  return [...strange];
}

const memberOf = (place: string, name: string): string =>
  place === "" ? name : `${place}.${name}`;

/** `data[].a.b` stands below `data[].a`, `data[]`, `data` and the body itself. */
function placesAbove(field: string): readonly string[] {
  const ends = [...field.matchAll(/\.|\[\]/g)].flatMap(({ 0: mark, index }) =>
    mark === "." ? [index] : [index, index + 2],
  );
  return ["", ...ends.map((end) => field.slice(0, end))].filter((place) => place !== field);
}
