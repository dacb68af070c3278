import { expect, test } from "vitest";
import { UserError } from "../errors.ts";
import { openSqlite } from "./sqlite.ts";

async function openNotes(file?: string) {
  const store = openSqlite(file);
  await store.script("CREATE TABLE notes (text TEXT)");
  const notes = () => store.all<{ text: string }>("SELECT text FROM notes");
  return { store, notes };
}

test("a transaction that throws leaves nothing behind", async () => {
  const { store, notes } = await openNotes();
  const work = store.transaction(async (sql) => {
    await sql.run("INSERT INTO notes VALUES (?)", "half");
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(await notes()).toEqual([]);
});

test("nobody else reads or writes in the middle of a transaction", async () => {
  const { store, notes } = await openNotes();
  const { promise: pause, resolve: goOn } = Promise.withResolvers<void>();
  const work = store.transaction(async (sql) => {
    await sql.run("INSERT INTO notes VALUES (?)", "undone");
    await pause;
    throw new Error("no");
  });
  const seen = notes();
  const written = store.run("INSERT INTO notes VALUES (?)", "kept");
  goOn();
  await expect(work).rejects.toThrow("no");
  await written;
  expect(await seen).toEqual([]);
  expect(await notes()).toEqual([{ text: "kept" }]);
});

test("transactions come one after the other, in the order they are asked for", async () => {
  const { store, notes } = await openNotes();
  await Promise.all(
    ["a", "b", "c"].map((text) =>
      store.transaction(async (sql) => {
        const before = await sql.all("SELECT text FROM notes");
        await sql.run("INSERT INTO notes VALUES (?)", `${text}${before.length}`);
      }),
    ),
  );
  expect(await notes()).toEqual([{ text: "a0" }, { text: "b1" }, { text: "c2" }]);
});

test("texts come back as they went in", async () => {
  const { store, notes } = await openNotes();
  const text = "naïve 👋🏽 \u0000 end";
  await store.run("INSERT INTO notes VALUES (?)", text);
  expect(await notes()).toEqual([{ text }]);
});

test("a file that cannot be opened is the user's to mend", () => {
  expect(() => openSqlite("/nowhere/at/all/data.sqlite")).toThrow(UserError);
  expect(() => openSqlite(import.meta.filename)).toThrow(
    /^Cannot open .*sqlite\.test\.ts as a data file: file is not a database\.$/,
  );
});
