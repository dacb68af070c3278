import { Ajv2020, type Options } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { JsonObject } from "./json.ts";
import { tagOf, visitSchemas } from "./schemas.ts";

/** Keywords that OpenAPI adds to JSON Schema, and that assert nothing. */
const OPENAPI_KEYWORDS = ["example", "externalDocs", "xml"];

/**
 * Makes an ajv for a document with schemas, as the generated validators use it: strict, every
 * problem reported, formats asserted. `getSchema("contract#/components/schemas/…")` compiles.
 */
export function makeAjv(document: JsonObject, options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    // It does not look up from a branch to the properties beside `anyOf`; the linter's rule does.
    strictRequired: false,
    // OpenAPI 3.1 says nullable as `type: [string, "null"]`.
    allowUnionTypes: true,
    allErrors: true,
    discriminator: true,
    ...options,
  });
  formats.default(ajv);
  ajv.addVocabulary(passedOver(document));
  return ajv.addSchema(document, "contract", false, false);
}

/**
 * The contract's schemas as ajv takes them, in a copy: a discriminator tells the branches of a
 * `oneOf` by constants in each of them, or it is gone, for ajv has no `mapping`.
 *
 * With a discriminator ajv accepts the same values as without; it reports one problem in the right
 * branch instead of every branch's.
 */
export function ajvSchemas(contract: JsonObject): JsonObject {
  const { paths, components } = structuredClone(contract);
  const document: JsonObject = { paths, ...(components !== undefined && { components }) };
  visitSchemas(document, (schema) => {
    if (!("discriminator" in schema)) return;
    const tag = tagOf(document, schema);
    if (tag === undefined) delete schema.discriminator;
    // Every branch is an object; strict mode wants the discriminator to say so too.
    else Object.assign(schema, { type: "object", discriminator: { propertyName: tag } });
  });
  return document;
}

/**
 * The keywords that ajv passes over in this document: OpenAPI's, the extensions used in it, and
 * the document's own members, since ajv takes the whole for one schema. In strict mode any other
 * unknown keyword is a fault.
 */
export function passedOver(document: JsonObject): string[] {
  const extensions = new Set<string>();
  visitSchemas(document, (schema) => {
    for (const name of Object.keys(schema)) if (name.startsWith("x-")) extensions.add(name);
  });
  return [...new Set([...OPENAPI_KEYWORDS, ...Object.keys(document), ...extensions])];
}
