import { describe, expect, test } from "vitest";
import type { JsonObject } from "../contract/json.ts";
import { jsonBody, smallContract } from "../testing/contract.ts";
import { callOf } from "../testing/exchange.ts";
import { acceptableEdges } from "./edges.ts";

const cases = [
  [{ enum: ["a", "b"] }, { "accepts-a": "a", "accepts-b": "b" }],
  [{ maximum: 100 }, { "accepts-maximum": 100 }],
  [{ minimum: 1 }, { "accepts-minimum": 1 }],
  [{ type: "string", maxLength: 3 }, { "accepts-maxLength": "xxx" }],
] as const;

const none = [
  {},
  { type: "string" },
  { type: "integer" },
  { type: "string", minLength: 1 },
] as const;

/** The values of `size` at its edges in the query, by the end of the slug. */
function inQuery(schema: JsonObject): Readonly<Record<string, unknown>> {
  const parameters = [
    { name: "size", in: "query", schema },
    { name: "id", in: "path", schema: { maxLength: 9 } },
  ];
  const { contract, operation } = smallContract({ parameters });
  return Object.fromEntries(
    acceptableEdges(contract, operation).map(({ slug, apply }) => {
      const { query } = apply(callOf({ query: { page: "2" } }));
      expect(query?.page).toBe("2");
      return [slug.replace("query/size/", ""), query?.size];
    }),
  );
}

/** The same in a body. */
function inBody(schema: JsonObject): Readonly<Record<string, unknown>> {
  const { contract, operation } = smallContract({
    method: "post",
    requestBody: jsonBody({ properties: { size: schema } }),
  });
  return Object.fromEntries(
    acceptableEdges(contract, operation).map(({ slug, apply }) => [
      slug.replace("body/size/", ""),
      apply(callOf({ body: { other: true, size: "?" } })).body,
    ]),
  );
}

describe("in a query", () => {
  test.each(cases)("%j has its edges, sent as text", (schema, wanted) => {
    const texts = Object.entries(wanted).map(([slug, value]) => [slug, String(value)]);
    expect(inQuery(schema)).toEqual(Object.fromEntries(texts));
  });

  test.each(none)("%j has none", (schema) => {
    expect(inQuery(schema)).toEqual({});
  });
});

describe("in a body", () => {
  test.each([
    ...cases,
    [{ type: ["string", "null"] }, { "accepts-null": null }] as const,
    [{ enum: ["a", null] }, { "accepts-a": "a", "accepts-null": null }] as const,
    [
      { type: ["string", "null"], enum: ["a", null] },
      { "accepts-a": "a", "accepts-null": null },
    ] as const,
  ])("%j has its edges, and the other members are kept", (schema, wanted) => {
    const bodies = Object.entries(wanted).map(([slug, size]) => [slug, { other: true, size }]);
    expect(inBody(schema)).toEqual(Object.fromEntries(bodies));
  });

  test.each(none)("%j has none", (schema) => {
    expect(inBody(schema)).toEqual({});
  });
});

test("an edge has one slug, and says what it is", () => {
  const schema = { type: ["string", "null"], enum: ["a", null] };
  const { contract, operation } = smallContract({
    method: "post",
    parameters: [{ name: "page", in: "query", schema: { maximum: 9 } }],
    requestBody: jsonBody({ properties: { size: schema } }),
  });
  expect(acceptableEdges(contract, operation).map(({ slug, what }) => [slug, what])).toEqual([
    ["query/page/accepts-maximum", "`page` = 9"],
    ["body/size/accepts-a", '`size` = "a"'],
    ["body/size/accepts-null", "`size` = null"],
  ]);
});
