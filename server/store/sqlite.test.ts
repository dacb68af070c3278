import { expect, test } from "vitest";
import { UserError } from "../errors.ts";
import { openSqlite } from "./sqlite.ts";

test("transactions come in the order they are asked for", async () => {
  const store = openSqlite();
  await store.script("CREATE TABLE notes (text TEXT)");
  await Promise.all(
    ["a", "b", "c"].map((text) =>
      store.transaction((sql) => sql.run("INSERT INTO notes VALUES (?)", text)),
    ),
  );
  expect(await store.all("SELECT text FROM notes")).toEqual([
    { text: "a" },
    { text: "b" },
    { text: "c" },
  ]);
});

test("a file that cannot be opened is the user's to mend", () => {
  expect(() => openSqlite("/nowhere/at/all/data.sqlite")).toThrow(UserError);
  expect(() => openSqlite(import.meta.filename)).toThrow(
    /^Cannot open .*sqlite\.test\.ts as a data file: file is not a database\.$/,
  );
});
