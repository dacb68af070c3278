import { describe, expect, test } from "vitest";
import { absent, changeAt, inItem, nameOf, type Place, valuesAt } from "./place.ts";

const titles: Place = [{ member: "rows" }, { item: "every" }, { member: "title" }];
const page = { rows: [{ title: "A" }, { title: "B", note: "x" }] };

test("a place has a name", () => {
  expect(nameOf(titles)).toBe("rows[].title");
  expect(nameOf([{ tag: "type", values: ["text"] }, { member: "text" }])).toBe("<text>.text");
});

describe("a change", () => {
  test("happens to every item, or to one", () => {
    expect(changeAt(page, titles, () => null)).toEqual({
      rows: [{ title: null }, { title: null, note: "x" }],
    });
    expect(changeAt(page, inItem(titles, 1) ?? [], () => absent)).toEqual({
      rows: [{ title: "A" }, { note: "x" }],
    });
  });

  test("leaves the very same value where there is nothing at the place", () => {
    for (const value of [null, 17, [], {}, { rows: null }, { rows: [{}] }])
      expect(changeAt(value, titles, () => "X")).toBe(value);
    expect(changeAt(page, inItem(titles, 2) ?? [], () => "X")).toBe(page);
  });

  test("happens only to the branch that is tagged so", () => {
    const place: Place = [{ tag: "type", values: ["text"] }, { member: "text" }];
    expect(changeAt({ type: "text", text: "A" }, place, () => 1)).toEqual({
      type: "text",
      text: 1,
    });
    const list = { type: "list", text: "A" };
    expect(changeAt(list, place, () => 1)).toBe(list);
  });
});

test("the values at a place are those of every item", () => {
  expect(valuesAt(page, titles)).toEqual(["A", "B"]);
  expect(inItem([{ member: "rows" }], 1)).toBeUndefined();
});
