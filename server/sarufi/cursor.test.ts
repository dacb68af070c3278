import { expect, test } from "vitest";
import { pageOf, readCursor, writeCursor } from "./cursor.ts";

test("a cursor is read as it was written", () => {
  const cursor = writeCursor(["2026-04-02T12:00:00Z", 7]);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(readCursor(cursor, ["string", "number"])).toEqual(["2026-04-02T12:00:00Z", 7]);
});

test.each([
  ["of another list", writeCursor([1])],
  ["longer than its list's", writeCursor(["a", "b"])],
  ["that holds no list", Buffer.from("{}").toString("base64url")],
  ["that is no JSON", "concordat"],
  ["that is empty", ""],
])("a cursor %s is none", (_, cursor) => {
  expect(readCursor(cursor, ["string"])).toBeUndefined();
});

test("a page has a cursor when there is a row beyond it", () => {
  const keyOf = (row: number) => [row];
  expect(pageOf([1, 2, 3], 2, keyOf)).toEqual({ page: [1, 2], next_cursor: writeCursor([2]) });
  expect(pageOf([1, 2], 2, keyOf)).toEqual({ page: [1, 2], next_cursor: null });
  expect(pageOf([], 2, keyOf)).toEqual({ page: [], next_cursor: null });
});
