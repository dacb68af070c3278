import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openSqlite } from "./sqlite.ts";

const all = "SELECT text FROM notes";
const insert = "INSERT INTO notes (text) VALUES (?)";

async function openNotes(file?: string) {
  const store = openSqlite(file);
  onTestFinished(() => store.close());
  await store.script("CREATE TABLE IF NOT EXISTS notes (text TEXT)");
  await store.script("CREATE TABLE IF NOT EXISTS others (text TEXT)");
  return store;
}

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, "data.sqlite");
}

describe("what the embedded store has read", () => {
  test("is given again, and is nobody's to change", async () => {
    const store = await openNotes();
    await store.run(insert, "a");
    const rows = await store.all<{ text: string }>(all);
    expect(await store.all(all)).toBe(rows);
    expect(() => rows.push({ text: "b" })).toThrow(TypeError);
    expect(() => Object.assign(rows[0] ?? {}, { text: "b" })).toThrow(TypeError);
  });

  test("is read anew when its table has changed, and not when another has", async () => {
    const store = await openNotes();
    const rows = await store.all(all);
    await store.run("INSERT INTO others VALUES ('x')");
    expect(await store.all(all)).toBe(rows);
    await store.run(insert, "a");
    expect(await store.all(all)).toEqual([{ text: "a" }]);
  });

  test("is kept for each of the values", async () => {
    const store = await openNotes();
    await store.run(insert, "1");
    const find = "SELECT text FROM notes WHERE text = ?";
    expect(await store.get(find, "1")).toEqual({ text: "1" });
    expect(await store.get(find, "2")).toBeUndefined();
    expect(await store.all(find, "1")).toEqual([{ text: "1" }]);
  });

  test("is kept apart for values that look alike", async () => {
    const store = await openNotes();
    const echo = "SELECT ? AS one, ? AS other, (SELECT COUNT(*) FROM notes) AS notes";
    const pairs = [
      ["a", "bc"],
      ["ab", "c"],
      ["1", 1],
      [1, "1"],
      [null, "null"],
      ["null", null],
      ["1:a", "2;"],
    ];
    for (const [one = null, other = null] of [...pairs, ...pairs]) {
      expect(await store.get(echo, one, other)).toEqual({ one, other, notes: 0 });
    }
  });

  test("is hardly kept of a statement that is always asked for something new, until it no longer is", async () => {
    const store = await openNotes();
    const find = "SELECT text FROM notes WHERE text > ?";
    for (let n = 0; n < 400; n += 1) await store.all(find, n);
    let kept = 0;
    for (let n = 400; n < 800; n += 1) {
      const rows = await store.all(find, n);
      // What is kept is shared, and asking for it again would end the bad luck.
      if (Object.isFrozen(rows)) kept += 1;
    }
    expect(kept).toBe(400 / 16);
    while (!Object.isFrozen(await store.all(find, -1)));
    await store.all(find, -1);
    expect(Object.isFrozen(await store.all(find, -2))).toBe(true);
  });

  test("is read anew after a change that a trigger makes", async () => {
    const store = await openNotes();
    await store.script(
      "CREATE TRIGGER copy AFTER INSERT ON others BEGIN INSERT INTO notes VALUES (NEW.text); END",
    );
    expect(await store.all(all)).toEqual([]);
    await store.run("INSERT INTO others VALUES ('x')");
    expect(await store.all(all)).toEqual([{ text: "x" }]);
  });

  test("is read anew after a change that a cascade makes", async () => {
    const store = await openNotes();
    await store.script("CREATE TABLE parents (id TEXT PRIMARY KEY)");
    await store.script(
      "CREATE TABLE children (parent TEXT REFERENCES parents (id) ON DELETE CASCADE)",
    );
    await store.run("INSERT INTO parents VALUES ('a')");
    await store.run("INSERT INTO children VALUES ('a')");
    expect(await store.all("SELECT parent FROM children")).toHaveLength(1);
    await store.run("DELETE FROM parents");
    expect(await store.all("SELECT parent FROM children")).toEqual([]);
  });

  test("is forgotten with the transaction that is undone", async () => {
    const store = await openNotes();
    const work = store.transaction(async (sql) => {
      await sql.run(insert, "half");
      expect(await sql.all(all)).toEqual([{ text: "half" }]);
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await store.all(all)).toEqual([]);
  });

  test("is read anew when another connection has changed the file", async () => {
    const file = await temporaryFile();
    const [one, other] = [await openNotes(file), await openNotes(file)];
    expect(await one.all(all)).toEqual([]);
    await other.run(insert, "a");
    expect(await one.all(all)).toEqual([{ text: "a" }]);
    await other.run(insert, "b");
    expect(await one.transaction((sql) => sql.all(all))).toHaveLength(2);
  });

  test("is not given once the store is closed, not even what names no table", async () => {
    const store = openSqlite();
    await store.get("SELECT 1 AS one");
    await store.close();
    await expect(store.get("SELECT 1 AS one")).rejects.toThrow(/not open/);
  });
});

describe("the version of the embedded store", () => {
  test("changes with what the store holds, and only then", async () => {
    const store = await openNotes();
    const start = store.version();
    await store.all(all);
    await store.run("DELETE FROM notes");
    expect(store.version()).toBe(start);
    await store.run(insert, "a");
    expect(store.version()).not.toBe(start);
  });

  test("changes when another connection has changed the file", async () => {
    const file = await temporaryFile();
    const [one, other] = [await openNotes(file), await openNotes(file)];
    const start = one.version();
    await other.run(insert, "a");
    expect(one.version()).not.toBe(start);
  });
});
