import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { objectAt } from "../contract/json.ts";
import type { Spoken } from "./schema-walk.ts";

/** Whether a value breaks a keyword of its schema, whatever the others say; alternatives are for the caller. */
export function keywordBreaker(): (spoken: Spoken) => boolean {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const compiled = new Map<string, ValidateFunction>();
  return ({ keyword, schema, value }) => {
    if (["properties", "oneOf", "anyOf", "not"].includes(keyword)) return false;
    // Which members are additional, only their names tell.
    const names = Object.keys(objectAt(schema, "properties")).map((name) => [name, true] as const);
    const alone = {
      [keyword]: schema[keyword],
      ...(keyword === "additionalProperties" && { properties: Object.fromEntries(names) }),
    };
    const key = JSON.stringify(alone);
    const validate = compiled.get(key) ?? ajv.compile(alone);
    compiled.set(key, validate);
    return !validate(value);
  };
}
