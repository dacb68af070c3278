import type { Call, Exchange, Response } from "../model.ts";

/** An answer in short: `json` gives the body and its media type, unless they are given too. */
export type ShortAnswer = Partial<Response> | { readonly failure: string };

/** A complete answer; without anything given, a 200 without a body. */
export function responseOf(given: Partial<Response> = {}): Response {
  const hasJson = "json" in given;
  return {
    status: 200,
    headers: hasJson ? { "content-type": "application/json" } : {},
    body: hasJson ? JSON.stringify(given.json) : "",
    ...given,
  };
}

/** An exchange with the given answer, or with a failure in its place. */
export function exchangeOf(answer: ShortAnswer = {}, given: Partial<Exchange> = {}): Exchange {
  return {
    number: 1,
    call: callOf(),
    request: {
      method: "GET",
      url: "http://127.0.0.1:4010/v1/things?page=2",
      headers: { accept: "application/json" },
    },
    startedAt: "2026-04-02T12:00:00.000Z",
    durationMs: 12,
    ...("failure" in answer ? answer : { response: responseOf(answer) }),
    ...given,
  };
}

/** A call of the operation `listThings`, but for the members given. */
export const callOf = (given: Partial<Call> = {}): Call => ({
  operationId: "listThings",
  purpose: "the second page",
  ...given,
});
