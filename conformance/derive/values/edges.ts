import { arrayAt, isObject, type JsonObject } from "../../contract/json.ts";
import { rangeOf } from "./number.ts";
import { documented, sampleOf, typeOf, type Wish } from "./sample.ts";
import type { Schemas } from "./schemas.ts";
import { matching } from "./text.ts";

/** A valid value at the edge of what one keyword allows. */
export interface EdgeValue {
  /** `accepts-maxLength`, `accepts-red`. */
  readonly slug: string;
  readonly value: unknown;
}

/** Longer texts and lists than these are not sent. */
export const longestText = 100_000;
export const longestList = 1_000;

/**
 * Every documented value of a schema, and a value at each edge of what it allows, from the inside; each fits.
 * @param given the schema of a parameter, or of a part of a body
 */
export function edgeValues(schemas: Schemas, given: JsonObject): readonly EdgeValue[] {
  const schema = schemas.flat(given);
  const found: EdgeValue[] = [];
  const add = (slug: string, value: unknown): void => {
    if (value === undefined || !schemas.fits(given, value)) return;
    if (!found.some((one) => one.slug === slug)) found.push({ slug, value });
  };
  for (const [i, value] of documented(schema).entries()) add(`accepts-example-${i + 1}`, value);
  for (const value of arrayAt(schema, "enum")) add(`accepts-${named(value)}`, value);
  const types = [schema.type].flat();
  if (types.includes("boolean")) for (const value of [true, false]) add(`accepts-${value}`, value);
  if (types.includes("null")) add("accepts-null", null);
  numbers(schema, add);
  texts(schema, add);
  lists(schemas, schema, add);
  for (const keyword of ["oneOf", "anyOf"])
    for (const [i, branch] of arrayAt(schema, keyword).filter(isObject).entries()) {
      const { [keyword]: _, ...rest } = schema;
      const wish: Wish = { size: "minimal", without: "readOnly" };
      add(`accepts-${keyword}-${i + 1}`, sampleOf(schemas, { allOf: [rest, branch] }, wish)?.value);
    }
  return found;
}

type Add = (slug: string, value: unknown) => void;

function numbers(schema: JsonObject, add: Add): void {
  if (!["integer", "number"].includes(typeOf(schema) ?? "")) return;
  const { least, most } = rangeOf(schema);
  add("accepts-minimum", least);
  add("accepts-maximum", most);
}

function texts(schema: JsonObject, add: Add): void {
  if (typeOf(schema) !== "string" || Array.isArray(schema.enum)) return;
  const { minLength, maxLength, pattern, format } = schema;
  const of = (length: number): string | undefined =>
    typeof pattern === "string" ? matching(pattern, length, length, 1) : "x".repeat(length);
  if (typeof minLength === "number" && minLength <= longestText)
    add("accepts-minLength", of(minLength));
  if (typeof maxLength !== "number" || maxLength > longestText) return;
  add("accepts-maxLength", of(maxLength));
  // Length counts code points (JSON Schema Validation, 6.3.1): a server that counts UTF-16 units refuses this one.
  if (pattern === undefined && format === undefined)
    add("accepts-maxLength-of-code-points", "\u{1F600}".repeat(maxLength));
}

function lists(schemas: Schemas, schema: JsonObject, add: Add): void {
  if (typeOf(schema) !== "array") return;
  const { minItems, maxItems } = schema;
  const of = (count: number): unknown =>
    sampleOf(
      schemas,
      { ...schema, minItems: count, maxItems: count },
      {
        size: "full",
        without: "readOnly",
      },
    )?.value;
  if (typeof minItems === "number" && minItems <= longestList)
    add("accepts-minItems", of(minItems));
  if (typeof maxItems === "number" && maxItems <= longestList)
    add("accepts-maxItems", of(maxItems));
}

/** A value as part of an id: short, without what would end one. */
export const named = (value: unknown): string =>
  (typeof value === "string" ? value : JSON.stringify(value))
    .slice(0, 40)
    .replace(/[^\w.+-]+/g, "-") || "empty";
