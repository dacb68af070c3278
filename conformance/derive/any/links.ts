import type { Contract, Operation } from "../../contract/contract.ts";
import type { Gap } from "../../contract/gap.ts";
import {
  below,
  isObject,
  objectAt,
  pointerOf,
  resolvePointer,
  stringAt,
} from "../../contract/json.ts";
import { at } from "../../evidence.ts";
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
  return linksIn(contract).flatMap(({ from, to, link }) =>
    to === undefined
      ? []
      : Object.entries(objectAt(link, "parameters")).map(([name, expression]) => ({
          from: from.id,
          to: to.id,
          parameter: name.replace(/^(path|query|header|cookie)\./, ""),
          expression,
        })),
  );
}

/** What of a document's links nothing is made of. */
export function linkGaps(contract: Contract): readonly Gap[] {
  return linksIn(contract).flatMap(({ from, name, to, link }) => {
    const gap = (what: string): Gap => ({ place: from.id, what: `its link \`${name}\` ${what}` });
    const target = stringAt(link, "operationId") ?? stringAt(link, "operationRef");
    if (to === undefined)
      return [
        gap(target === undefined ? "names no operation" : `leads to no operation: ${target}`),
      ];
    return at(link, "requestBody") === undefined ? [] : [gap("gives a body, which is not sent")];
  });
}

interface Link {
  readonly from: Operation;
  readonly name: string;
  readonly link: unknown;
  /** Where it leads; undefined where that is nowhere in this document. */
  readonly to: Operation | undefined;
}

function linksIn({ document, operations, resolve }: Contract): readonly Link[] {
  const follow = (value: unknown): unknown =>
    isObject(value) && typeof value.$ref === "string" ? resolve(value.$ref) : value;
  const all = [...operations.values()];
  const leadingTo = (link: unknown): Operation | undefined => {
    const id = stringAt(link, "operationId");
    if (id !== undefined) return operations.get(id);
    const reference = stringAt(link, "operationRef");
    return reference === undefined
      ? undefined
      : all.find((operation) => pointerTo(operation) === `#${pointerOf(reference)}`);
  };
  return all.flatMap((from) => {
    const responses = resolvePointer(document, below(pointerTo(from), "responses"));
    return Object.values(isObject(responses) ? responses : {}).flatMap((response) =>
      Object.entries(objectAt(follow(response), "links")).map(([name, given]) => {
        const link = follow(given);
        return { from, name, link, to: leadingTo(link) };
      }),
    );
  });
}

const pointerTo = ({ path, method }: Operation): string =>
  below("#", "paths", path, method.toLowerCase());

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
