import { cp, symlink } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { makeTempProject } from "../generate/temp-project.ts";
import { generate } from "../generate.ts";

const contract = `
openapi: 3.1.1
info: { title: Small API, version: 1.0.0 }
servers: [{ url: 'https://small.example/v1' }]
security: [{ key: [] }]
paths:
  /things:
    get:
      operationId: listThings
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: cursor, in: query, schema: { type: string } }
      responses:
        "200":
          description: Some things, and where there are more.
          content:
            application/json:
              schema:
                type: object
                required: [count, things]
                properties:
                  count: { type: integer }
                  things: { type: array, items: { type: string } }
                  next_cursor: { type: [string, "null"] }
        4XX:
          description: Refused.
          content: { application/json: { schema: { type: object } } }
  /things/{id}:
    delete:
      operationId: deleteThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses: { "204": { description: Gone. } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`;

/** The module that is generated for the small contract, loaded. */
async function smallClient() {
  const { root, write } = await makeTempProject();
  const project = join(import.meta.dirname, "../..");
  await write("package.json", '{ "type": "module" }');
  await write("openapi/small/openapi.yaml", contract);
  await cp(import.meta.dirname, join(root, "openapi/client"), { recursive: true });
  await symlink(join(project, "node_modules"), join(root, "node_modules"));
  expect(await generate({ root })).toMatchObject({ outcome: "generated" });
  const { createSmallClient } = await import(
    pathToFileURL(join(root, "generated/small/client.ts")).href
  );
  return createSmallClient;
}

test("a contract with cursors, ranges of statuses and bare answers gets a client, too", async () => {
  const sent: string[] = [];
  const fetch = async ({ method, url }: Request) => {
    sent.push(`${method} ${url}`);
    const { searchParams } = new URL(url);
    if (method === "DELETE") return new Response(null, { status: 204 });
    if (searchParams.get("limit") === "0") return Response.json({ why: "none" }, { status: 418 });
    return searchParams.get("cursor") === "b"
      ? Response.json({ count: 1, things: ["three"], next_cursor: null })
      : Response.json({ count: 2, things: ["one", "two"], next_cursor: "b" });
  };
  const client = (await smallClient())({ key: "k", fetch });

  const walked = client.pages("/things", { params: { query: { limit: 2 } } });
  expect(await Array.fromAsync(walked)).toEqual(["one", "two", "three"]);
  const refused = await client.GET("/things", { params: { query: { limit: 0 } } });
  expect(refused).toMatchObject({ status: "4XX", error: { why: "none" } });
  const gone = await client.DELETE("/things/{id}", { params: { path: { id: "one" } } });
  expect(gone).toMatchObject({ status: 204, data: undefined, error: undefined });
  expect(sent).toEqual([
    "GET https://small.example/v1/things?limit=2",
    "GET https://small.example/v1/things?limit=2&cursor=b",
    "GET https://small.example/v1/things?limit=0",
    "DELETE https://small.example/v1/things/one",
  ]);
});
