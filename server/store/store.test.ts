import { expect, test } from "vitest";
import { testStore } from "./testing/store.ts";

async function openNotes() {
  const store = await testStore(["CREATE TABLE notes (text TEXT, number INTEGER)"]);
  const notes = async () =>
    (await store.all<{ text: string }>("SELECT text FROM notes")).map((row) => row.text);
  return { store, notes };
}

const insert = "INSERT INTO notes (text) VALUES (?)";

test("a transaction that throws leaves nothing behind", async () => {
  const { store, notes } = await openNotes();
  const work = store.transaction(async (sql) => {
    await sql.run(insert, "half");
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(await notes()).toEqual([]);
});

test("a statement that fails undoes its transaction, and the store goes on", async () => {
  const { store, notes } = await openNotes();
  const work = store.transaction(async (sql) => {
    await sql.run(insert, "half");
    await sql.run("INSERT INTO nowhere VALUES (?)", "lost");
  });
  await expect(work).rejects.toThrow(/nowhere/);
  await store.run(insert, "after");
  expect(await notes()).toEqual(["after"]);
});

test("nobody sees a transaction that is not over", async () => {
  const { store, notes } = await openNotes();
  const { promise: pause, resolve: goOn } = Promise.withResolvers<void>();
  const work = store.transaction(async (sql) => {
    await sql.run(insert, "undone");
    await pause;
    throw new Error("no");
  });
  const seen = notes();
  const written = store.run(insert, "kept");
  goOn();
  await expect(work).rejects.toThrow("no");
  await written;
  expect(await seen).not.toContain("undone");
  expect(await notes()).toEqual(["kept"]);
});

test("transactions behave as if they came one after the other", async () => {
  const { store, notes } = await openNotes();
  await Promise.all(
    Array.from({ length: 8 }, () =>
      store.transaction(async (sql) => {
        const before = await sql.all("SELECT text FROM notes");
        await sql.run(insert, String(before.length));
      }),
    ),
  );
  expect((await notes()).sort()).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
});

test("exclusive work of one name is alone, and other names do not wait for it", async () => {
  const { store } = await openNotes();
  const seen: string[] = [];
  const { promise: pause, resolve: goOn } = Promise.withResolvers<void>();
  const first = store.exclusively("chat 1", async () => {
    await pause;
    seen.push("first");
  });
  const second = store.exclusively("chat 1", async () => void seen.push("second"));
  await store.exclusively("chat 2", async () => void seen.push("another"));
  goOn();
  await Promise.all([first, second]);
  expect(seen).toEqual(["another", "first", "second"]);
});

test("a change says how many rows it has met", async () => {
  const { store } = await openNotes();
  expect(await store.run(insert, "a")).toBe(1);
  await store.run(insert, "b");
  expect(await store.run("UPDATE notes SET number = ?", 1)).toBe(2);
  expect(await store.run("DELETE FROM notes WHERE text = ?", "c")).toBe(0);
});

test("a count is a number", async () => {
  const { store } = await openNotes();
  expect(await store.get("SELECT COUNT(*) AS total FROM notes")).toEqual({ total: 0 });
});

test("texts come back as they went in", async () => {
  const { store, notes } = await openNotes();
  const text = "naïve 👋🏽 \u0000 \uE000 end";
  await store.run(insert, text);
  expect(await notes()).toEqual([text]);
  expect(await store.all("SELECT text FROM notes WHERE text = ?", text)).toHaveLength(1);
});
