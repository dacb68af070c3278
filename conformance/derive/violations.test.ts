import { describe, expect, test } from "vitest";
import type { JsonObject } from "../contract/json.ts";
import { jsonBody, smallContract } from "../testing/contract.ts";
import { callOf } from "../testing/exchange.ts";
import { violationsOf } from "./violations.ts";

/** The slugs of a query parameter's violations, each with the value that is sent. */
function queryViolations(schema: JsonObject): Readonly<Record<string, string | undefined>> {
  const parameters = [{ name: "size", in: "query", schema }];
  const { contract, operation } = smallContract({ parameters });
  const valid = callOf({ query: { page: "2" } });
  return Object.fromEntries(
    violationsOf(contract, operation).map(({ slug, apply }) => {
      const { query } = apply(valid);
      expect(query?.page).toBe("2");
      return [slug, query?.size];
    }),
  );
}

/** The slugs of a body's violations, each with the body that is sent. */
function bodyViolations(schema: JsonObject, body: JsonObject): Readonly<Record<string, unknown>> {
  const { contract, operation } = smallContract(
    { method: "post", requestBody: jsonBody({ $ref: "#/components/schemas/Body" }) },
    { components: { schemas: { Body: schema } } },
  );
  return Object.fromEntries(
    violationsOf(contract, operation).map(({ slug, apply }) => [
      slug,
      apply(callOf({ body })).body,
    ]),
  );
}

describe("a query parameter", () => {
  test.each([
    [{ type: "integer" }, { "query/size/type": "concordat" }],
    [{ type: "number" }, { "query/size/type": "concordat" }],
    [{ enum: ["a", "b"] }, { "query/size/enum": "concordat" }],
    [{ maximum: 100 }, { "query/size/maximum": "101" }],
    [{ minimum: 1 }, { "query/size/minimum": "0" }],
    [{ type: "string", maxLength: 2 }, { "query/size/maxLength": "xxx" }],
    [{ type: "string", minLength: 2 }, { "query/size/minLength": "x" }],
  ])("of %j is broken in this way alone", (schema, wanted) => {
    expect(queryViolations(schema)).toEqual(wanted);
  });

  test.each([{}, { type: "string" }, { type: "boolean" }, { type: "string", minLength: 0 }])(
    "of %j cannot be broken",
    (schema) => {
      expect(queryViolations(schema)).toEqual({});
    },
  );

  test("is one in the query: paths and headers are left alone", () => {
    const parameters = ["path", "header"].map((place) => ({
      name: "size",
      in: place,
      schema: { type: "integer", maximum: 5 },
    }));
    const { contract, operation } = smallContract({ parameters });
    expect(violationsOf(contract, operation)).toEqual([]);
  });
});

describe("a member of a body", () => {
  const valid = { name: "A", other: true };

  test.each([
    [{ type: "string" }, { "body/name/type": 12345 }],
    [{ type: ["string", "null"] }, { "body/name/type": 12345 }],
    [{ type: ["string", "integer"] }, { "body/name/type": true }],
    [{ type: "integer" }, { "body/name/type": "concordat" }],
    [{ type: "array" }, { "body/name/type": "concordat" }],
    [{ enum: ["a"] }, { "body/name/enum": "concordat" }],
    [
      { maximum: 5, minimum: 0 },
      { "body/name/maximum": 6, "body/name/minimum": -1 },
    ],
    [
      { maxLength: 2, minLength: 1 },
      { "body/name/maxLength": "xxx", "body/name/minLength": "" },
    ],
    [{}, {}],
  ])("of %j is broken, and the others are kept", (schema, wanted) => {
    const bodies = bodyViolations({ properties: { name: schema } }, valid);
    const sent = Object.entries(wanted).map(([slug, name]) => [slug, { ...valid, name }]);
    expect(bodies).toEqual(Object.fromEntries(sent));
  });

  test("that is required is left out", () => {
    const schema = { required: ["name"], properties: { name: {}, other: {} } };
    expect(bodyViolations(schema, valid)).toEqual({ "body/name/required": { other: true } });
  });

  test("deep inside is broken in its place", () => {
    const text = { properties: { body: { type: "string" }, kind: {} } };
    const schema = { properties: { text } };
    expect(bodyViolations(schema, { text: { kind: "plain" }, other: true })).toEqual({
      "body/text.body/type": { text: { kind: "plain", body: 12345 }, other: true },
    });
  });

  test("that holds its own kind is broken once", () => {
    const child = { $ref: "#/components/schemas/Body" };
    const schema = { type: "object", properties: { child, name: { type: "string" } } };
    expect(Object.keys(bodyViolations(schema, {}))).toEqual(["body/child/type", "body/name/type"]);
  });
});

describe("a body", () => {
  test("that needs one of several members is sent with none of them", () => {
    const schema = { anyOf: [{ required: ["name"] }, { required: ["other"] }] };
    expect(bodyViolations(schema, { name: "A", other: true, third: 3 })).toEqual({
      "body/anyOf": { third: 3 },
    });
  });

  test("whose branches are anything else is left alone", () => {
    expect(bodyViolations({ anyOf: [{ required: ["name"] }, { type: "null" }] }, {})).toEqual({});
  });

  test("that is not described is left alone", () => {
    const { contract, operation } = smallContract({ method: "post" });
    expect(violationsOf(contract, operation)).toEqual([]);
  });
});
