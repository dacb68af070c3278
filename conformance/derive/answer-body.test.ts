import { describe, expect, test } from "vitest";
import { validatorFor } from "../contract/validate.ts";
import type { Response } from "../model.ts";
import { jsonBody, smallContract } from "../testing/contract.ts";
import { exchangeOf, responseOf } from "../testing/exchange.ts";
import { bodyRule } from "./answer-body.ts";

const { contract, operation } = smallContract({
  responses: {
    "200": jsonBody({
      type: "object",
      required: ["id", "note"],
      properties: { id: { type: "string" }, note: { type: "string", "x-level": "should" } },
    }),
    "204": { description: "" },
  },
});
const validator = validatorFor(contract.document);

/** Where a part of the rule finds a problem in an answer, and what it says of it. */
function found(part: "binding" | "suggested", answer: Partial<Response>) {
  const response = responseOf(answer);
  return bodyRule(operation, part)(exchangeOf(response), response, validator).map(
    ({ message, expected, actual }) => [message.split(" with ")[1], expected, actual],
  );
}

test("a body that fits is left alone", () => {
  const json = { id: "1", note: "A", more: true };
  expect(found("binding", { json })).toEqual([]);
  expect(found("suggested", { json })).toEqual([]);
});

test("a body that breaks what binds is found once, by the binding part alone", () => {
  const json = { id: 1, note: "A" };
  expect(found("binding", { json })).toEqual([
    ["a body that breaks its schema at /id", "string", "1"],
  ]);
  expect(found("suggested", { json })).toEqual([]);
});

test("a body that breaks what is suggested is found by the suggested part alone", () => {
  expect(found("binding", { json: { id: "1", note: 5 } })).toEqual([]);
  expect(found("suggested", { json: { id: "1", note: 5 } })).toEqual([
    ["a body that breaks its schema at /note", "string", "5"],
  ]);
  expect(found("suggested", { json: { id: "1" } })).toMatchObject([
    ["a body that breaks its schema at /note", expect.anything(), "nothing"],
  ]);
});

test("a body that breaks both is found by each part for its own", () => {
  const json = { id: 1, note: 5 };
  expect(found("binding", { json })).toHaveLength(1);
  expect(found("suggested", { json })).toMatchObject([
    [expect.stringContaining("/note"), "string", "5"],
  ]);
});

test("a problem of the whole body is at its root", () => {
  expect(found("binding", { json: ["A"] })).toEqual([
    ["a body that breaks its schema at its root", "object", '["A"]'],
  ]);
});

describe("a body that is not JSON", () => {
  test.each([
    ["", "an empty body"],
    ["<h1>Halo</h1>", "<h1>Halo</h1>"],
    ["x".repeat(100), "x".repeat(80)],
    ['{"name":"\ufffd"}', 'bytes that are not UTF-8: {"name":"\ufffd"}'],
    ["\ufeff{}", "a byte order mark before {}"],
  ])("is found: %j", (body, actual) => {
    expect(found("binding", { body })).toEqual([
      ["a body that is not JSON", "a JSON body", actual],
    ]);
    expect(found("suggested", { body })).toEqual([]);
  });

  test("is left alone where none is documented", () => {
    expect(found("binding", { status: 204, body: "" })).toEqual([]);
    expect(found("binding", { status: 404, body: "<h1>" })).toEqual([]);
  });
});
