import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { jsonBody, smallContract } from "../testing/contract.ts";
import { temporaryFolder } from "../testing/suite.ts";
import { contractOf, readContract } from "./contract.ts";

const document = {
  info: { title: "Things" },
  externalDocs: { url: "https://docs.example.com", description: "Guide" },
  security: [{ bearer: [] }],
  paths: {
    "/things/{id}": {
      parameters: [
        { $ref: "#/components/parameters/Id" },
        { name: "X-Trace", in: "header", schema: { type: "string" } },
      ],
      get: {
        operationId: "getThing",
        externalDocs: { url: "https://docs.example.com/get" },
        parameters: [
          { name: "fields", in: "query", schema: { $ref: "#/components/schemas/Name" } },
        ],
        responses: { "200": { $ref: "#/components/responses/Thing" }, "404": { description: "" } },
      },
      put: {
        security: [],
        requestBody: { $ref: "#/components/requestBodies/Thing" },
        responses: { "204": { description: "" } },
      },
      summary: "not an operation",
    },
  },
  components: {
    parameters: { Id: { name: "id", in: "path", required: true, schema: { type: "string" } } },
    schemas: { Name: { type: "string", maxLength: 5 }, Thing: { type: "object" } },
    requestBodies: { Thing: jsonBody({ $ref: "#/components/schemas/Thing" }, { required: true }) },
    responses: {
      Thing: {
        ...jsonBody({ $ref: "#/components/schemas/Thing" }),
        headers: {
          "Retry-After": { required: true, schema: { type: "integer" } },
          "X-Note": { schema: { $ref: "#/components/schemas/Name" } },
        },
      },
    },
  },
};
const contract = contractOf(document);
const get = contract.operations.get("getThing");
const put = contract.operations.get("put/things/{id}");

describe("a contract", () => {
  test("knows the optional feature of an operation by its tag", () => {
    const tags = [{ name: "Things" }, { name: "Extras", "x-feature": "extras" }];
    const featureOf = (tag: string) => smallContract({ tags: [tag] }, { tags }).operation.feature;
    expect(featureOf("Extras")).toBe("extras");
    expect(featureOf("Things")).toBeUndefined();
  });

  test("has its operations by id, or by method and path where they have none", () => {
    expect([...contract.operations.keys()]).toEqual(["getThing", "put/things/{id}"]);
    expect(get).toMatchObject({ id: "getThing", method: "GET", path: "/things/{id}" });
    expect(contract.title).toBe("Things");
  });

  test("has the parameters of the path and of the operation, references followed", () => {
    expect(get?.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual(
      [
        ["id", "path", true],
        ["X-Trace", "header", false],
        ["fields", "query", false],
      ],
    );
    expect(get?.parameters[2]?.schema).toEqual({
      pointer: "/components/schemas/Name",
      schema: { type: "string", maxLength: 5 },
    });
  });

  test("has the body of an operation, and none where none is described", () => {
    expect(put?.body).toMatchObject({
      required: true,
      schema: { pointer: "/components/schemas/Thing" },
    });
    expect(get?.body).toBeUndefined();
  });

  test("has the responses by status, with the media type's own place", () => {
    expect([...(get?.responses.keys() ?? [])]).toEqual(["200", "404"]);
    expect(get?.responses.get("200")?.content.get("application/json")).toMatchObject({
      owner: "/components/responses/Thing/content/application~1json",
      pointer: "/components/schemas/Thing",
    });
    expect(get?.responses.get("404")?.content.size).toBe(0);
  });

  test("has the headers of a response", () => {
    expect(get?.responses.get("200")?.headers).toMatchObject([
      { name: "Retry-After", required: true, schema: { schema: { type: "integer" } } },
      { name: "X-Note", required: false, schema: { pointer: "/components/schemas/Name" } },
    ]);
  });

  test("takes the operation's source over the document's", () => {
    expect(get?.source).toEqual({ section: "Guide", url: "https://docs.example.com/get" });
    expect(put?.source).toEqual({ section: "Guide", url: "https://docs.example.com" });
    const bare = smallContract().operation;
    expect(bare.source).toEqual({ section: "GET /things", url: "" });
  });
});

describe("a key", () => {
  test("is required where the document says so, and not where the operation lifts it", () => {
    expect(get?.secured).toBe(true);
    expect(put?.secured).toBe(false);
  });

  test("is not required where nobody says so", () => {
    expect(smallContract().operation.secured).toBe(false);
    expect(smallContract({ security: [{ bearer: [] }] }).operation.secured).toBe(true);
  });
});

describe("a file", () => {
  test.each(["sahut", "sarufi"])("of %s is read", async (api) => {
    const { operations } = await readContract(
      new URL(`../../generated/${api}/contract.json`, import.meta.url),
    );
    expect(operations.size).toBeGreaterThan(0);
  });

  test("without an object is refused", async () => {
    const file = join(await temporaryFolder(), "contract.json");
    await writeFile(file, "[]");
    await expect(readContract(pathToFileURL(file))).rejects.toThrow("is not an OpenAPI document");
  });
});
