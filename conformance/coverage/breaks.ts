import { validatingCompiler } from "../contract/compiler.ts";
import { type JsonObject, objectAt } from "../contract/json.ts";
import type { Spoken } from "./schema-walk.ts";

/** Whether a value breaks a keyword of its schema, whatever the others say; alternatives are for the caller. */
export function keywordBreaker(): (spoken: Spoken) => boolean {
  const ajv = validatingCompiler();
  type Validate = (value: unknown) => unknown;
  const compiled = new WeakMap<object, Map<string, Validate>>();
  // One that refers elsewhere cannot be read alone; nothing is said to break it then.
  const compile = (schema: JsonObject): Validate => {
    try {
      return ajv.compile(schema);
    } catch {
      return () => true;
    }
  };
  return ({ keyword, schema, value }) => {
    if (["properties", "oneOf", "anyOf", "not"].includes(keyword)) return false;
    const known = compiled.get(schema) ?? new Map<string, Validate>();
    compiled.set(schema, known);
    const validate = known.get(keyword) ?? compile(aloneIn(schema, keyword));
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
