import { isObject, type JsonObject } from "./json.ts";

/**
 * The document as far as it binds: what is marked `x-level: should` is taken out, from `required` too. A body that
 * breaks the whole document and fits this one earns a warning, not a failure.
 */
export function withoutShoulds(document: JsonObject): JsonObject {
  const copy = relax(document);
  return isObject(copy) ? copy : {};
}

const isShould = (node: unknown): boolean => isObject(node) && node["x-level"] === "should";

function relax(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(relax);
  if (!isObject(node)) return node;
  if (isShould(node)) return true;
  const { properties, required } = node;
  const binding = Object.entries(node).map(([member, value]) => [member, relax(value)]);
  const copy: Record<string, unknown> = Object.fromEntries(binding);
  if (isObject(properties) && Array.isArray(required)) {
    copy.required = required.filter((name) => !isShould(properties[String(name)]));
  }
  return copy;
}
