import { expect, test } from "vitest";
import { locate } from "./contract.ts";

const schemas = {
  Direct: { type: "string" },
  Once: { $ref: "#/components/schemas/Direct" },
  Twice: { $ref: "#/components/schemas/Once" },
  Encoded: { $ref: "#/components/schemas/Di%72ect" },
  Lost: { $ref: "#/components/schemas/Nowhere" },
  Ping: { $ref: "#/components/schemas/Pong" },
  Pong: { $ref: "#/components/schemas/Ping" },
  Self: { $ref: "#/components/schemas/Self" },
  Tree: { properties: { child: { $ref: "#/components/schemas/Tree" } } },
};
const at = (pointer: string) => locate({ components: { schemas } }, pointer);

test.each(["Direct", "Once", "Twice", "Encoded"])(
  "%s is the schema that it finally means",
  (name) => {
    expect(at(`/components/schemas/${name}`)).toEqual({
      pointer: "/components/schemas/Direct",
      schema: { type: "string" },
    });
  },
);

test.each(["Lost", "Missing"])("%s is an empty schema", (name) => {
  expect(at(`/components/schemas/${name}`).schema).toEqual({});
});

test.each([
  ["Ping", "#/components/schemas/Pong"],
  ["Self", "#/components/schemas/Self"],
])("the circle through %s is refused, naming a reference of it", (name, ref) => {
  expect(() => at(`/components/schemas/${name}`)).toThrow(
    `The reference ${ref} leads back to itself`,
  );
});

test("a schema that holds itself is no circle", () => {
  expect(at("/components/schemas/Tree/properties/child").pointer).toBe("/components/schemas/Tree");
});
