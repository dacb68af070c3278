import { isObject, type JsonObject, objectAt } from "../contract/json.ts";

/**
 * Tells which operation a tool means by a method and a path: a template, or a path that was sent, with or without origin,
 * base path and query. Undefined where it means none.
 * @param url the target's, whose base path may stand before the template
 */
export function operationFinder(
  contract: JsonObject,
  url: string,
): (method: string, path: string) => string | undefined {
  const base = new URL(url).pathname;
  const known = Object.entries(objectAt(contract, "paths")).flatMap(([template, item]) =>
    Object.entries(isObject(item) ? item : {}).map(([method, operation]) => ({
      method: method.toUpperCase(),
      steps: template.split("/"),
      id: String(isObject(operation) ? operation.operationId : ""),
    })),
  );
  return (method, path) => {
    const bare = path.replace(/^https?:\/\/[^/]+/, "").replace(/[?#].*$/, "");
    const steps = (bare.startsWith(`${base}/`) ? bare.slice(base.length) : bare).split("/");
    const fits = known.filter(
      (one) =>
        one.method === method.toUpperCase() &&
        one.steps.length === steps.length &&
        one.steps.every((step, place) => step.startsWith("{") || step === steps[place]),
    );
    return fits.toSorted((a, b) => variables(a.steps) - variables(b.steps))[0]?.id;
  };
}

const variables = (steps: readonly string[]): number =>
  steps.filter((step) => step.startsWith("{")).length;
