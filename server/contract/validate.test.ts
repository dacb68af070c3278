import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { validate } from "./validate.ts";

const schema = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string", maxLength: 3 },
    kind: { type: "string", enum: ["a", "b"] },
    tags: { type: "array", items: { type: "string" } },
    what: { type: "object", anyOf: [{ required: ["x"] }, { required: ["y"] }] },
    shut: { type: "object", properties: { x: {} }, additionalProperties: false },
  },
};
const validator = new Ajv({ allErrors: true, strict: false }).compile(schema);

test("a value that fits passes", () => {
  expect(() => validate(validator, { name: "abc" })).not.toThrow();
});

test.each([
  [{}, "required", "name is required"],
  [{ name: 1 }, "type", "name must be string"],
  [{ name: "abcd" }, "maxLength", "name must NOT have more than 3 characters"],
  [{ name: "a", kind: "c" }, "enum", "kind must be one of a, b"],
  [{ name: "a", tags: ["x", 1] }, "type", "tags/1 must be string"],
  [{ name: "a", shut: { y: 1 } }, "additionalProperties", "shut/y is not known here"],
  [{ name: "a", what: {} }, "anyOf", "what needs one of: x, y"],
])("%j is refused by %s: %s", (value, keyword, message) => {
  expect(() => validate(validator, value)).toThrow(
    expect.objectContaining({ kind: "schema", keyword, message }),
  );
});

test("every fault is named, and a missing member weighs more than a broken rule", () => {
  expect(() => validate(validator, { kind: "c" })).toThrow(
    expect.objectContaining({
      keyword: "required",
      message: "name is required; kind must be one of a, b",
    }),
  );
});

test("of many faults twenty are named, and the others counted", () => {
  const tags = Array.from({ length: 100_000 }, () => 1);
  expect(() => validate(validator, { name: "a", tags })).toThrow(
    /^tags\/0 must be string; .*; tags\/19 must be string; and 99980 more$/,
  );
});
