import { expect, test } from "vitest";
import { clientList } from "./client-list.ts";
import type { JsonObject } from "./json.ts";
import { listOperations } from "./operations.ts";

const things = { type: "array", items: {} };
const meta = { type: "object", properties: { total_pages: { type: "integer" } } };

/** The list of a contract whose one operation takes these parameters and answers these members. */
function listIn(parameters: string[], properties: JsonObject, { method = "get", all = {} } = {}) {
  const contract = {
    components: { schemas: { Meta: meta, Things: { allOf: [{ properties }, all] } } },
    paths: {
      "/things": {
        [method]: {
          operationId: "listThings",
          parameters: parameters.map((name) => ({ name, in: "query", schema: {} })),
          responses: {
            "400": { content: { "application/json": { schema: {} } } },
            "200": {
              content: { "application/json": { schema: { $ref: "#/components/schemas/Things" } } },
            },
          },
        },
      },
    },
  };
  const [operation] = listOperations(contract, "openapi.yaml");
  return operation && clientList(contract, operation);
}

test("page and meta.total_pages make a list of pages", () => {
  const members = { data: things, meta: { $ref: "#/components/schemas/Meta" } };
  expect(listIn(["page", "per_page"], members)).toEqual({ items: "data", by: "page" });
});

test("cursor and next_cursor make a list of pages", () => {
  const members = { count: {}, conversations: things, next_cursor: {} };
  expect(listIn(["limit", "cursor"], members)).toEqual({ items: "conversations", by: "cursor" });
});

test("members count wherever the schema names them", () => {
  const all = { properties: { next_cursor: {} } };
  expect(listIn(["cursor"], { items: things }, { all })).toEqual({ items: "items", by: "cursor" });
});

test.each([
  ["that takes no page", listIn(["per_page"], { data: things, meta })],
  ["that counts no pages", listIn(["page"], { data: things, meta: {} })],
  ["that takes no cursor", listIn(["limit"], { items: things, next_cursor: {} })],
  ["whose answer holds no array", listIn(["page"], { data: {}, meta })],
  ["whose answer holds two arrays", listIn(["page"], { data: things, labels: things, meta })],
  ["that is no GET", listIn(["page"], { data: things, meta }, { method: "post" })],
])("an operation %s is no list", (_, list) => {
  expect(list).toBeUndefined();
});
