import { isObject, type JsonObject } from "../json.ts";

/** Keywords whose value is a schema, a list of schemas, and a map of schemas. */
const one = [
  "items",
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
  "propertyNames",
  "contains",
  "not",
  "if",
  "then",
  "else",
];
const lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
const maps = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"];

/** What is made of a schema; its own parts have been changed before. */
export type Change = (schema: JsonObject, pointer: string) => unknown;

/**
 * A document with each schema in it changed, from the innermost outwards. What stands in examples is no schema.
 * Schemas are known by where they stand: below `schema`, in `components.schemas`, and within other schemas.
 */
export function mapSchemas(document: JsonObject, change: Change): JsonObject {
  // as: what is no schema keeps its shape, and the document itself is none.
  return mapNode(document, "", change, targetsIn(document)) as JsonObject;
}

/** Files that are schemas from their roots, or below, are known by what refers to them from a schema. */
function targetsIn(document: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (node: unknown, within: boolean, data = false): void => {
    if (Array.isArray(node)) {
      for (const item of node) collect(item, within, data);
      return;
    }
    if (!isObject(node) || data) return;
    if (within && typeof node.$ref === "string" && node.$ref.startsWith("#/x-files"))
      found.add(decodeURIComponent(node.$ref.slice(1)));
    for (const [name, value] of Object.entries(node))
      collect(value, within || name === "schema" || name === "schemas", /^examples?$/.test(name));
  };
  collect(document, false);
  return found;
}

function mapNode(
  node: unknown,
  pointer: string,
  change: Change,
  targets: ReadonlySet<string>,
): unknown {
  if (targets.has(pointer)) return mapSchema(node, pointer, change);
  if (Array.isArray(node))
    return node.map((item, index) => mapNode(item, `${pointer}/${index}`, change, targets));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => {
      const here = step(pointer, name);
      if (/^(example|examples|x-(?!files$).*)$/.test(name)) return [name, value];
      if (name === "schema") return [name, mapSchema(value, here, change)];
      if (name === "schemas" && /components$/.test(pointer))
        return [name, mapMap(value, here, change)];
      return [name, mapNode(value, here, change, targets)];
    }),
  );
}

function mapMap(value: unknown, pointer: string, change: Change): unknown {
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, schema]) => [name, mapSchema(schema, step(pointer, name), change)]),
  );
}

function mapSchema(value: unknown, pointer: string, change: Change): unknown {
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => {
    const here = step(pointer, name);
    if (one.includes(name)) return [name, mapSchema(part, here, change)];
    if (maps.includes(name)) return [name, mapMap(part, here, change)];
    if (lists.includes(name) && Array.isArray(part))
      return [name, part.map((item, index) => mapSchema(item, `${here}/${index}`, change))];
    return [name, part];
  });
  return change(Object.fromEntries(parts), pointer);
}

const step = (pointer: string, name: string): string =>
  `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
