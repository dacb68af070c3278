import fc, { type Arbitrary } from "fast-check";
import { arrayAt, isObject, type JsonObject, objectAt } from "../../contract/json.ts";
import { patternOf } from "../../contract/load/modern.ts";
import { rangeOf } from "./number.ts";
import { sampleOf, typeOf } from "./sample.ts";
import type { Schemas } from "./schemas.ts";
import { textFor } from "./text.ts";

const deepest = 4;

/**
 * Random instances of a schema, the same for the same seed; each fits. Fewer than asked for where they are hard to find.
 * @param seed a whole number
 */
export function randomInstances(
  schemas: Schemas,
  schema: JsonObject,
  count: number,
  seed: number,
): readonly unknown[] {
  const drawn = fc.sample(arbitraryOf(schemas, schema), { numRuns: count * 10, seed });
  return drawn.filter((value) => schemas.fits(schema, value)).slice(0, count);
}

/** Draws values that fit a schema, or nearly so: who draws checks them. */
export function arbitraryOf(schemas: Schemas, given: JsonObject, depth = 0): Arbitrary<unknown> {
  const schema = schemas.flat(given);
  if (depth > deepest)
    return fc.constant(sampleOf(schemas, given, { size: "minimal", without: "readOnly" })?.value);
  const next = (part: unknown): Arbitrary<unknown> =>
    arbitraryOf(schemas, isObject(part) ? part : {}, depth + 1);
  const { anyOf, oneOf, ...rest } = schema;
  const branches = [anyOf, oneOf].find(Array.isArray);
  if (branches !== undefined)
    return fc.oneof(...branches.filter(isObject).map((one) => next({ allOf: [rest, one] })));
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const plain = ofType(schema, next);
  return [schema.type].flat().includes("null")
    ? fc.oneof({ weight: 4, arbitrary: plain }, fc.constant(null))
    : plain;
}

function ofType(
  schema: JsonObject,
  next: (part: unknown) => Arbitrary<unknown>,
): Arbitrary<unknown> {
  switch (typeOf(schema)) {
    case "object":
      return objects(schema, next);
    case "array":
      return arrays(schema, next);
    case "string":
      return texts(schema);
    case "integer":
    case "number":
      return numbers(schema);
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    default:
      return fc.constant("concordat");
  }
}

function objects(
  schema: JsonObject,
  next: (part: unknown) => Arbitrary<unknown>,
): Arbitrary<unknown> {
  const required = arrayAt(schema, "required").map(String);
  const members = Object.entries(objectAt(schema, "properties")).filter(
    ([, part]) => !(isObject(part) && part.readOnly === true),
  );
  const others = required
    .filter((name) => !members.some(([known]) => known === name) && !isReadOnly(schema, name))
    .map((name) => [name, schema.additionalProperties] as const);
  const model = Object.fromEntries(
    [...members, ...others].map(([name, part]) => [name, next(part)] as const),
  );
  const requiredKeys = Object.keys(model).filter((name) => required.includes(name));
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

const isReadOnly = (schema: JsonObject, name: string): boolean =>
  objectAt(objectAt(schema, "properties"), name).readOnly === true;

function arrays(
  schema: JsonObject,
  next: (part: unknown) => Arbitrary<unknown>,
): Arbitrary<unknown> {
  const { minItems, maxItems, uniqueItems } = schema;
  const minLength = typeof minItems === "number" ? minItems : 0;
  const maxLength = Math.min(
    typeof maxItems === "number" ? maxItems : minLength + 3,
    minLength + 20,
  );
  const item = next(schema.items);
  if (uniqueItems !== true) return fc.array(item, { minLength, maxLength });
  return fc.uniqueArray(item, {
    minLength,
    maxLength,
    comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
}

function texts(schema: JsonObject): Arbitrary<unknown> {
  const { pattern, format, minLength: least, maxLength: most } = schema;
  const expression = typeof pattern === "string" ? patternOf(pattern) : undefined;
  if (expression !== undefined) {
    try {
      return fc.stringMatching(expression);
    } catch {
      return fc.constant(textFor(schema, 0));
    }
  }
  const known = typeof format === "string" ? formats[format] : undefined;
  if (known !== undefined) return known;
  if (format !== undefined && format !== "password" && format !== "binary")
    return fc.nat(8).map((variant) => textFor(schema, variant));
  const minLength = typeof least === "number" ? least : 0;
  const maxLength = Math.min(typeof most === "number" ? most : minLength + 40, minLength + 200);
  // Printable, in several scripts: control characters are another matter than a schema's.
  const unit = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz 0123456789-'") },
    fc.constantFrom(..."äéñßøąčđŞİığ"),
    fc.constantFrom("中", "ع", "ह", "\u{1F600}", "\u{1F1F9}"),
  );
  return fc.string({ unit, minLength, maxLength });
}

const formats: Readonly<Record<string, Arbitrary<unknown>>> = {
  uuid: fc.uuid(),
  email: fc.nat(9999).map((n) => `concordat${n}@example.com`),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6(),
  "date-time": fc
    .date({ min: new Date(0), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString()),
  date: fc
    .date({ min: new Date(0), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
};

function numbers(schema: JsonObject): Arbitrary<unknown> {
  const { least, most, step } = rangeOf(schema);
  const bound = schema.format === "int64" ? Number.MAX_SAFE_INTEGER : 2 ** 31 - 1;
  const min = Math.max(least ?? Math.min(0, most ?? 0), -bound);
  const max = Math.min(most ?? Math.max(min, 1000), bound);
  if (min > max) return fc.constant(min);
  if (step === undefined)
    return fc
      .double({ min, max, noNaN: true, noDefaultInfinity: true })
      .map((n) => Math.round(n * 100) / 100);
  return fc
    .integer({
      min: Math.ceil(min / step),
      max: Math.max(Math.ceil(min / step), Math.floor(max / step)),
    })
    .map((n) => n * step);
}
