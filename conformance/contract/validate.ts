import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { untestable } from "../obstacles.ts";
import { validatingCompiler } from "./compiler.ts";
import { isObject, type JsonObject } from "./json.ts";
import { withoutShoulds } from "./relax.ts";

/** One place of a value that does not fit its schema. */
export interface Problem {
  /** JSON pointer into the value; empty for the value itself. */
  readonly pointer: string;
  readonly expected: string;
  readonly actual: unknown;
}

/** Judges values against the schemas of one document. */
export interface Validator {
  /** What does not fit the schema at a pointer of the document; `binding` leaves out what is marked `should`. */
  problems(pointer: string, value: unknown, scope: "binding" | "whole"): readonly Problem[];
}

// Compiling takes longer than a run of a fast target, and a document never changes.
const known = new WeakMap<JsonObject, Validator>();

/** A validator for a bundled document. Schemas are compiled on first use, once, and formats are asserted. */
export function validatorFor(document: JsonObject): Validator {
  const validator = known.get(document) ?? newValidator(document);
  known.set(document, validator);
  return validator;
}

function newValidator(document: JsonObject): Validator {
  const scopes = { whole: compilerOf(document), binding: compilerOf(withoutShoulds(document)) };
  return {
    problems(pointer, value, scope) {
      const validate = scopes[scope](pointer);
      return validate(value) ? [] : worthTelling(validate.errors ?? []).map(problemOf);
    },
  };
}

function compilerOf(document: JsonObject): (pointer: string) => ValidateFunction {
  const ajv = validatingCompiler({ discriminator: true });
  ajv.addSchema(taggedOnly(document), "contract");
  const compiled = new Map<string, ValidateFunction>();
  return (pointer) => {
    const known = compiled.get(pointer);
    if (known !== undefined) return known;
    const validate = compile(ajv, pointer);
    compiled.set(pointer, validate);
    return validate;
  };
}

/** @throws Untestable for a schema that cannot be read, as one of a user's document may be */
function compile(ajv: Ajv2020, pointer: string): ValidateFunction {
  try {
    return ajv.compile({ $ref: `contract#${encodeURI(pointer)}` });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return untestable(`the schema at #${pointer} cannot be read: ${why}`);
  }
}

/**
 * Ajv reads `discriminator` and refuses its `mapping`; the tags of the branches say the same. With it Ajv looks at
 * objects only, so that anything else would fit: a discriminated value is an object.
 */
function taggedOnly(node: unknown): JsonObject {
  const copy: unknown = JSON.parse(
    JSON.stringify(node, (_, value) =>
      isObject(value) && isObject(value.discriminator)
        ? {
            type: "object",
            ...value,
            discriminator: { propertyName: value.discriminator.propertyName },
          }
        : value,
    ),
  );
  return isObject(copy) ? copy : {};
}

/** Without the errors that only repeat that a branch or a reference failed. */
function worthTelling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const precise = errors.filter(({ keyword }) => !["if", "allOf", "$ref"].includes(keyword));
  return precise.length > 0 ? precise : errors;
}

function problemOf(error: ErrorObject): Problem {
  const { keyword, params, instancePath } = error;
  if (keyword === "required") {
    const member = String(params.missingProperty);
    return {
      pointer: `${instancePath}/${member}`,
      expected: `the required member \`${member}\``,
      actual: undefined,
    };
  }
  return { pointer: instancePath, expected: expectation(error), actual: error.data };
}

function expectation({ keyword, params, schema, message }: ErrorObject): string {
  switch (keyword) {
    case "enum":
      return `one of ${Array.isArray(schema) ? schema.join(", ") : String(schema)}`;
    case "const":
      return JSON.stringify(schema);
    case "discriminator":
      return `a known \`${String(params.tag)}\``;
    case "type":
      return Array.isArray(schema) ? schema.join(" or ") : String(schema);
    case "format":
      return `the format ${String(schema)}`;
    default:
      return message ?? keyword;
  }
}
