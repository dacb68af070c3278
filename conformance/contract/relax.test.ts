import { expect, test } from "vitest";
import { withoutShoulds } from "./relax.ts";

const should = { type: "string", "x-level": "should" };

test("a suggested property binds to nothing, and is not required", () => {
  const schema = { required: ["id", "name"], properties: { id: { type: "string" }, name: should } };
  expect(withoutShoulds(schema)).toEqual({
    required: ["id"],
    properties: { id: { type: "string" }, name: true },
  });
});

test("a suggested branch of allOf binds to nothing", () => {
  expect(
    withoutShoulds({ allOf: [{ type: "object" }, { required: ["a"], "x-level": "should" }] }),
  ).toEqual({ allOf: [{ type: "object" }, true] });
});

test("a suggestion is found inside arrays, items and definitions", () => {
  const document = {
    components: { schemas: { List: { type: "array", items: should } } },
    oneOf: [{ properties: { deep: { properties: { deeper: should } } } }],
  };
  expect(withoutShoulds(document)).toEqual({
    components: { schemas: { List: { type: "array", items: true } } },
    oneOf: [{ properties: { deep: { properties: { deeper: true } } } }],
  });
});

test.each([
  ["without a mark", { required: ["id"], properties: { id: { type: "string" } } }],
  ["with another level", { type: "string", "x-level": "must" }],
  ["with required members and no properties", { required: ["id"] }],
  ["with plain values", { enum: ["a", null, 1, true], default: null }],
])("a schema %s stays as it is", (_, schema) => {
  expect(withoutShoulds(schema)).toEqual(schema);
});

test("the document itself is left as it is", () => {
  const schema = { required: ["name"], properties: { name: should } };
  const before = structuredClone(schema);
  withoutShoulds(schema);
  expect(schema).toEqual(before);
});
