import { locate } from "../contract/contract.ts";
import { arrayAt, below, isObject, type JsonObject, objectAt, stringAt } from "../contract/json.ts";
import { speakingKeywords, speaksOf } from "./keywords.ts";

/** One thing that a schema says: a keyword, or that a member has a name (`properties`). */
export interface Clause {
  /** Where it stands in the contract: `/components/schemas/Thing/properties/kind/enum`. */
  readonly pointer: string;
  readonly keyword: string;
  /** The schema that it is a keyword of. */
  readonly schema: JsonObject;
}

/** A clause and a value that it speaks of. */
export interface Spoken extends Clause {
  readonly value: unknown;
}

/** A schema, references followed, with its keywords and where they stand. */
interface Place {
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly keywords: readonly (readonly [keyword: string, pointer: string])[];
}

/** What a walk over a value has to know. */
export interface Walking {
  readonly at: (pointer: string) => Place;
  /** Whether a value fits the schema at a pointer: of alternatives, only those that fit are gone into. */
  readonly fits: (pointer: string, value: unknown) => boolean;
  /** Leaves out what is marked `x-level: should`. Default: false. */
  readonly bindingOnly?: boolean;
}

/** A walk through the schemas of a document; places that were found once are known from then on. */
export function walkingIn(document: JsonObject, fits: Walking["fits"]): Walking {
  const places = new Map<string, Place>();
  return {
    fits,
    at: (pointer) => {
      const known = places.get(pointer);
      if (known !== undefined) return known;
      const found = locate(document, pointer);
      const keywords = speakingKeywords(found.schema).map(
        (keyword) => [keyword, below(found.pointer, keyword)] as const,
      );
      const place = { ...found, keywords };
      places.set(pointer, place);
      return place;
    },
  };
}

const alternatives = ["oneOf", "anyOf"] as const;
const nested = ["items", "additionalProperties", "then", "else"] as const;

/** Every clause of a schema, with those of what it refers to; each once. */
export function clausesOf(document: JsonObject, pointer: string): readonly Clause[] {
  const found = new Map<string, Clause>();
  const seen = new Set<string>();
  const walk = (at: string): void => {
    const { pointer: here, schema } = locate(document, at);
    if (seen.has(here)) return;
    seen.add(here);
    for (const keyword of speakingKeywords(schema)) add(below(here, keyword), keyword, schema);
    for (const name of Object.keys(objectAt(schema, "properties"))) {
      const member = below(here, "properties", name);
      add(member, "properties", schema);
      walk(member);
    }
    for (const keyword of nested) if (isObject(schema[keyword])) walk(below(here, keyword));
    for (const keyword of ["allOf", ...alternatives, "prefixItems"])
      for (const index of arrayAt(schema, keyword).keys()) walk(below(here, keyword, index));
  };
  const add = (place: string, keyword: string, schema: JsonObject): void =>
    void found.set(place, { pointer: place, keyword, schema });
  walk(pointer);
  return [...found.values()];
}

/**
 * What a schema says of a value, and of which part of it: what stands in an empty list, in a member that did not come
 * or in an alternative that was not taken says nothing.
 */
export function clausesAbout(walking: Walking, pointer: string, value: unknown): readonly Spoken[] {
  const { bindingOnly = false } = walking;
  const found: Spoken[] = [];
  const walk = (at: string, value: unknown, above: readonly string[]): void => {
    const { pointer: here, schema, keywords } = walking.at(at);
    // A schema that means itself says nothing more of the same value.
    if (above.includes(here) || (bindingOnly && schema["x-level"] === "should")) return;
    const same = (to: string): void => walk(to, value, [...above, here]);
    for (const [keyword, pointer] of keywords)
      if (speaksOf(keyword, value)) found.push({ pointer, keyword, schema, value });
    for (const index of arrayAt(schema, "allOf").keys()) same(below(here, "allOf", index));
    for (const branch of branchesTaken(walking, here, schema, value)) same(branch);
    if (isObject(schema.if)) {
      const way = walking.fits(below(here, "if"), value) ? "then" : "else";
      if (isObject(schema[way])) same(below(here, way));
    }
    if (isObject(value)) members(here, schema, value);
    if (Array.isArray(value)) elements(here, schema, value);
  };
  const members = (here: string, schema: JsonObject, value: JsonObject): void => {
    const named = objectAt(schema, "properties");
    for (const [name, member] of Object.entries(value)) {
      if (Object.hasOwn(named, name)) {
        const place = below(here, "properties", name);
        if (bindingOnly && isShould(named[name])) continue;
        found.push({ pointer: place, keyword: "properties", schema, value: member });
        walk(place, member, []);
      } else if (isObject(schema.additionalProperties))
        walk(below(here, "additionalProperties"), member, []);
    }
  };
  const elements = (here: string, schema: JsonObject, value: readonly unknown[]): void => {
    const first = arrayAt(schema, "prefixItems").length;
    for (const [index, element] of value.entries()) {
      if (index < first) walk(below(here, "prefixItems", index), element, []);
      else if (isObject(schema.items)) walk(below(here, "items"), element, []);
    }
  };
  walk(pointer, value, []);
  return found;
}

const isShould = (schema: unknown): boolean => isObject(schema) && schema["x-level"] === "should";

/** The alternatives of a schema that a value takes: the one that its tag names, else all that it fits. */
function branchesTaken(
  { at, fits }: Walking,
  here: string,
  schema: JsonObject,
  value: unknown,
): readonly string[] {
  const tag = stringAt(schema.discriminator, "propertyName");
  return alternatives.flatMap((keyword) => {
    const branches = [...arrayAt(schema, keyword).keys()].map((i) => below(here, keyword, i));
    const named = tag === undefined ? undefined : isObject(value) ? value[tag] : undefined;
    return branches.filter((branch) =>
      named === undefined ? fits(branch, value) : isTagged(at(branch).schema, tag ?? "", named),
    );
  });
}

function isTagged(branch: JsonObject, tag: string, value: unknown): boolean {
  const tags = [branch, ...arrayAt(branch, "allOf")].map((one) =>
    objectAt(objectAt(one, "properties"), tag),
  );
  return tags.some((one) => one.const === value || arrayAt(one, "enum").includes(value));
}
