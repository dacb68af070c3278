import { expect, test } from "vitest";
import { asThreeZero } from "./older.ts";

test("what 3.1 says in its own words is said in those of 3.0", () => {
  const schema = {
    type: "object",
    properties: {
      type: { type: ["string", "null"], examples: ["dog"] },
      kind: { const: "pet" },
      owner: { $ref: "#/components/schemas/Owner", description: "Who feeds it." },
    },
  };
  expect(asThreeZero({ openapi: "3.1.1", components: { schemas: { Pet: schema } } })).toEqual({
    openapi: "3.0.3",
    info: { license: {} },
    components: {
      schemas: {
        Pet: {
          type: "object",
          properties: {
            type: { type: "string", nullable: true },
            kind: { enum: ["pet"] },
            owner: { $ref: "#/components/schemas/Owner" },
          },
        },
      },
    },
  });
});
