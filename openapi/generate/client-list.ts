import type { List } from "../client/pages.ts";
import { type JsonObject, listOf, objectOf } from "./json.ts";
import { dereference, type Operation } from "./operations.ts";

/**
 * How the answer of an operation is a page of a list, if a client can walk through that list. It is
 * known by parameter and answer: `page` and `meta.total_pages`, or `cursor` and `next_cursor`. The
 * items are in the answer's only array.
 */
export function clientList(contract: JsonObject, operation: Operation): List | undefined {
  const success = operation.responses.find(({ status }) => status.startsWith("2"));
  if (operation.method !== "get" || success === undefined) return undefined;
  const members = propertiesOf(contract, { $ref: success.body.pointer });
  const arrays = Object.keys(members).filter(
    (name) => objectOf(dereference(contract, members[name])).type === "array",
  );
  const [items] = arrays;
  if (items === undefined || arrays.length > 1) return undefined;
  const takes = (name: string) =>
    operation.parameters.some((each) => each.in === "query" && each.name === name);
  if (takes("cursor") && "next_cursor" in members) return { items, by: "cursor" };
  const meta = propertiesOf(contract, members.meta);
  return takes("page") && "total_pages" in meta ? { items, by: "page" } : undefined;
}

/** The members that a schema names, those of its `allOf` included. */
function propertiesOf(contract: JsonObject, schema: unknown): JsonObject {
  const { properties, allOf } = objectOf(dereference(contract, schema));
  const inherited = listOf(allOf).map((part) => propertiesOf(contract, part));
  return Object.assign({}, ...inherited, objectOf(properties));
}
