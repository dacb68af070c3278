import { describe, expect, test } from "vitest";
import { ajvSchemas, passedOver } from "./ajv.ts";
import type { JsonObject } from "./json.ts";
import { typeSchemas } from "./type-schemas.ts";

const cat = { type: "object", required: ["kind"], properties: { kind: { const: "cat" } } };
const dog = { type: "object", required: ["kind"], properties: { kind: { enum: ["dog", "wolf"] } } };
const discriminator = { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } };

function contractWith(Pet: JsonObject): JsonObject {
  return { paths: {}, components: { schemas: { Cat: cat, Pet } } };
}

describe("a discriminator whose branches have constants", () => {
  const contract = contractWith({
    oneOf: [{ $ref: "#/components/schemas/Cat" }, dog],
    discriminator,
  });

  test("is handed to ajv without its mapping", () => {
    expect(ajvSchemas(contract)).toHaveProperty("components.schemas.Pet", {
      type: "object",
      oneOf: [{ $ref: "#/components/schemas/Cat" }, dog],
      discriminator: { propertyName: "kind" },
    });
  });

  test("is not needed for types", () => {
    expect(typeSchemas(contract)).not.toHaveProperty("components.schemas.Pet.discriminator");
  });

  test("is left in the contract itself", () => {
    expect(contract).toHaveProperty("components.schemas.Pet.discriminator", discriminator);
  });
});

describe.each([
  ["a branch does not require the tag", { ...dog, required: [] }],
  ["a branch leaves the tag open", { ...dog, properties: { kind: { type: "string" } } }],
  ["two branches share a tag", cat],
  ["a branch is no object", { type: "null" }],
])("a discriminator where %s", (_, other) => {
  const contract = contractWith({ oneOf: [cat, other], discriminator });

  test("is kept from ajv", () => {
    expect(ajvSchemas(contract)).toHaveProperty("components.schemas.Pet", { oneOf: [cat, other] });
  });

  test("is kept for types", () => {
    expect(typeSchemas(contract)).toHaveProperty("components.schemas.Pet.discriminator");
  });
});

test("a choice between required members becomes a choice between objects for types", () => {
  const properties = { text: { type: "string" }, file: { type: "string" } };
  const anyOf = [{ required: ["text"] }, { required: ["file"] }];
  const contract = contractWith({ type: "object", properties, anyOf });
  expect(typeSchemas(contract)).toHaveProperty("components.schemas.Pet", {
    type: "object",
    properties,
    allOf: [
      {
        anyOf: [
          { type: "object", required: ["text"], properties: { text: { type: "string" } } },
          { type: "object", required: ["file"], properties: { file: { type: "string" } } },
        ],
      },
    ],
  });
});

test("extensions and OpenAPI's own keywords are passed over, misspelt ones are not", () => {
  const keywords = passedOver(contractWith({ "x-level": "should", example: 1, maxLenght: 3 }));
  expect(keywords).toEqual(expect.arrayContaining(["x-level", "example"]));
  expect(keywords).not.toContain("maxLenght");
});

test("a property may be called like a keyword", () => {
  const inner = { oneOf: [cat], discriminator };
  const contract = contractWith({ type: "object", properties: { example: inner, default: inner } });
  for (const name of ["example", "default"]) {
    expect(ajvSchemas(contract)).toHaveProperty(
      `components.schemas.Pet.properties.${name}.discriminator`,
      { propertyName: "kind" },
    );
  }
});

test("what an API sends itself is no operation for types, and stays one in the contract", () => {
  const post = { operationId: "thingHappened", responses: {} };
  const contract = { paths: {}, webhooks: { "thing.happened": { post } } };
  expect(typeSchemas(contract)).toHaveProperty("webhooks", {
    "thing.happened": { post: { responses: {} } },
  });
  expect(contract.webhooks["thing.happened"].post).toBe(post);
  expect(post.operationId).toBe("thingHappened");
});
