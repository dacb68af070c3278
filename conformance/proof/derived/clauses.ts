import { arrayAt, isObject, type JsonObject } from "../../contract/json.ts";
import type { Input } from "./inputs.ts";
import { typeOf, typesOf } from "./nodes.ts";

/** One thing that a schema demands of a value, and when a value does not have it. */
export interface Clause {
  /** `maximum`, `required-name`: what stands in an id. */
  readonly name: string;
  readonly keyword: string;
  readonly isBrokenBy: (value: unknown) => boolean;
}

/** What the schema of an input demands. Written apart from the suite's validator, which is what it tries out. */
export function clausesOf({ schema }: Input): readonly Clause[] {
  const clause = (keyword: string, isBrokenBy: (value: unknown) => boolean): readonly Clause[] =>
    keyword in schema ? [{ name: keyword, keyword, isBrokenBy }] : [];
  const limit = (keyword: string): number => Number(schema[keyword]);
  const number = (keyword: string, breaks: (value: number) => boolean) =>
    clause(keyword, (value) => typeof value === "number" && breaks(value));
  const text = (keyword: string, breaks: (value: string) => boolean) =>
    clause(keyword, (value) => typeof value === "string" && breaks(value));
  const list = (keyword: string, breaks: (value: readonly unknown[]) => boolean) =>
    clause(keyword, (value) => Array.isArray(value) && breaks(value));
  return [
    ...clause("type", (value) => !isOfTypes(value, typesOf(schema) ?? [])),
    ...clause("enum", (value) => !arrayAt(schema, "enum").includes(value)),
    ...clause("const", (value) => value !== schema.const),
    ...number("minimum", (value) => value < limit("minimum")),
    ...number("maximum", (value) => value > limit("maximum")),
    ...text("minLength", (value) => value.length < limit("minLength")),
    ...text("maxLength", (value) => value.length > limit("maxLength")),
    ...text("pattern", (value) => !new RegExp(String(schema.pattern), "u").test(value)),
    ...list("minItems", (value) => value.length < limit("minItems")),
    ...list("maxItems", (value) => value.length > limit("maxItems")),
    ...list(
      "uniqueItems",
      (value) => new Set(value.map((each) => JSON.stringify(each))).size < value.length,
    ),
    ...arrayAt(schema, "required").map((member) => ({
      name: `required-${member}`,
      keyword: "required",
      isBrokenBy: lacks([String(member)]),
    })),
    ...alternatives(schema),
  ];
}

const isOfTypes = (value: unknown, types: readonly string[]): boolean =>
  types.includes(typeOf(value)) || (types.includes("number") && typeOf(value) === "integer");

/** Whether an object lacks all of some members. */
const lacks =
  (members: readonly string[]) =>
  (value: unknown): boolean =>
    isObject(value) && members.every((member) => !Object.hasOwn(value, member));

/** `anyOf` branches that each require a member: one of them is required. */
function alternatives(schema: JsonObject): readonly Clause[] {
  const members = arrayAt(schema, "anyOf").flatMap((branch) =>
    arrayAt(branch, "required").map(String),
  );
  return members.length === 0
    ? []
    : [{ name: "anyOf", keyword: "anyOf", isBrokenBy: lacks(members) }];
}

/** A value at the edge of what an input allows. */
export interface EdgeValue {
  /** `maximum`, `value-open`. */
  readonly name: string;
  readonly isAt: (values: readonly unknown[]) => boolean;
}

/** The values that an input may just still have: its limits, each value of its enum, each of its types, and none. */
export function edgesOf({ schema }: Input): readonly EdgeValue[] {
  const edge = (name: string, fits: (value: unknown) => boolean): EdgeValue => ({
    name,
    isAt: (values) => values.some(fits),
  });
  const at = (keyword: string, measure: (value: unknown) => unknown): readonly EdgeValue[] =>
    typeof schema[keyword] === "number"
      ? [edge(keyword, (value) => measure(value) === schema[keyword])]
      : [];
  return [
    { name: "presence", isAt: (values) => values.length > 0 },
    { name: "absence", isAt: (values) => values.length === 0 },
    ...arrayAt(schema, "enum").map((value) => edge(`value-${value}`, (one) => one === value)),
    ...(typesOf(schema) ?? []).map((type) =>
      edge(`type-${type}`, (value) => typeOf(value) === type),
    ),
    ...at("minimum", (value) => value),
    ...at("maximum", (value) => value),
    ...at("minLength", lengthOf),
    ...at("maxLength", lengthOf),
    ...at("minItems", lengthOf),
    ...at("maxItems", lengthOf),
  ];
}

const lengthOf = (value: unknown): unknown =>
  typeof value === "string" || Array.isArray(value) ? value.length : undefined;
