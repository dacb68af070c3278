import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { validatingCompiler } from "../../contract/compiler.ts";
import { isObject, type JsonObject, resolvePointer } from "../../contract/json.ts";
import { merged } from "./merge.ts";

/** One way in which a value does not fit: which keyword, and where in the value. */
export interface Misfit {
  readonly pointer: string;
  readonly keyword: string;
}

/** The schemas of one document, as a request has to meet them. */
export interface Schemas {
  /** The schema with references followed and `allOf` made one with it, on this level; its parts stay as they are. */
  flat(schema: JsonObject): JsonObject;
  fits(schema: JsonObject, value: unknown): boolean;
  /** Every misfit; undefined where the schema itself cannot be read. */
  misfits(schema: JsonObject, value: unknown): readonly Misfit[] | undefined;
}

/** How deep `allOf` within `allOf` is followed; schemas that contain themselves this way have no instance. */
const deepest = 12;

/** @param document modern, that is in JSON Schema 2020-12 throughout */
export function schemasOf(document: JsonObject): Schemas {
  const ajv = validatingCompiler();
  ajv.addSchema(document, "contract");
  // Schemas are made one from another all the time: what says the same is compiled once.
  const compiled = new Map<string, ValidateFunction | null>();
  const validators = new WeakMap<JsonObject, ValidateFunction | null>();
  const validatorOf = (schema: JsonObject): ValidateFunction | null => {
    const earlier = validators.get(schema);
    if (earlier !== undefined) return earlier;
    const text = JSON.stringify(schema);
    const known = compiled.get(text);
    const made = known === undefined ? compile(ajv, schema) : known;
    compiled.set(text, made);
    validators.set(schema, made);
    return made;
  };
  const flattened = new WeakMap<JsonObject, JsonObject>();
  const flat = (schema: JsonObject, depth = 0): JsonObject => {
    const known = flattened.get(schema);
    if (known !== undefined) return known;
    if (depth > deepest) return { not: {} };
    const { $ref, allOf, ...rest } = schema;
    const target = typeof $ref === "string" ? resolvePointer(document, $ref) : undefined;
    const parts = [target, ...(Array.isArray(allOf) ? allOf : [])].filter(isObject);
    const made = parts
      .map((part) => flat(part, depth + 1))
      .reduce((one, other) => merged(one, other), rest);
    flattened.set(schema, made);
    return made;
  };
  return {
    flat: (schema) => flat(schema),
    fits: (schema, value) => validatorOf(schema)?.(value) === true,
    misfits: (schema, value) => {
      const validate = validatorOf(schema);
      if (validate === null) return undefined;
      return validate(value) ? [] : (validate.errors ?? []).map(misfitOf);
    },
  };
}

/** Ajv places a missing or surplus member at its owner, which is where it is broken. */
const misfitOf = ({ instancePath, keyword }: ErrorObject): Misfit => ({
  pointer: instancePath,
  keyword,
});

function compile(ajv: Ajv2020, schema: JsonObject): ValidateFunction | null {
  const whole = rooted(schema);
  try {
    const validate = ajv.compile(whole);
    // It keeps what it has compiled, for as long as it lives.
    ajv.removeSchema(whole);
    return validate;
  } catch {
    return null;
  }
}

/** A part of the document on its own, its references still leading into the document. */
function rooted(schema: JsonObject): JsonObject {
  const copy: unknown = JSON.parse(JSON.stringify(schema), (name, value: unknown) =>
    name === "$ref" && typeof value === "string" && value.startsWith("#")
      ? `contract${value}`
      : value,
  );
  return isObject(copy) ? copy : {};
}
