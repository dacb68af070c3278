import fc from "fast-check";
import { isObject, type JsonObject, listOf, objectOf } from "../../openapi/generate/json.ts";
import { known } from "./known.ts";
import { resolve } from "./operations.ts";

/**
 * Values that fit a schema, as far as a schema says what means something: where the demo has values
 * for a member of that name, mostly those.
 */
export function fitting(
  contract: JsonObject,
  node: unknown,
  name = "",
  depth = 0,
): fc.Arbitrary<unknown> {
  const schema = resolve(contract, node);
  const inner = (child: unknown, childName: string) =>
    fitting(contract, child, childName, depth + 1);
  if ("const" in schema) return fc.constant(schema.const);
  const choices = listOf(schema.enum);
  if (choices.length > 0) return fc.constantFrom(...choices);
  const types = [schema.type].flat();
  const values = types.map((type): fc.Arbitrary<unknown> => {
    switch (type) {
      case "string":
        return textFor(schema, name);
      case "integer":
        return fc.integer(rangeOf(schema));
      case "number":
        return fc.integer(rangeOf(schema)).map((whole) => whole / 2);
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      case "array":
        return fc.array(inner(schema.items, name), { maxLength: 3 });
      default:
        return depth > 4 ? fc.constant({}) : objectFor(schema, name, inner);
    }
  });
  return fc.oneof(...values);
}

function textFor({ format }: JsonObject, name: string): fc.Arbitrary<string> {
  if (format === "date-time") {
    return fc.constantFrom(
      "2026-04-02T12:00:00Z",
      "2099-01-01T00:00:00Z",
      "1990-12-31T23:59:60Z",
      "2024-03-15T08:30:00+05",
    );
  }
  const free = fc.string({ unit: "grapheme", maxLength: 12 });
  const words = known[name];
  if (words === undefined) return free;
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: free },
  );
}

function rangeOf({ minimum = 0, maximum = 200 }: JsonObject): { min: number; max: number } {
  return { min: Number(minimum), max: Number(maximum) };
}

function objectFor(
  schema: JsonObject,
  name: string,
  inner: (child: unknown, name: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<object> {
  if (name === "flow") return flow;
  const properties = Object.entries(objectOf(schema.properties));
  const required = listOf(schema.required).map(String);
  const alternatives = listOf(schema.anyOf).map((one) =>
    listOf(objectOf(one).required).map(String),
  );
  const members = Object.fromEntries(
    properties.map(([member, child]) => [member, inner(child, member)]),
  );
  const declared = fc.oneof(
    ...(alternatives.length > 0 ? alternatives : [[]]).map((also) =>
      fc.record(members, { requiredKeys: [...required, ...also] }),
    ),
  );
  if (properties.length > 0 && !isObject(schema.additionalProperties)) return declared;
  const others = isObject(schema.additionalProperties)
    ? inner(schema.additionalProperties, "")
    : fc.jsonValue({ maxDepth: 1 });
  const further = fc.dictionary(fc.string({ maxLength: 6 }), others, { maxKeys: 3 });
  return fc.tuple(declared, further).map(([own, more]) => ({ ...more, ...own }));
}

/** Definitions with little sense, whose states lead to each other. */
const state = fc.constantFrom("a", "b", "c", "__proto__", "constructor", "");
const text = fc.constantFrom("Hi", "{{a}}", "{{variables.b.length}}", "{{__proto__.x[0]}}", "");
const action = fc.oneof(
  fc.record({ type: fc.constant("SEND_MESSAGE"), message: text }),
  fc.record(
    {
      type: fc.constant("API_CALL"),
      url: fc.constantFrom("https://example.com/{{a}}", "http://127.0.0.1:1/", "{{a}}"),
      save_to: state,
      success_transition: state,
      failure_transition: state,
    },
    { requiredKeys: ["type", "url"] },
  ),
);
const flow = fc.dictionary(
  state,
  fc.record(
    {
      message: text,
      actions: fc.array(action, { maxLength: 2 }),
      transitions: fc.dictionary(fc.oneof(state, fc.constant("default")), state, { maxKeys: 3 }),
    },
    { requiredKeys: [] },
  ),
  { maxKeys: 4 },
);
