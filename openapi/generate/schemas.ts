import { followPointer, isObject, type JsonObject, listOf, objectOf } from "./json.ts";

/** Members whose value is data: nothing in there is a schema, whatever it looks like. */
const DATA = new Set(["example", "examples", "default", "const", "enum"]);

/** Members that hold schemas by names which the contract is free to choose, `example` included. */
const NAMED = new Set(["properties", "patternProperties", "dependentSchemas", "$defs", "schemas"]);

/**
 * Shows every schema in a document, the outer before the inner; the visitor may change them.
 *
 * Objects around the schemas are shown too, since what is a schema and what is not takes all of
 * OpenAPI to tell: ask for the members that matter before doing anything.
 */
export function visitSchemas(node: unknown, visit: (schema: JsonObject) => void): void {
  if (Array.isArray(node)) for (const each of node) visitSchemas(each, visit);
  if (!isObject(node)) return;
  visit(node);
  for (const [name, value] of Object.entries(node)) {
    if (DATA.has(name)) continue;
    const schemas = NAMED.has(name) ? Object.values(objectOf(value)) : [value];
    for (const each of schemas) visitSchemas(each, visit);
  }
}

/**
 * The member by whose value alone a `oneOf` knows its branches: OpenAPI's discriminator, if every
 * branch requires that member and gives it constants of its own. Undefined in any other case.
 */
export function tagOf(document: JsonObject, schema: JsonObject): string | undefined {
  const tag = objectOf(schema.discriminator).propertyName;
  if (typeof tag !== "string") return undefined;
  const tags = listOf(schema.oneOf).map((branch) => tagValues(resolve(document, branch), tag));
  const everyBranchHasOne = tags.length > 0 && tags.every((values) => values.length > 0);
  return everyBranchHasOne && new Set(tags.flat()).size === tags.flat().length ? tag : undefined;
}

function resolve(document: JsonObject, branch: unknown): JsonObject {
  const ref = objectOf(branch).$ref;
  return objectOf(typeof ref === "string" ? followPointer(document, ref) : branch);
}

/** The constants that a branch gives to its tag; none when anything else would fit there too. */
function tagValues(branch: JsonObject, tag: string): string[] {
  if (branch.type !== "object" || !listOf(branch.required).includes(tag)) return [];
  const schema = objectOf(objectOf(branch.properties)[tag]);
  const values = "const" in schema ? [schema.const] : listOf(schema.enum);
  return values.every((value) => typeof value === "string") ? values : [];
}
