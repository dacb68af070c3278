import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { type JsonObject, objectAt } from "../contract/json.ts";
import type { Spoken } from "./schema-walk.ts";

/** Whether a value breaks a keyword of its schema, whatever the others say; alternatives are for the caller. */
export function keywordBreaker(): (spoken: Spoken) => boolean {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const compiled = new WeakMap<object, Map<string, ValidateFunction>>();
  return ({ keyword, schema, value }) => {
    if (["properties", "oneOf", "anyOf", "not"].includes(keyword)) return false;
    const known = compiled.get(schema) ?? new Map<string, ValidateFunction>();
    compiled.set(schema, known);
    const validate = known.get(keyword) ?? ajv.compile(aloneIn(schema, keyword));
    known.set(keyword, validate);
    return !validate(value);
  };
}

function aloneIn(schema: JsonObject, keyword: string): JsonObject {
  const alone = { [keyword]: schema[keyword] };
  if (keyword !== "additionalProperties") return alone;
  // Which members are additional, only the names of the others tell.
  const names = Object.keys(objectAt(schema, "properties"));
  return { ...alone, properties: Object.fromEntries(names.map((name) => [name, true])) };
}
