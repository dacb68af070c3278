import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../testing/suite.ts";
import type { Contract } from "../contract.ts";
import { validatorFor } from "../validate.ts";
import { type Loaded, loadContract } from "./load.ts";

const head = 'openapi: 3.1.0\ninfo: { title: Things, version: "1" }\n';
const things = (schema: string): string =>
  `${head}paths:\n  /things:\n    get:\n      responses:\n        200: { description: "", content: { application/json: { schema: ${schema} } } }\n`;

/** Loads `openapi.yaml` of these files. */
async function load(files: Readonly<Record<string, string>>): Promise<Loaded> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return loadContract(join(folder, "openapi.yaml"));
}

/** Where an answer of the only operation breaks its schema. */
function broken({ contract }: { readonly contract: Contract }, value: unknown): readonly string[] {
  const [operation] = contract.operations.values();
  const content = operation?.responses.get("200")?.content.get("application/json");
  return validatorFor(contract.document)
    .problems(content?.pointer ?? "", value, "binding")
    .map(({ pointer }) => pointer);
}

const withSchemas = (version: string, schemas: string): string =>
  `${things('{ $ref: "#/components/schemas/Thing" }').replace("3.1.0", version)}components:\n  schemas:\n${schemas}`;

describe("files", () => {
  test("that refer to each other, in circles too, are read as one", async () => {
    const loaded = await load({
      "openapi.yaml": `${head}paths:\n  /things: { $ref: "paths/things.yaml" }\n`,
      "paths/things.yaml":
        'get:\n  operationId: list\n  responses:\n    200: { description: "", content: { application/json: { schema: { $ref: "../schemas.yaml#/Thing" } } } }\n',
      "schemas.yaml":
        'Thing: { type: object, properties: { parent: { $ref: "#/Thing" }, name: { $ref: "name.json" } } }\n',
      "name.json": '{ "type": "string" }',
    });
    expect([...loaded.contract.operations.keys()]).toEqual(["list"]);
    expect(broken(loaded, { parent: { parent: { name: 7 } } })).toEqual(["/parent/parent/name"]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      "that is not there",
      { "other.yaml": "" },
      /openapi\.yaml cannot be read: there is no such file/,
    ],
    [
      "that is no YAML",
      { "openapi.yaml": "openapi: 3.1.0\n  info: [" },
      /neither YAML nor JSON: line 1, column \d+/,
    ],
    ["of Swagger", { "openapi.yaml": 'swagger: "2.0"' }, /is Swagger 2\.0.*swagger2openapi/],
    [
      "of another version",
      { "openapi.yaml": "openapi: 4.0.0" },
      /OpenAPI 4\.0\.0; --contract takes 3\.0 and 3\.1/,
    ],
    [
      "of another kind",
      { "openapi.yaml": "opnapi: 3.1.0" },
      /no member `openapi`\. Did you mean opnapi\?/,
    ],
    ["without operations", { "openapi.yaml": head }, /describes no operation/],
    [
      "with a misspelt reference",
      { "openapi.yaml": withSchemas("3.1.0", "    Thong: { type: object }\n") },
      /openapi\.yaml#\/paths\/~1things\/get.* refers to #\/components\/schemas\/Thing, which leads nowhere: there is no `Thing`\. Did you mean Thong\?/,
    ],
    [
      "that refers to the network",
      { "openapi.yaml": things('{ $ref: "https://example.com/a.yaml" }') },
      /on the network.*download it/,
    ],
    [
      "that refers to a file that is not there",
      { "openapi.yaml": things('{ $ref: "a.yaml" }') },
      /a\.yaml cannot be read/,
    ],
  ])("one %s is refused in a sentence", async (_, files, message) => {
    await expect(load(files)).rejects.toThrow(message);
    await expect(load(files)).rejects.toMatchObject({ name: "UsageError" });
  });
});

