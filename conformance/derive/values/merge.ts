import { isObject, type JsonObject } from "../../contract/json.ts";

type Join = (a: unknown, b: unknown) => unknown;

const larger: Join = (a, b) => Math.max(Number(a), Number(b));
const smaller: Join = (a, b) => Math.min(Number(a), Number(b));
const both: Join = (a, b) => [...new Set([...list(a), ...list(b)])];
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** How a keyword that stands in two schemas becomes one that says as much as both; else the second one stands. */
const joins: Readonly<Record<string, Join>> = {
  required: both,
  allOf: (a, b) => [...list(a), ...list(b)],
  properties: (a, b) => eachOf(a, b),
  patternProperties: (a, b) => eachOf(a, b),
  items: (a, b) => conjunction(a, b),
  additionalProperties: (a, b) => conjunction(a, b),
  minimum: larger,
  exclusiveMinimum: larger,
  minLength: larger,
  minItems: larger,
  minProperties: larger,
  maximum: smaller,
  exclusiveMaximum: smaller,
  maxLength: smaller,
  maxItems: smaller,
  maxProperties: smaller,
  uniqueItems: (a, b) => a === true || b === true,
  type: (a, b) => common(list(a), list(b)),
  enum: (a, b) => list(a).filter((one) => list(b).some((other) => Object.is(one, other))),
};

/** One schema that says what two say, as far as keywords can be joined; who uses it checks what it makes of it. */
export function merged(a: JsonObject, b: JsonObject): JsonObject {
  const result: Record<string, unknown> = { ...a, ...b };
  for (const [keyword, join] of Object.entries(joins))
    if (keyword in a && keyword in b) result[keyword] = join(a[keyword], b[keyword]);
  // Both have to hold: the branches of one go below the other's.
  for (const keyword of ["anyOf", "oneOf"])
    if (keyword in a && keyword in b) {
      result[keyword] = a[keyword];
      result.allOf = [...list(result.allOf ?? []), { [keyword]: b[keyword] }];
    }
  return result;
}

function eachOf(a: unknown, b: unknown): JsonObject {
  if (!isObject(a) || !isObject(b)) return isObject(a) ? a : isObject(b) ? b : {};
  const result: Record<string, unknown> = { ...a, ...b };
  for (const name of Object.keys(a)) if (name in b) result[name] = conjunction(a[name], b[name]);
  return result;
}

function conjunction(a: unknown, b: unknown): unknown {
  if (a === false || b === false) return false;
  if (!isObject(a)) return b;
  return isObject(b) ? { allOf: [a, b] } : a;
}

/** Types that both allow; a number that is whole is an integer. */
function common(a: readonly unknown[], b: readonly unknown[]): unknown {
  const allows = (types: readonly unknown[], type: unknown): boolean =>
    types.includes(type) || (type === "integer" && types.includes("number"));
  const shared = [...new Set([...a, ...b])].filter((type) => allows(a, type) && allows(b, type));
  return shared.length === 1 ? shared[0] : shared;
}
