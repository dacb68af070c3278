import fc, { type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { contractOf } from "../../contract/contract.ts";
import type { JsonObject } from "../../contract/json.ts";
import { forRequests } from "../../contract/load/direction.ts";
import { modern } from "../../contract/load/modern.ts";
import { jsonBody, smallDocument } from "../../testing/contract.ts";
import { bodyEdges } from "../any/body-edges.ts";
import { bodyViolations } from "../any/body-violations.ts";
import { edgeValues } from "./edges.ts";
import { randomInstances } from "./random.ts";
import { sampleOf } from "./sample.ts";
import { schemasOf } from "./schemas.ts";

const members = ["id", "name", "tags", "note"] as const;

/** Schemas as people write them, in which most keywords of OpenAPI 3.1 appear, and that some instance fits. */
const schemas: Arbitrary<JsonObject> = fc.letrec<{ schema: JsonObject; object: JsonObject }>(
  (tie) => ({
    schema: fc.oneof(
      { maxDepth: 2, depthSize: "small", withCrossShrink: true },
      fc.constantFrom<JsonObject>(
        { type: "boolean" },
        { type: ["string", "null"] },
        { type: "string", format: "date-time" },
        { type: "string", format: "uuid" },
        { type: "string", pattern: "^[a-z]{2,5}-[0-9]+$" },
        { enum: ["red", "green", 3] },
      ),
      fc
        .record({
          minimum: fc.integer({ min: -50, max: 50 }),
          size: fc.nat(40),
          type: fc.constantFrom("integer", "number"),
          isExclusive: fc.boolean(),
        })
        .map(({ minimum, size, type, isExclusive }) =>
          isExclusive
            ? { type, exclusiveMinimum: minimum, exclusiveMaximum: minimum + size + 2 }
            : { type, minimum, maximum: minimum + size },
        ),
      fc.integer({ min: 1, max: 9 }).map((multipleOf) => ({ type: "integer", multipleOf })),
      fc
        .tuple(fc.nat(12), fc.nat(12))
        .map(([minLength, more]) => ({ type: "string", minLength, maxLength: minLength + more })),
      fc
        .record({ items: tie("schema"), minItems: fc.nat(2), more: fc.nat(2) })
        .map(({ items, minItems, more }) => ({
          type: "array",
          items,
          minItems,
          maxItems: minItems + more,
        })),
      tie("object"),
      fc.tuple(tie("object"), tie("object")).map(([a, b]) => ({ anyOf: [a, b] })),
      tie("object").map((object) => ({ allOf: [object, { type: "object", required: ["id"] }] })),
    ),
    object: fc
      .record({
        parts: fc.array(tie("schema"), { minLength: 1, maxLength: 4 }),
        count: fc.nat(4),
        isClosed: fc.boolean(),
      })
      .map(({ parts, count, isClosed }) => ({
        type: "object",
        properties: Object.fromEntries(parts.map((part, i) => [members[i] ?? "", part])),
        required: members.slice(0, Math.min(count, parts.length)),
        ...(isClosed && { additionalProperties: false }),
      })),
  }),
).schema;

/** Each compiles a dozen validators. */
const numRuns = 40;

describe("of any schema", () => {
  test("a sample fits, the smallest as the fullest", () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const read = schemasOf({});
        for (const size of ["minimal", "full"] as const) {
          const made = sampleOf(read, schema, { size, without: "readOnly" });
          expect(made, JSON.stringify(schema)).toBeDefined();
          expect(read.fits(schema, made?.value)).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  test("what is drawn fits, is the same for the same seed, and is found", () => {
    fc.assert(
      fc.property(schemas, fc.nat(1000), (schema, seed) => {
        const read = schemasOf({});
        const drawn = randomInstances(read, schema, 3, seed);
        expect(drawn.length).toBeGreaterThan(0);
        expect(drawn.every((value) => read.fits(schema, value))).toBe(true);
        expect(randomInstances(read, schema, 3, seed)).toEqual(drawn);
      }),
      { numRuns },
    );
  });

  test("an edge fits, and a violation does not", () => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const document = smallDocument({
          method: "post",
          requestBody: { required: true, ...jsonBody(schema) },
        });
        const contract = contractOf(document);
        const [operation] = contract.operations.values();
        if (operation?.body === undefined) throw new Error("There is no body");
        const known = schemasOf(document);
        const valid = sampleOf(known, schema, { size: "minimal", without: "readOnly" })?.value;
        const call = { operationId: operation.id, purpose: "", body: valid };
        for (const { apply, slug } of bodyEdges(contract, known, operation.body, 0))
          expect(known.fits(schema, apply(call).body), slug).toBe(true);
        for (const { apply, slug } of bodyViolations(contract, known, operation, operation.body)) {
          const { body, raw } = apply(call);
          if (raw === undefined && body !== undefined)
            expect(known.fits(schema, body), slug).toBe(false);
        }
      }),
      { numRuns },
    );
  });
});

const read = schemasOf({});

const valuesOf = (schema: JsonObject): Readonly<Record<string, unknown>> =>
  Object.fromEntries(edgeValues(read, schema).map(({ slug, value }) => [slug, value]));

describe("edges", () => {
  test.each<[string, JsonObject, Record<string, unknown>]>([
    [
      "bounds are allowed",
      { type: "integer", minimum: 1, maximum: 10 },
      { "accepts-minimum": 1, "accepts-maximum": 10 },
    ],
    [
      "exclusive bounds are not",
      { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 10 },
      { "accepts-minimum": 2, "accepts-maximum": 9 },
    ],
    [
      "multiples are kept to",
      { type: "integer", minimum: 1, maximum: 10, multipleOf: 4 },
      { "accepts-minimum": 4, "accepts-maximum": 8 },
    ],
    [
      "length counts code points",
      { type: "string", maxLength: 2 },
      { "accepts-maxLength": "xx", "accepts-maxLength-of-code-points": "\u{1F600}\u{1F600}" },
    ],
    [
      "every value of an enum is one",
      { enum: ["a b", null] },
      { "accepts-a-b": "a b", "accepts-null": null },
    ],
    [
      "lists are as long as they may be",
      { type: "array", items: { type: "boolean" }, minItems: 1, maxItems: 2 },
      { "accepts-minItems": [true], "accepts-maxItems": [true, true] },
    ],
  ])("%s", (_, schema, wanted) => {
    expect(valuesOf(schema)).toMatchObject(wanted);
  });
});

describe("what is made for requests", () => {
  const document = {
    openapi: "3.0.0",
    components: {
      schemas: {
        Node: {
          type: "object",
          required: ["id", "next"],
          properties: {
            id: { type: "integer", readOnly: true },
            next: { $ref: "#/components/schemas/Node", nullable: true },
          },
        },
      },
    },
  };

  test("holds nothing that is readOnly, and ends where a schema contains itself", () => {
    const known = schemasOf(forRequests(modern(document).document));
    const made = sampleOf(
      known,
      { $ref: "#/components/schemas/Node" },
      { size: "minimal", without: "readOnly" },
    );
    expect(made).toBeDefined();
    expect(JSON.stringify(made?.value)).toMatch(/null/);
    expect(JSON.stringify(made?.value)).not.toMatch(/id/);
  });

  test("is not made at all where nothing fits", () => {
    const impossible = { type: "object", required: ["a"], additionalProperties: false };
    expect(sampleOf(read, impossible, { size: "minimal", without: "readOnly" })).toBeUndefined();
  });
});
