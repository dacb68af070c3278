import openapiTypescript, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { Api } from "./api.ts";
import { generatedHeader } from "./header.ts";
import { typeSchemas } from "./type-schemas.ts";

/**
 * `types.ts`: the contract as TypeScript types.
 *
 * A member with a default stays optional, since whoever sends a request may leave it out; that a
 * validator fills it in is said by the validator's own type.
 */
export async function typesFile({ name, contract }: Api): Promise<string> {
  // Both types describe an OpenAPI document; openapi-typescript checks it before it reads it.
  const document = typeSchemas(contract) as unknown as OpenAPI3;
  const nodes = await openapiTypescript(document, {
    silent: true,
    defaultNonNullable: false,
    // `type: object` without properties may have any: Record<string, unknown>, not an empty one.
    emptyObjectsUnknown: true,
    // Names of their own: `Conversation` beside `components["schemas"]["Conversation"]`.
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  });
  return `${generatedHeader(name, "openapi-typescript")}\n${astToString(nodes)}`;
}
