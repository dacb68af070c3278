import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validatorFor } from "../../contract/validate.ts";
import { changeAt } from "./place.ts";
import { wrongValuesOf } from "./wrong-values.ts";

/** What does not fit a schema, which is compiled once. */
function judgeOf(schema: object) {
  const document = { schema };
  return (value: unknown) => validatorFor(document).problems("/schema", value, "binding");
}

const time = "2026-02-18T14:35:00Z";
const table: readonly (readonly [string, object, unknown])[] = [
  ["a text", { type: "string" }, "Asha"],
  ["a text or null", { type: ["string", "null"] }, null],
  ["a whole number", { type: "integer", minimum: 0, maximum: 9 }, 7],
  ["any number", { type: "number" }, 1.5],
  ["an enum", { type: "string", enum: ["open", "resolved"] }, "open"],
  ["a constant", { const: 404 }, 404],
  ["a time", { type: "string", format: "date-time" }, time],
  ["a bounded text", { type: "string", minLength: 2, maxLength: 4 }, "abc"],
  ["a bounded list", { type: "array", minItems: 1, maxItems: 2 }, [1]],
  ["an object", { type: "object", required: ["id"], properties: { id: {} } }, { id: 1 }],
];

describe.each(table)("what is wrong for %s", (_, schema, right) => {
  test("breaks it, each in its way", () => {
    const problems = judgeOf(schema);
    expect(problems(right)).toEqual([]);
    const wrong = wrongValuesOf({ ...schema });
    expect(wrong.length).toBeGreaterThan(0);
    for (const { name, member, change } of wrong) {
      const place = member === undefined ? [] : [{ member }];
      expect(problems(changeAt(right, place, change)), name).not.toEqual([]);
    }
  });
});

test("whatever the text was, another type is another type", () => {
  const problems = judgeOf({ type: "string" });
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const { name, change } of wrongValuesOf({ type: "string" }))
        expect(problems(change(text)), name).not.toEqual([]);
    }),
  );
});

test("a schema that asks for nothing cannot be broken", () => {
  expect(wrongValuesOf({})).toEqual([]);
});
