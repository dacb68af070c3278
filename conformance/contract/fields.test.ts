import { describe, expect, test } from "vitest";
import { contractOf } from "./contract.ts";
import { documentedFields, fieldsOf, undocumentedAmong } from "./fields.ts";

const schemas = {
  List: {
    type: "object",
    properties: { data: { type: "array", items: { $ref: "#/components/schemas/Thing" } } },
  },
  Thing: {
    allOf: [
      { properties: { id: { type: "string" } } },
      { oneOf: [{ properties: { text: {} } }, { properties: { url: { type: "string" } } }] },
    ],
    properties: {
      owner: { type: ["object", "null"], properties: { name: { type: "string" } } },
      notes: { type: "array" },
      attributes: { type: "object", additionalProperties: { type: "string" } },
      parent: { $ref: "#/components/schemas/Thing" },
    },
  },
};
const contract = contractOf({ components: { schemas } });
const documented = documentedFields(contract, "/components/schemas/List");

test("documented are the members of every branch, at their places", () => {
  expect([...documented.named].sort()).toEqual([
    "data",
    "data[].attributes",
    "data[].id",
    "data[].notes",
    "data[].owner",
    "data[].owner.name",
    "data[].parent",
    "data[].text",
    "data[].url",
  ]);
});

test("a value has its members, through objects and lists", () => {
  const value = { data: [{ id: 1 }, { owner: { name: null }, tags: ["a"] }], meta: null };
  expect([...fieldsOf(value)]).toEqual([
    "data",
    "data[].id",
    "data[].owner",
    "data[].owner.name",
    "data[].tags",
    "meta",
  ]);
  for (const single of [null, 1, "x", []]) expect(fieldsOf(single).size).toBe(0);
});

describe("undocumented", () => {
  const strange = (value: unknown) => undocumentedAmong(fieldsOf(value), documented);

  test("is what no schema names, wherever it stands", () => {
    expect(strange({ data: [{ id: "1", owner: { name: "A", age: 7 } }], meta: {} })).toEqual([
      "data[].owner.age",
      "meta",
    ]);
  });

  test("is told once, and not for all that it contains", () => {
    expect(strange({ data: [{ secret: { a: { b: 1 } } }] })).toEqual(["data[].secret"]);
  });

  test("is nothing in a map, in a list without a schema, under a name without a schema, or in a schema that repeats itself", () => {
    const thing = {
      notes: [{ by: "A" }],
      attributes: { tier: "gold" },
      text: { any: 1 },
      parent: { parent: { x: 1 } },
    };
    expect(strange({ data: [thing] })).toEqual([]);
  });
});
