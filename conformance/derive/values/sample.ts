import { arrayAt, isObject, type JsonObject, objectAt } from "../../contract/json.ts";
import { merged } from "./merge.ts";
import { numberFor } from "./number.ts";
import type { Schemas } from "./schemas.ts";
import { textFor } from "./text.ts";

/** What instance is wanted. */
export interface Wish {
  /** `minimal`: what is required and nothing else; `full`: every member that is named. */
  readonly size: "minimal" | "full";
  /** Members that this direction does not carry: `readOnly` in requests, `writeOnly` in answers. */
  readonly without: "readOnly" | "writeOnly";
  /** Another number, another value, where there is a choice. Default: 0. */
  readonly variant?: number;
}

type Made = { readonly value: unknown } | undefined;

/** Deeper than this, only what is required is made. */
const fullDepth = 4;
const deepest = 16;

/** An instance that fits its schema, made sure of; undefined where none was found. */
export function sampleOf(schemas: Schemas, schema: JsonObject, wish: Wish): Made {
  const made = make(schemas, schema, wish, 0);
  return made !== undefined && schemas.fits(schema, made.value) ? made : undefined;
}

function make(schemas: Schemas, given: JsonObject, wish: Wish, depth: number): Made {
  if (depth > deepest) return undefined;
  const schema = schemas.flat(given);
  const { anyOf, oneOf, ...rest } = schema;
  const branches = [anyOf, oneOf].find(Array.isArray);
  if (branches !== undefined) return makeBranch(schemas, { schema, rest, branches }, wish, depth);
  const told = documented(schema).find((value) => schemas.fits(schema, value));
  if (told !== undefined && !isObject(told)) return { value: told };
  const { const: constant, enum: values } = schema;
  if (constant !== undefined) return { value: constant };
  if (Array.isArray(values)) return { value: values[(wish.variant ?? 0) % values.length] };
  switch (typeOf(schema)) {
    case "object":
      return makeObject(schemas, schema, wish, depth);
    case "array":
      return makeArray(schemas, schema, wish, depth);
    case "string":
      return { value: textFor(schema, wish.variant ?? 0) };
    case "integer":
    case "number":
      return { value: numberFor(schema, wish.variant ?? 0) };
    case "boolean":
      return { value: (wish.variant ?? 0) % 2 === 0 };
    case "null":
      return { value: null };
    default:
      return { value: "concordat" };
  }
}

/** The values that a schema itself shows, which mean more to a server than made-up ones. */
export const documented = (schema: JsonObject): readonly unknown[] =>
  [schema.example, ...arrayAt(schema, "examples"), schema.default].filter(
    (value) => value !== undefined,
  );

/** The type to make an instance of: the first that is not null; without any, what the keywords speak of. */
export function typeOf(schema: JsonObject): string | undefined {
  const types = [schema.type].flat().map(String);
  const [first] = types.filter((type) => type !== "null");
  if (schema.type !== undefined) return first ?? types[0];
  if ("properties" in schema || "required" in schema || "additionalProperties" in schema)
    return "object";
  if ("items" in schema || "prefixItems" in schema) return "array";
  if ("pattern" in schema || "format" in schema || "minLength" in schema || "maxLength" in schema)
    return "string";
  return "minimum" in schema || "maximum" in schema || "multipleOf" in schema
    ? "number"
    : undefined;
}

interface Branching {
  readonly schema: JsonObject;
  readonly rest: JsonObject;
  readonly branches: readonly unknown[];
}

/** The first branch that an instance can be made of which fits the whole. */
function makeBranch(
  schemas: Schemas,
  { schema, rest, branches }: Branching,
  wish: Wish,
  depth: number,
): Made {
  const { anyOf, oneOf } = schema;
  // Where both stand, one is chosen here and the other further down.
  const other = Array.isArray(anyOf) && Array.isArray(oneOf) ? { oneOf } : {};
  for (const branch of branches.filter(isObject)) {
    const one = merged({ ...rest, ...other }, schemas.flat(branch));
    const made = make(schemas, one, wish, depth + 1);
    if (made !== undefined && schemas.fits(schema, made.value)) return made;
  }
  return undefined;
}

function makeObject(schemas: Schemas, schema: JsonObject, wish: Wish, depth: number): Made {
  const properties = objectAt(schema, "properties");
  const required = arrayAt(schema, "required").map(String);
  const isLeftOut = (name: string): boolean =>
    schemas.flat(objectAt(properties, name))[wish.without] === true;
  const optional =
    wish.size === "full" && depth < fullDepth
      ? Object.keys(properties).filter((name) => !required.includes(name))
      : [];
  const value: Record<string, unknown> = {};
  for (const name of required.filter((one) => !isLeftOut(one))) {
    const member = properties[name] ?? schema.additionalProperties;
    const made = make(schemas, isObject(member) ? member : {}, wish, depth + 1);
    if (made === undefined) return undefined;
    value[name] = made.value;
  }
  for (const name of optional.filter((one) => !isLeftOut(one))) {
    const member = objectAt(properties, name);
    const made = make(schemas, member, wish, depth + 1);
    // A member that cannot be made, or not without end, may be left out.
    if (made !== undefined && schemas.fits(member, made.value)) value[name] = made.value;
  }
  return { value: withEnough(schemas, schema, value, wish, depth) };
}

/** With as many members as `minProperties` asks for. */
function withEnough(
  schemas: Schemas,
  schema: JsonObject,
  value: JsonObject,
  wish: Wish,
  depth: number,
): JsonObject {
  const wanted = typeof schema.minProperties === "number" ? schema.minProperties : 0;
  const missing = wanted - Object.keys(value).length;
  if (missing <= 0 || missing > 100) return value;
  const named = Object.keys(objectAt(schema, "properties")).filter((name) => !(name in value));
  const made = Array.from({ length: missing }, (_, i) => named[i] ?? `concordat_${i + 1}`);
  return {
    ...value,
    ...Object.fromEntries(
      made.map((name) => {
        const member = objectAt(schema, "properties")[name] ?? schema.additionalProperties;
        return [name, make(schemas, isObject(member) ? member : {}, wish, depth + 1)?.value];
      }),
    ),
  };
}

function makeArray(schemas: Schemas, schema: JsonObject, wish: Wish, depth: number): Made {
  const least = typeof schema.minItems === "number" ? schema.minItems : 0;
  const most = typeof schema.maxItems === "number" ? schema.maxItems : Number.POSITIVE_INFINITY;
  const count = Math.min(
    wish.size === "full" && depth < fullDepth ? Math.max(least, 1) : least,
    most,
  );
  if (count > 10_000) return undefined;
  const tuple = arrayAt(schema, "prefixItems");
  const items: unknown[] = [];
  for (let i = 0; i < count; i += 1) {
    const item = tuple[i] ?? schema.items;
    const variant = schema.uniqueItems === true ? i : (wish.variant ?? 0);
    const made = make(schemas, isObject(item) ? item : {}, { ...wish, variant }, depth + 1);
    // An item that has no end is left out where it may be.
    if (made === undefined) return items.length >= least ? { value: items } : undefined;
    items.push(made.value);
  }
  return { value: items };
}
