import type { Contract } from "../../contract/contract.ts";
import { below, isObject, objectAt, resolvePointer, stringAt } from "../../contract/json.ts";
import type { Exchange } from "../../model.ts";

/** A value that a document says to take from one operation's exchange for another's parameter. */
export interface LinkedValue {
  readonly from: string;
  readonly to: string;
  /** Its name; a link may put its place before it: `path.petId`. */
  readonly parameter: string;
  /** A runtime expression, `$response.body#/id`, or a constant. */
  readonly expression: unknown;
}

/** The links of a document (OpenAPI 3.1, "Link Object"), value by value. */
export function linksOf(contract: Contract): readonly LinkedValue[] {
  const { document, operations } = contract;
  return [...operations.values()].flatMap(({ id, path, method }) => {
    const pointer = below("", "paths", path, method.toLowerCase(), "responses");
    return Object.keys(objectAt(contract, "document") && objectOf(document, pointer)).flatMap(
      (status) => {
        const response = followed(document, below(pointer, status));
        return Object.values(objectAt(response, "links")).flatMap((given) => {
          const link =
            isObject(given) && typeof given.$ref === "string"
              ? contract.resolve(given.$ref)
              : given;
          const to = stringAt(link, "operationId");
          if (to === undefined || !operations.has(to)) return [];
          return Object.entries(objectAt(link, "parameters")).map(([name, expression]) => ({
            from: id,
            to,
            parameter: name.replace(/^(path|query|header|cookie)\./, ""),
            expression,
          }));
        });
      },
    );
  });
}

function objectOf(document: unknown, pointer: string): object {
  const value = resolvePointer(document, pointer);
  return isObject(value) ? value : {};
}

function followed(document: unknown, pointer: string): unknown {
  const value = resolvePointer(document, pointer);
  return isObject(value) && typeof value.$ref === "string"
    ? resolvePointer(document, value.$ref)
    : value;
}

/** What an expression comes to in an exchange (OpenAPI 3.1, "Runtime Expressions"); undefined where it leads nowhere. */
export function evaluated(expression: unknown, { call, request, response }: Exchange): unknown {
  if (typeof expression !== "string" || !expression.startsWith("$")) return expression;
  const [, place, name = ""] =
    /^\$(?:request|response)\.(body|header|path|query)[.#]?(.*)$/.exec(expression) ?? [];
  const isResponse = expression.startsWith("$response");
  if (place === "body") return resolvePointer(isResponse ? response?.json : call.body, name);
  const headers = isResponse ? response?.headers : request.headers;
  if (place === "header") return headers?.[name.toLowerCase()];
  return place === "path" ? call.path?.[name] : call.query?.[name];
}
