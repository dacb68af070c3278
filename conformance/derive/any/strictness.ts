import type { Operation } from "../../contract/contract.ts";
import type { Level } from "../../model.ts";
import { type AnswerLevels, documentsRefusal } from "../derivation.ts";

const between = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Refusals that tell nothing of what a request contained: the key, the time, the pace. */
const other = [401, 402, 408, 429];

/** Any 4xx but these means that a request was refused for what it contains; documents seldom say which one. */
export const contentRefusals = between(400, 499).filter((status) => !other.includes(status));

/**
 * Answers by which a valid request is not refused for what it contains: something exists already, or no more, is locked,
 * or is not for this key. A 5xx is judged by itself.
 */
export const besideContent = [401, 402, 403, 404, 408, 409, 410, 423, 429, ...between(500, 599)];

/** Refusals that HTTP has by itself (RFC 9110, 15.5; RFC 6585), and that a document does not have to name. */
export const httpRefusals = [401, 405, 406, 408, 411, 413, 414, 415, 426, 428, 429, 431];

/** A request without a good key is refused by any 4xx: some servers hide what there is by a 404. */
export const keyRefusals = between(400, 499).filter((status) => status !== 408 && status !== 429);

/** Whether an operation documents that a bad request is refused. */
const documentsBadRequest = ({ responses }: Operation): boolean =>
  [...responses.keys()].some((status) => /^(400|422|4XX)$/i.test(status));

/** Keywords that many a server is lax about on purpose: null for nothing, formats as hints, members it does not know. */
const lax = ["null", "format", "additionalProperties", "uniqueItems"];

/**
 * How firmly a request that breaks a keyword has to be refused. A schema says what is valid, and not what becomes of
 * the rest: it takes a documented 400 or 422 to promise that. What is optional in a query may still be ignored.
 */
export function refusalLevel(
  operation: Operation,
  keyword: string,
  isOptionalParameter: boolean,
): Level {
  return documentsBadRequest(operation) && !lax.includes(keyword) && !isOptionalParameter
    ? "must"
    : "should";
}

/**
 * A 5xx is a fault whatever was sent, unless the operation documents it. An undocumented 4xx is held against an
 * operation that documents others: a document need not list every status, only those that are known (OpenAPI 3.1,
 * "Responses Object").
 */
export function answerLevels(operation: Operation, provokes: boolean): AnswerLevels {
  const statuses = [...operation.responses.keys()];
  const successes = [...operation.responses].filter(([status]) => status.startsWith("2"));
  return {
    everyStatus: false,
    unnamedRefusals: httpRefusals,
    undocumentedRefusal: statuses.some((status) => status.startsWith("4")) ? "should" : undefined,
    serverError: statuses.some((status) => status.startsWith("5")) ? "should" : "must",
    refusalBody: !documentsRefusal(operation)
      ? undefined
      : operation.secured || (provokes && documentsBadRequest(operation))
        ? "must"
        : "should",
    headers: successes.length > 0 && successes.every(([, { headers }]) => headers.length > 0),
  };
}
