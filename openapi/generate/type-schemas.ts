import { isObject, type JsonObject, listOf, objectOf } from "./json.ts";
import { tagOf, visitSchemas } from "./schemas.ts";

/**
 * The contract as openapi-typescript reads it best, in a copy. It describes the same values:
 *
 * - a discriminator is gone where constants tell the branches, for TypeScript narrows by those,
 *   and openapi-typescript would take the member out of the type for the sake of the mapping;
 * - `anyOf: [{ required: [a] }, { required: [b] }]` becomes a choice of whole objects, for a
 *   branch that only says `required` would be read as `unknown`, and so would the union;
 * - what the API itself sends, its webhooks, has no operationId, so that `operations` holds what
 *   a client can call and nothing else.
 */
export function typeSchemas(contract: JsonObject): JsonObject {
  const document = structuredClone(contract);
  visitSchemas(document, (schema) => {
    if (tagOf(document, schema) !== undefined) delete schema.discriminator;
    for (const keyword of ["anyOf", "oneOf"]) spellOutChoice(schema, keyword);
  });
  for (const item of Object.values(objectOf(document.webhooks))) {
    for (const operation of Object.values(objectOf(item))) delete objectOf(operation).operationId;
  }
  return document;
}

function spellOutChoice(schema: JsonObject, keyword: string): void {
  const branches = listOf(schema[keyword]);
  if (!isObject(schema.properties) || branches.length === 0) return;
  if (!branches.every(saysOnlyRequired)) return;
  const properties = schema.properties;
  const choice = branches.map((branch) => {
    const required = listOf(objectOf(branch).required).map(String);
    const own = required.map((name): [string, unknown] => [name, properties[name]]);
    return { type: "object", required, properties: Object.fromEntries(own) };
  });
  delete schema[keyword];
  schema.allOf = [...listOf(schema.allOf), { [keyword]: choice }];
}

function saysOnlyRequired(branch: unknown): boolean {
  return isObject(branch) && Object.keys(branch).join() === "required";
}
