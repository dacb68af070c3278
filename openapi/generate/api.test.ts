import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../generate.ts";
import { makeTempProject } from "./temp-project.ts";

/** What our contracts do not have: inline schemas, headers, a status range, unusual names. */
const CONTRACT = `
openapi: 3.1.1
info: { title: Shelf, version: 1.0.0 }
servers: [{ url: https://shelf.example/v2 }]
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  parameters:
    Depth: { name: depth, in: query, schema: { $ref: "#/components/schemas/Depth" } }
  schemas:
    Depth: { type: integer, default: 3 }
paths:
  /shelves/{shelf-id}/books:
    parameters:
      - { name: shelf-id, in: path, required: true, schema: { type: integer } }
      - { name: sort, in: query, schema: { type: string } }
    put:
      operationId: books.put-all
      parameters:
        - { name: sort, in: query, required: true, schema: { enum: [up, down] } }
        - { name: tag, in: query, schema: { type: array, items: { type: string } } }
        - { $ref: "#/components/parameters/Depth" }
        - { name: X-Trace, in: header, required: true, schema: { type: string } }
      requestBody:
        content:
          application/merge-patch+json:
            schema:
              oneOf:
                - { type: object, properties: { kind: { type: string } } }
                - { type: "null" }
              discriminator: { propertyName: kind }
      responses:
        "204": { description: Done. }
        4XX:
          description: Refused.
          content:
            application/problem+json:
              schema: { type: object, required: [title], properties: { title: { type: string } } }
`;

async function generateShelf() {
  const { root, read, write } = await makeTempProject();
  await write("openapi/book-shelf/openapi.yaml", CONTRACT);
  const generation = await generate({ root });
  expect(generation).toMatchObject({ outcome: "generated" });
  return { folder: join(root, "generated/book-shelf"), read };
}

test("an API that the code has never heard of is generated like the others", async () => {
  const { read } = await generateShelf();
  const client = await read("generated/book-shelf/client.ts");
  expect(client).toContain("export function createBookShelfClient(");
  expect(client).toContain('options.baseUrl ?? "https://shelf.example/v2"');
  const types = await read("generated/book-shelf/validators.d.ts");
  expect(types).toContain('readonly "4XX": Validator<');
  expect(types).toContain('["content"]["application/problem+json"]');
});

test("its validators know parameters of path and operation, headers, and inline schemas", async () => {
  const { read } = await generateShelf();
  // The temporary folder has no node_modules; this contract's code needs none either.
  const code = await read("generated/book-shelf/validators.js");
  expect(code).not.toContain("import ");
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const { path, query, headers, body, responses } = module.validators["books.put-all"];

  const shelf = { "shelf-id": "7" };
  expect(path(shelf)).toBe(true);
  expect(shelf).toEqual({ "shelf-id": 7 });
  const filter = { sort: "up", tag: "new" };
  expect(query(filter)).toBe(true);
  expect(filter).toEqual({ sort: "up", tag: ["new"], depth: 3 });
  expect(query({ sort: "sideways" })).toBe(false);
  expect(headers({ "x-trace": "1" })).toBe(true);
  expect(headers({})).toBe(false);
  expect(body(null)).toBe(true);
  expect(body([])).toBe(false);
  expect(responses["4XX"]({ title: "No" })).toBe(true);
  expect(responses["4XX"]({})).toBe(false);
});
