import type { Gap } from "../gap.ts";
import { isObject, type JsonObject, objectAt, resolvePointer, stringAt } from "../json.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * A document in which every operation has an operationId of its own: one without gets it from method and path,
 * `get-pets-petId`; of several with the same the later ones do, too. Path items that stand elsewhere are put in place.
 */
export function named(document: JsonObject): {
  readonly document: JsonObject;
  readonly gaps: readonly Gap[];
} {
  const taken = new Set<string>();
  const gaps: Gap[] = [];
  const nameOf = (method: string, path: string, given: string | undefined): string => {
    if (given !== undefined && !taken.has(given)) return given;
    const made = `${method}-${path.replace(/[^\w.-]+/g, "-").replace(/^-|-$/g, "")}`;
    if (given !== undefined)
      gaps.push({
        place: `${method.toUpperCase()} ${path}`,
        what: `its operationId \`${given}\` belongs to another operation already; here it is \`${made}\``,
      });
    return made;
  };
  const paths = Object.entries(objectAt(document, "paths")).map(([path, given]) => {
    const ref = stringAt(given, "$ref");
    const item = ref === undefined ? given : resolvePointer(document, ref);
    if (!isObject(item)) return [path, item];
    const members = Object.entries(item).map(([method, operation]) => {
      if (!methods.includes(method) || !isObject(operation)) return [method, operation];
      const operationId = nameOf(method, path, stringAt(operation, "operationId"));
      taken.add(operationId);
      if (Object.keys(objectAt(operation, "callbacks")).length > 0)
        gaps.push({ place: operationId, what: "its callbacks are not received" });
      if (operation.servers !== undefined || item.servers !== undefined)
        gaps.push({ place: operationId, what: "its own servers are not used: all goes to --url" });
      return [method, { ...operation, operationId }];
    });
    return [path, Object.fromEntries(members)];
  });
  return { document: { ...document, paths: Object.fromEntries(paths) }, gaps };
}
