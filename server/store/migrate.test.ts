import { expect, test } from "vitest";
import { UserError } from "../errors.ts";
import { migrate } from "./migrate.ts";
import { testStore } from "./testing/store.ts";

const first = "CREATE TABLE notes (text TEXT)";
const second = "ALTER TABLE notes ADD COLUMN author TEXT";

test("runs every step once", async () => {
  const store = await testStore();
  await migrate(store, "notes", [first]);
  await store.run("INSERT INTO notes VALUES (?)", "kept");
  await migrate(store, "notes", [first, second]);
  await migrate(store, "notes", [first, second]);
  expect(await store.all("SELECT * FROM notes")).toEqual([{ text: "kept", author: null }]);
});

test("parts have versions of their own", async () => {
  const store = await testStore();
  await migrate(store, "notes", [first, second]);
  await migrate(store, "books", ["CREATE TABLE books (title TEXT)"]);
  expect(await store.all("SELECT * FROM books")).toEqual([]);
});

test("refuses data of a newer version, and says what to do", async () => {
  const store = await testStore();
  await migrate(store, "notes", [first, second]);
  await expect(migrate(store, "notes", [first])).rejects.toThrow(
    new UserError(
      "The data has version 2 of the notes tables; this server knows up to 1. " +
        "Use a newer concordat, or other data.",
    ),
  );
});

test("a step that fails changes nothing", async () => {
  const store = await testStore();
  await expect(migrate(store, "notes", [first, "nonsense"])).rejects.toThrow();
  await migrate(store, "notes", [first]);
  expect(await store.all("SELECT * FROM notes")).toEqual([]);
});
