import { arrayAt, isObject, type JsonObject, objectAt } from "../../contract/json.ts";
import { longestList, longestText } from "./edges.ts";
import { sampleOf, typeOf } from "./sample.ts";
import type { Schemas } from "./schemas.ts";
import { matching, textFor } from "./text.ts";

/** Values that may break one keyword and no other; who uses them takes the first that does. */
export interface Breaking {
  /** The keyword, `null` for a null that is not allowed. */
  readonly keyword: string;
  readonly candidates: readonly unknown[];
  /** Keywords that cannot but break with it. */
  readonly with: readonly string[];
}

/** How each keyword of a schema can be broken. What misses a required member is made where the member stands. */
export function breakingValues(schemas: Schemas, given: JsonObject): readonly Breaking[] {
  const schema = schemas.flat(given);
  const along = ["enum", "const", "anyOf", "oneOf"];
  const breaking = (keyword: string, candidates: readonly unknown[], others = along): Breaking => ({
    keyword,
    candidates,
    with: others,
  });
  const types = [schema.type].flat().filter((type) => type !== undefined);
  return [
    ...(types.length > 0
      ? [
          breaking("type", ofAnotherType(types.map(String))),
          { ...breaking("null", [null]), with: ["type", ...along] },
        ]
      : []),
    ...(Array.isArray(schema.enum) ? [breaking("enum", besides(schema.enum))] : []),
    ...("const" in schema ? [breaking("const", besides([schema.const]), ["enum"])] : []),
    ...numbers(schema).map(([keyword, value]) => breaking(keyword, [value])),
    ...texts(schema).map(([keyword, values]) => breaking(keyword, values)),
    ...lists(schemas, schema).map(([keyword, value]) => breaking(keyword, [value])),
    ...(schema.additionalProperties === false || schema.unevaluatedProperties === false
      ? [breaking("additionalProperties", [], ["unevaluatedProperties"])]
      : []),
  ].filter(
    ({ candidates, keyword }) => candidates.length > 0 || keyword === "additionalProperties",
  );
}

/** Values of another type, those first which no lenient reader takes for the wanted one. */
function ofAnotherType(types: readonly string[]): readonly unknown[] {
  const all: readonly (readonly [readonly string[], unknown])[] = [
    [["string"], "concordat"],
    [["object"], { concordat: true }],
    [["boolean"], true],
    [["integer", "number"], 12345],
    [["array"], ["concordat"]],
  ];
  const others = all.filter(([names]) => !names.some((name) => types.includes(name)));
  const wanted =
    types.includes("string") || types.includes("array") ? { concordat: true } : "concordat";
  return [wanted, ...others.map(([, value]) => value)];
}

function besides(values: readonly unknown[]): readonly unknown[] {
  const [first] = values;
  if (typeof first === "string") return [`${first}-concordat`, "concordat", `${first}x`, "zz"];
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.length > 0
    ? [Math.max(...numbers) + 1, Math.max(...numbers) + 0.5]
    : ["concordat"];
}

function numbers(schema: JsonObject): readonly (readonly [string, unknown])[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const step = typeof multipleOf === "number" ? multipleOf : 1;
  return [
    ...(typeof maximum === "number" ? [["maximum", nextMultiple(maximum, step)] as const] : []),
    ...(typeof minimum === "number" ? [["minimum", -nextMultiple(-minimum, step)] as const] : []),
    ...(typeof exclusiveMaximum === "number"
      ? [["exclusiveMaximum", exclusiveMaximum] as const]
      : []),
    ...(typeof exclusiveMinimum === "number"
      ? [["exclusiveMinimum", exclusiveMinimum] as const]
      : []),
    ...(typeof multipleOf === "number"
      ? [["multipleOf", between(schema, multipleOf)] as const]
      : []),
  ];
}

/** The first multiple of the step beyond a bound. */
const nextMultiple = (bound: number, step: number): number =>
  step === 1 && !Number.isInteger(bound) ? bound + 1 : (Math.floor(bound / step) + 1) * step;

/** A number between two multiples; whole, where only whole numbers are of the type. */
function between({ type, minimum }: JsonObject, multiple: number): number {
  const start = typeof minimum === "number" ? Math.ceil(minimum / multiple) * multiple : multiple;
  const isWhole = [type].flat().includes("integer");
  return start + (isWhole ? Math.max(1, Math.floor(multiple / 2)) : multiple / 2);
}

function texts(schema: JsonObject): readonly (readonly [string, readonly unknown[]])[] {
  if (typeOf(schema) !== "string") return [];
  const { minLength, maxLength, pattern, format } = schema;
  const of = (length: number): readonly unknown[] => [
    ...(typeof pattern === "string" ? [matching(pattern, length, length, 1)] : []),
    "x".repeat(length),
    textFor({ ...schema, minLength: length, maxLength: length }, 0),
  ];
  return [
    ...(typeof maxLength === "number" && maxLength < longestText
      ? [["maxLength", of(maxLength + 1)] as const]
      : []),
    ...(typeof minLength === "number" && minLength > 0 && minLength < longestText
      ? [["minLength", of(minLength - 1)] as const]
      : []),
    ...(typeof pattern === "string" ? [["pattern", unlike(schema)] as const] : []),
    ...(typeof format === "string" ? [["format", ["concordat", "not a value", ""]] as const] : []),
  ];
}

/** Texts of a possible length that hardly a pattern matches. */
function unlike({ minLength, maxLength }: JsonObject): readonly unknown[] {
  const least = typeof minLength === "number" ? minLength : 1;
  const most = typeof maxLength === "number" ? maxLength : Number.POSITIVE_INFINITY;
  return ["concordat", "!", "a b", "0", "~~~ ~~~"].map((text) =>
    text.padEnd(Math.min(least, longestText), text).slice(0, Math.min(most, longestText)),
  );
}

function lists(schemas: Schemas, schema: JsonObject): readonly (readonly [string, unknown])[] {
  if (typeOf(schema) !== "array") return [];
  const { minItems, maxItems, uniqueItems, ...rest } = schema;
  const of = (count: number): unknown =>
    sampleOf(
      schemas,
      { ...rest, ...(uniqueItems === true && { uniqueItems }), minItems: count, maxItems: count },
      {
        size: "full",
        without: "readOnly",
      },
    )?.value;
  const [item] = [of(1)].flat();
  return [
    ...(typeof maxItems === "number" && maxItems < longestList
      ? [["maxItems", of(maxItems + 1)] as const]
      : []),
    ...(typeof minItems === "number" && minItems > 0 && minItems < longestList
      ? [["minItems", of(minItems - 1)] as const]
      : []),
    ...(uniqueItems === true && item !== undefined && maxItems !== 1
      ? [
          [
            "uniqueItems",
            Array.from({ length: Math.max(2, Number(minItems ?? 2)) }, () => item),
          ] as const,
        ]
      : []),
  ];
}

/** Whether a schema has members of its own names, which may be missing. */
export const requiredOf = (schema: JsonObject): readonly string[] =>
  arrayAt(schema, "required").map(String);

/** The parts of a schema to be broken one by one: members, and the items of a list. */
export function partsOf(
  schema: JsonObject,
): readonly (readonly [step: string, part: JsonObject])[] {
  const members = Object.entries(objectAt(schema, "properties")).filter(
    (entry): entry is [string, JsonObject] => isObject(entry[1]),
  );
  return isObject(schema.items) ? [...members, ["0", schema.items]] : members;
}
