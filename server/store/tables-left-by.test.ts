import { expect, test } from "vitest";
import { parts } from "../open-store.ts";
import { tablesLeftBy } from "./tables-left-by.ts";
import { testStore } from "./testing/store.ts";

test("a table that is dropped later is none of them, and the others keep their order", () => {
  const steps = [
    "CREATE TABLE a (id TEXT); CREATE TABLE b (id TEXT); CREATE INDEX c ON a (id);",
    "CREATE TABLE d (id TEXT); DROP TABLE a;",
  ];
  expect(tablesLeftBy(steps)).toEqual(["b", "d"]);
});

test("all tables of the server are found", async () => {
  const steps = parts.flatMap((part) => part.steps);
  const store = await testStore(steps);
  const rows = await store.all<{ name: string }>(
    store.shared
      ? "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"
      : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  );
  const names = rows.map(({ name }) => name).filter((name) => name !== "schema_versions");
  expect(tablesLeftBy(steps).sort()).toEqual(names.sort());
});
