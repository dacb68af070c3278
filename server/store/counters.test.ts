import { expect, test } from "vitest";
import { addedUp, counters } from "./counters.ts";
import { testStore } from "./testing/store.ts";

const table = `CREATE TABLE totals (place TEXT NOT NULL, lane INTEGER NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (place, lane))`;
const totals = counters("totals", ["place"]);
const at = (place: string, by: number) => ({ at: { place }, by });

test("a counter says what was added to it, and one that nobody has touched says 0", async () => {
  const store = await testStore([table]);
  await totals.add(store, [at("a", 2), at("b", 1)]);
  await totals.add(store, [at("a", -3)]);
  expect(await totals.total(store, { place: "a" })).toBe(-1);
  expect(await totals.total(store, { place: "b" })).toBe(1);
  expect(await totals.total(store, { place: "c" })).toBe(0);
});

test("a change that is undone is not counted", async () => {
  const store = await testStore([table]);
  const work = store.transaction(async (sql) => {
    await totals.add(sql, [at("a", 1)]);
    throw new Error("No.");
  });
  await expect(work).rejects.toThrow("No.");
  expect(await totals.total(store, { place: "a" })).toBe(0);
});

test("more changes than one statement takes are all made", async () => {
  const store = await testStore([table]);
  await totals.add(
    store,
    Array.from({ length: 250 }, (_, index) => at(`place ${index}`, index)),
  );
  expect(await totals.total(store, { place: "place 249" })).toBe(249);
});

test("many transactions at once count each change", async () => {
  const store = await testStore([table]);
  const add = () => store.transaction((sql) => totals.add(sql, [at("a", 1)]));
  await Promise.all(Array.from({ length: 50 }, add));
  expect(await totals.total(store, { place: "a" })).toBe(50);
});

test("changes of one counter become one, and those that come to nothing are left out", () => {
  const changes = [at("a", 1), at("b", 1), at("a", 2), at("b", -1)];
  expect(addedUp(changes)).toEqual([at("a", 3)]);
});
