import { arrayAt, isObject, type JsonObject, objectAt, resolvePointer } from "../json.ts";
import { mapSchemas } from "./schemas-in.ts";

/** A document as requests have to meet it: what is `readOnly` is not required of them (OpenAPI 3.0.3, "Schema Object"). */
export const forRequests = (document: JsonObject): JsonObject =>
  mapSchemas(document, (schema) => withoutRequired(document, schema, "readOnly"));

/**
 * A document as answers have to meet it: what is `writeOnly` is not required of them, and a value that fits several
 * branches of a `oneOf` is let through. That two branches overlap is the document's fault, and says nothing of a server.
 */
export const forAnswers = (document: JsonObject): JsonObject =>
  mapSchemas(document, (schema) => {
    const { oneOf, ...rest } = withoutRequired(document, schema, "writeOnly");
    if (!Array.isArray(oneOf)) return rest;
    return "anyOf" in rest
      ? { ...rest, allOf: [...arrayAt(rest, "allOf"), { anyOf: oneOf }] }
      : { ...rest, anyOf: oneOf };
  });

function withoutRequired(
  document: JsonObject,
  schema: JsonObject,
  direction: "readOnly" | "writeOnly",
): JsonObject {
  if (!Array.isArray(schema.required) || !isObject(schema.properties)) return schema;
  const { properties } = schema;
  const isOther = (name: string): boolean => {
    const member = objectAt(properties, name);
    const target = typeof member.$ref === "string" ? resolvePointer(document, member.$ref) : {};
    return member[direction] === true || (isObject(target) && target[direction] === true);
  };
  return { ...schema, required: schema.required.filter((name) => !isOther(String(name))) };
}
