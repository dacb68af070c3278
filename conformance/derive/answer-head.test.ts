import { describe, expect, test } from "vitest";
import { validatorFor } from "../contract/validate.ts";
import type { Response } from "../model.ts";
import { smallContract } from "../testing/contract.ts";
import { exchangeOf, responseOf } from "../testing/exchange.ts";
import { headerRule, mediaTypeRule, serverErrorRule, statusRule } from "./answer-head.ts";
import type { AnswerRule } from "./answers.ts";

const { contract, operation } = smallContract({
  responses: {
    "200": {
      description: "",
      content: { "application/json": { schema: {} }, "text/csv": { schema: {} } },
    },
    "204": { description: "" },
    "429": {
      description: "",
      headers: {
        "Retry-After": { required: true, schema: { type: "integer" } },
        "X-Note": { schema: { type: "string" } },
        "X-Left": { schema: { type: "number" } },
      },
    },
  },
});

/** What a rule finds in an answer: expected and actual. */
function found(rule: AnswerRule, answer: Partial<Response>) {
  const response = responseOf(answer);
  return rule(exchangeOf(response), response, validatorFor(contract.document)).map(
    ({ expected, actual }) => [expected, actual],
  );
}

describe("the status", () => {
  test.each([200, 204, 429])("%i is documented", (status) => {
    expect(found(statusRule(operation), { status })).toEqual([]);
  });

  test.each([201, 302, 404, 500])("%i is not", (status) => {
    expect(found(statusRule(operation), { status })).toEqual([
      ["one of 200, 204, 429", String(status)],
    ]);
  });

  test.each([200, 404, 499])("%i is no server error", (status) => {
    expect(found(serverErrorRule, { status })).toEqual([]);
  });

  test.each([500, 503])("%i is one, documented or not", (status) => {
    expect(found(serverErrorRule, { status })).toEqual([
      ["a success, or a refusal with a 4xx", String(status)],
    ]);
  });
});

describe("the media type", () => {
  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON ;x=1",
    "text/csv",
  ])("%s is documented", (type) => {
    expect(found(mediaTypeRule(operation), { headers: { "content-type": type } })).toEqual([]);
  });

  test.each([
    ["text/html", { "content-type": "text/html" }],
    ["application/jsonx", { "content-type": "application/jsonx" }],
    ["no Content-Type", {}],
  ])("%s is not", (actual, headers) => {
    expect(found(mediaTypeRule(operation), { headers })).toEqual([
      ["Content-Type: application/json or text/csv", actual],
    ]);
  });

  test.each([204, 404])("is free where none is documented for %i", (status) => {
    const headers = { "content-type": "text/html" };
    expect(found(mediaTypeRule(operation), { status, headers })).toEqual([]);
  });
});

describe("headers", () => {
  const limited = (headers: Response["headers"]) =>
    found(headerRule(operation), { status: 429, headers });

  test.each([{ "retry-after": "30" }, { "retry-after": "0.5", "x-note": "", "x-left": "12" }])(
    "%j are as documented",
    (headers) => {
      expect(limited(headers)).toEqual([]);
    },
  );

  test("that are required are missed", () => {
    expect(limited({ "x-note": "a" })).toEqual([["Retry-After: a number", "no Retry-After"]]);
  });

  test.each(["Wed, 21 Oct 2026 07:28:00 GMT", "soon", "-1", ""])(
    "documented as a number are not %j",
    (value) => {
      expect(limited({ "retry-after": value })).toEqual([
        ["Retry-After: a number", `Retry-After: ${value}`],
      ]);
    },
  );

  test("that are optional are judged when they are there", () => {
    expect(limited({ "retry-after": "1", "x-left": "some" })).toEqual([
      ["X-Left: a number", "X-Left: some"],
    ]);
  });

  test("of a status that documents none are free", () => {
    expect(found(headerRule(operation), { status: 200, headers: {} })).toEqual([]);
    expect(found(headerRule(operation), { status: 404, headers: {} })).toEqual([]);
  });
});

test("a finding names the request and its purpose, and holds the exchange", () => {
  const exchange = exchangeOf({ status: 404 });
  const [finding] = statusRule(operation)(
    exchange,
    responseOf({ status: 404 }),
    validatorFor(contract.document),
  );
  expect(finding?.message).toBe(
    "GET /v1/things (the second page) is answered with an undocumented status",
  );
  expect(finding?.exchange).toBe(exchange);
});
