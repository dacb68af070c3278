import Router from "@koa/router";
import type { Operation } from "./document.ts";

/** What a request was routed to. */
export interface Found<Served> {
  readonly served: Served;
  /** The values of the path's parameters, decoded where they can be. */
  readonly params: Readonly<Record<string, string>>;
}

/** Which path and method leads to what. */
export interface Routes<Served> {
  /** What serves a request, or undefined. A path without parameters comes before one with them, as OpenAPI asks. */
  find(method: string, path: string): Found<Served> | undefined;
  /** The methods that a path has, in order; none where there is no such path. */
  methodsOf(path: string): readonly string[];
}

/**
 * The routes of operations, each with what serves it.
 * @param base what stands before every path: `/v1`
 */
export function routesOf<Served>(
  base: string,
  operations: readonly { readonly operation: Operation; readonly served: Served }[],
): Routes<Served> {
  const router = new Router({ prefix: base, strict: true, sensitive: true });
  const plain = new Map<string, Found<Served>>();
  const templated = new Map<string, { route: Router["stack"][number]; served: Served }[]>();
  for (const { operation, served } of operations) {
    // The router finds the route. It would also run it, which costs as much again as finding it.
    router.register(operation.path, [operation.method], noMiddleware);
    const route = router.stack.at(-1);
    if (route === undefined) throw new Error(`There is no route for ${operation.path}.`);
    const path = `${base}${operation.path}`;
    for (const method of route.methods) {
      if (path.includes(":")) {
        const form = formOf(method, path);
        templated.set(form, [...(templated.get(form) ?? []), { route, served }]);
      } else plain.set(`${method} ${path}`, { served, params: {} });
    }
  }
  return {
    find(method, path) {
      const known = plain.get(`${method} ${path}`);
      if (known !== undefined) return known;
      for (const { route, served } of templated.get(formOf(method, path)) ?? []) {
        const captures = route.regexp.exec(path)?.slice(1);
        if (captures !== undefined) return { served, params: route.params(path, captures) };
      }
      return undefined;
    },
    methodsOf(path) {
      // Whatever the method, all that fit the path are told.
      const fitting = router.match(path, "GET").path;
      return [...new Set(fitting.flatMap(({ methods }) => methods))].sort();
    },
  };
}

/** What a request has in common with its route: method and number of segments. Few routes share it. */
function formOf(method: string, path: string): string {
  let slashes = 0;
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) slashes += 1;
  return `${method} ${slashes}`;
}

const noMiddleware = () => undefined;
