import { arrayAt, isObject, type JsonObject, objectAt, resolvePointer } from "../contract/json.ts";
import type { Prepared } from "./prepare.ts";

const methods = ["get", "put", "post", "patch", "delete"];

/**
 * The contract as every tool gets it: the same promises, with the target's ids as the examples of its parameters. A
 * schema `true` becomes the same in other words, `{}`, since one tool stops at it, and `x-` members are left out, since
 * another one does.
 */
export function contractFor(document: JsonObject, { parameters }: Prepared): JsonObject {
  const withIds = (operation: JsonObject, shared: readonly unknown[]): JsonObject => {
    const known = { ...parameters["*"], ...parameters[String(operation.operationId)] };
    const all = [...shared, ...arrayAt(operation, "parameters")].map((each) => {
      const { $ref } = isObject(each) ? each : {};
      const parameter = typeof $ref === "string" ? resolvePointer(document, $ref) : each;
      return withExample(isObject(parameter) ? parameter : {}, known);
    });
    return { ...operation, parameters: all };
  };
  const paths = Object.entries(objectAt(document, "paths")).map(([path, item]) => {
    const operations = methods.flatMap((method) => {
      const operation = objectAt(item, method);
      if (operation.operationId === undefined) return [];
      return [[method, withIds(operation, arrayAt(item, "parameters"))] as const];
    });
    return [path, Object.fromEntries(operations)] as const;
  });
  const configured = reworded({ ...document, paths: Object.fromEntries(paths) }, "");
  return isObject(configured) ? configured : {};
}

function withExample(parameter: JsonObject, known: Readonly<Record<string, string>>): JsonObject {
  const value = known[String(parameter.name)];
  if (value === undefined) return parameter;
  const { examples: _, ...others } = parameter;
  return { ...others, example: value };
}

const schemaOwners = ["items", "schema", "not"];

/** A copy in which no schema is `true`, and which has none of our own `x-` members. */
function reworded(value: unknown, owner: string): unknown {
  const inLists = ["oneOf", "anyOf", "allOf"].includes(owner);
  if (Array.isArray(value))
    return value.map((each: unknown) => (each === true && inLists ? {} : reworded(each, "")));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => owner === "properties" || !name.startsWith("x-"))
      .map(([name, each]) => [
        name,
        each === true && (owner === "properties" || schemaOwners.includes(name))
          ? {}
          : reworded(each, name),
      ]),
  );
}