describe("schemas of 3.0", () => {
  test("mean what they meant", async () => {
    const loaded = await load({
      "openapi.yaml": withSchemas(
        "3.0.3",
        "    Thing: { type: object, properties: { a: { type: string, nullable: true }, b: { type: integer, minimum: 1, exclusiveMinimum: true }, c: { $ref: '#/components/schemas/Other', nullable: true }, d: { type: string, enum: [x], nullable: true } } }\n    Other: { type: boolean }\n",
      ),
    });
    expect(broken(loaded, { a: null, b: 2, c: null, d: null })).toEqual([]);
    expect(broken(loaded, { a: 1, b: 1 })).toEqual(["/a", "/b"]);
    expect(broken(loaded, { c: 1 })).toContain("/c");
  });

  test("with writeOnly do not ask for it in answers, and with readOnly not in requests", async () => {
    const { contract, requests } = await load({
      "openapi.yaml": withSchemas(
        "3.0.3",
        "    Thing: { type: object, required: [id, secret], properties: { id: { type: integer, readOnly: true }, secret: { type: string, writeOnly: true } } }\n",
      ),
    });
    expect(broken({ contract }, { id: 1 })).toEqual([]);
    expect(broken({ contract }, { secret: "" })).toEqual(["/id"]);
    expect(requests).toMatchObject({
      components: { schemas: { Thing: { required: ["secret"] } } },
    });
  });
});

describe("a discriminator", () => {
  const schemas = (tag: string): string =>
    `    Thing: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { puss: '#/components/schemas/Cat' } } }\n    Cat: { type: object, properties: { kind: ${tag}, lives: { type: integer } } }\n    Dog: { type: object, properties: { kind: ${tag} } }\n`;

  test("chooses its branch by mapping and by name", async () => {
    const loaded = await load({
      "openapi.yaml": withSchemas("3.0.3", schemas("{ type: string }")),
    });
    expect(broken(loaded, { kind: "Dog", lives: "many" })).toEqual([]);
    expect(broken(loaded, { kind: "puss", lives: 9 })).toEqual([]);
    expect(broken(loaded, { kind: "puss", lives: "many" })).toContain("/lives");
    expect(broken(loaded, { kind: "Cow" })).not.toEqual([]);
  });
});

describe("what is not looked at", () => {
  test.each([
    [
      "a format that nobody knows",
      "{ type: string, format: phone }",
      "the format `phone` is not known",
    ],
    ["a type that is none", "{ type: text }", 'the type "text" is none of JSON Schema'],
    [
      "a pattern of another language",
      '{ type: string, pattern: "(?i)a" }',
      "the pattern (?i)a is none of ECMA-262",
    ],
    [
      "a dynamic reference",
      '{ $dynamicRef: "#node" }',
      "the keyword `$dynamicRef` is not looked at",
    ],
  ])("%s is told", async (_, schema, what) => {
    const { gaps } = await load({ "openapi.yaml": things(schema) });
    expect(gaps).toEqual([{ place: expect.stringContaining("#/paths/~1things/get"), what }]);
  });

  test("bodies that nobody can write are told, and those that nobody can read", async () => {
    const { gaps } = await load({
      "openapi.yaml": `${head}paths:\n  /things/{id}:\n    post:\n      requestBody: { content: { application/xml: { schema: {} } } }\n      responses: { 200: { description: "", content: { image/png: {} } } }\n`,
    });
    expect(gaps.map(({ place, what }) => `${place}: ${what}`)).toEqual([
      "post-things-id: bodies in application/xml are sent as their example says, and nothing else is tried",
      "post-things-id: `{id}` of its path is not described; it is sent as text",
      "post-things-id: the body of 200 is image/png, of which only the media type is judged",
    ]);
  });
});

test("parameters of a path are those of its operations, unless they have their own", async () => {
  const { contract } = await load({
    "openapi.yaml": `${head}paths:\n  /things:\n    parameters: [{ name: a, in: query, schema: { type: string } }, { name: b, in: query, schema: { type: string } }]\n    get:\n      parameters: [{ name: b, in: query, required: true, schema: { type: integer } }]\n      responses: { 200: { description: "" } }\n`,
  });
  const [operation] = contract.operations.values();
  expect(operation?.parameters.map(({ name, required }) => [name, required])).toEqual([
    ["a", false],
    ["b", true],
  ]);
});
