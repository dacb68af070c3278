import { expect, test } from "vitest";
import type { JsonObject } from "../generate/json.ts";
import { listOperations } from "../generate/operations.ts";
import { overviewOf } from "./overview.ts";

const overview = (contract: JsonObject) =>
  overviewOf({
    name: "things",
    file: "things.yaml",
    promised: true,
    contract,
    operations: listOperations(contract, "things.yaml"),
  });

const paths = { "/things": { get: { operationId: "listThings" } } };

test("title, version, summary and address are the contract's", () => {
  const info = { title: "Things", version: "1.0.0", summary: "Keeps things." };
  const servers = [{ url: "https://a.example.com" }, { url: "https://b.example.com" }];
  expect(overview({ info, servers, paths })).toMatchObject({
    name: "things",
    ...info,
    server: "https://a.example.com",
  });
});

test("an operation is shown by its summary and its first tag", () => {
  const get = { operationId: "listThings", summary: "List things", tags: ["Lists", "More"] };
  expect(overview({ paths: { "/things": { get } } }).operations).toEqual([
    {
      operationId: "listThings",
      method: "get",
      path: "/things",
      summary: "List things",
      tag: "Lists",
      anchor: "#/lists/listthings",
    },
  ]);
});

test("what the contract leaves out has a stand-in", () => {
  const { title, server, operations } = overview({ paths });
  expect([title, server]).toEqual(["things", ""]);
  expect(operations).toMatchObject([{ summary: "listThings", tag: "Other" }]);
});

test.each([
  ["Chat", "#/chat/a"],
  ["Chat  sessions", "#/chat-sessions/a"],
  ["Pets & owners", "#/pets-and-owners/a"],
  ["Café", "#/caf%C3%A9/a"],
])("an operation under the tag %j is at %s", (tag, anchor) => {
  const get = { operationId: "A", tags: [tag] };
  expect(overview({ paths: { "/a": { get } } }).operations).toMatchObject([{ anchor }]);
});
