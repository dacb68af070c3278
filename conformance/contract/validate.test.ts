import { describe, expect, test } from "vitest";
import { validatorFor } from "./validate.ts";

const schemas = {
  Thing: {
    type: "object",
    required: ["id", "name"],
    properties: {
      id: { type: "string", maxLength: 4 },
      name: { type: "string", "x-level": "should" },
      kind: { enum: ["a", "b"] },
      fixed: { const: "x" },
      made_at: { type: "string", format: "date-time" },
      note: { type: ["string", "null"] },
    },
  },
  Message: {
    type: "object",
    required: ["type"],
    discriminator: { propertyName: "type", mapping: { text: "#/components/schemas/Text" } },
    oneOf: [{ $ref: "#/components/schemas/Text" }, { $ref: "#/components/schemas/Image" }],
  },
  Text: { required: ["type", "text"], properties: { type: { const: "text" } } },
  Image: { required: ["type", "url"], properties: { type: { const: "image" } } },
};
const document = {
  paths: { "/things/{id}": { schema: { type: "integer" } } },
  components: { schemas },
};
const { problems } = validatorFor(document);
const thing = (value: unknown, scope: "binding" | "whole" = "whole") =>
  problems("/components/schemas/Thing", value, scope);

test("a value that fits has no problem", () => {
  const made_at = "2024-03-15T08:30:00Z";
  expect(thing({ id: "1", name: "A", kind: "a", fixed: "x", made_at, note: null })).toEqual([]);
});

test("every problem of a value is told", () => {
  expect(
    thing({ id: 1, kind: "c" })
      .map(({ pointer }) => pointer)
      .toSorted(),
  ).toEqual(["/id", "/kind", "/name"]);
});

test.each([
  [
    "a missing member",
    { name: "A" },
    { pointer: "/id", expected: "the required member `id`", actual: undefined },
  ],
  ["a wrong type", { id: 1, name: "A" }, { pointer: "/id", expected: "string", actual: 1 }],
  ["no known value", { kind: "c" }, { pointer: "/kind", expected: "one of a, b", actual: "c" }],
  ["another constant", { fixed: "y" }, { pointer: "/fixed", expected: '"x"', actual: "y" }],
  ["neither type", { note: 1 }, { pointer: "/note", expected: "string or null", actual: 1 }],
  [
    "a time in no format",
    { made_at: "yesterday" },
    { pointer: "/made_at", expected: "the format date-time", actual: "yesterday" },
  ],
  [
    "too long a text",
    { id: "12345" },
    { pointer: "/id", expected: "must NOT have more than 4 characters", actual: "12345" },
  ],
])("%s is named, with what is expected", (_, value, problem) => {
  expect(thing({ ...(problem.pointer !== "/id" && { id: "1" }), name: "A", ...value })).toEqual([
    problem,
  ]);
});

describe("the binding scope", () => {
  test("leaves out what is only suggested", () => {
    expect(thing({ id: "1" }, "binding")).toEqual([]);
    expect(thing({ id: "1", name: 5 }, "binding")).toEqual([]);
    expect(thing({ id: "1", name: 5 }, "whole")).toHaveLength(1);
  });

  test("keeps what binds", () => {
    expect(thing({ name: "A" }, "binding")).toMatchObject([{ pointer: "/id" }]);
  });
});

describe("a discriminator", () => {
  const message = (value: unknown) => problems("/components/schemas/Message", value, "whole");

  test("names the tag that is not known", () => {
    expect(message({ type: "video" })).toMatchObject([{ expected: "a known `type`" }]);
  });

  test("judges a known tag by its own branch", () => {
    expect(message({ type: "image" })).toMatchObject([
      { pointer: "/url", expected: "the required member `url`" },
    ]);
    expect(message({ type: "text", text: "Halo" })).toEqual([]);
  });

  test.each(["Halo", null, 1, []])("wants an object, and %j is none", (value) => {
    expect(message(value)).toMatchObject([{ pointer: "", expected: "object" }]);
  });
});

test("a schema is found below a path with slashes and braces", () => {
  expect(problems("/paths/~1things~1{id}/schema", "x", "whole")).toMatchObject([
    { pointer: "", expected: "integer", actual: "x" },
  ]);
});
