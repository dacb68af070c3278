import { isObject, type JsonObject } from "../contract/json.ts";

/**
 * An OpenAPI 3.1 document in the words of 3.0, for tools that know no other: `type: [string, "null"]` is `nullable`, `const`
 * an `enum` of one, examples of schemas and what 3.0 does not know are left out.
 */
export function asThreeZero(document: JsonObject): JsonObject {
  const { webhooks: _, jsonSchemaDialect: __, ...rest } = document;
  const told = older(rest);
  if (!isObject(told)) throw new Error("The contract is no object");
  const { summary: ___, ...info } = isObject(told.info) ? told.info : {};
  const { identifier: ____, ...license } = isObject(info.license) ? info.license : {};
  return { ...told, openapi: "3.0.3", info: { ...info, license } };
}

function older(value: unknown, owner = ""): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => older(each));
  if (!isObject(value)) return value;
  // What stands beside a reference is overlooked there, and refused here.
  if (typeof value.$ref === "string") return { $ref: value.$ref };
  const entries = Object.entries(value).map(([name, each]) => [name, older(each, name)] as const);
  // Names of members are no keywords.
  if (owner === "properties") return Object.fromEntries(entries);
  return Object.fromEntries(entries.flatMap(([name, each]) => keyword(name, each)));
}

function keyword(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (name === "const") return [["enum", [value]]];
  // Examples of a schema are a list, those of a body are named.
  if (name === "examples" && Array.isArray(value)) return [];
  if (["propertyNames", "$comment", "contentEncoding", "unevaluatedProperties"].includes(name))
    return [];
  if (name !== "type" || !Array.isArray(value)) return [[name, value]];
  const types: readonly unknown[] = value.filter((type) => type !== "null");
  const nullable = types.length < value.length ? [["nullable", true] as const] : [];
  return types.length === 1 ? [["type", types[0]], ...nullable] : nullable;
}
