import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrayAt, below, objectAt, resolvePointer, stringAt } from "./json.ts";

const document = {
  info: { title: "Things" },
  paths: { "/things/{id}": { get: { tags: ["a", "b"] } } },
  "m~n": 8,
  "100%25": 9,
  empty: null,
};

describe("a pointer", () => {
  test.each([
    ["", document],
    ["#", document],
    ["/info/title", "Things"],
    ["#/info/title", "Things"],
    ["/paths/~1things~1{id}/get/tags/1", "b"],
    ["#/paths/~1things~1%7Bid%7D/get/tags/0", "a"],
    ["/m~0n", 8],
    ["/100%25", 9],
    ["#/100%2525", 9],
    ["/empty", null],
  ])("%j leads to a value", (pointer, value) => {
    expect(resolvePointer(document, pointer)).toEqual(value);
  });

  test.each(["/nowhere", "/info/title/deeper", "/empty/deeper", "/info/toString", "/info/title/5"])(
    "%j leads nowhere",
    (pointer) => {
      expect(resolvePointer(document, pointer)).toBeUndefined();
    },
  );

  test("made of any member names leads back to the value", () => {
    const unit = fc.constantFrom(..."/~01%2Fa é#");
    const names = fc.array(fc.string({ unit }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(names, (path) => {
        const nested = path.reduceRight<unknown>((value, name) => ({ [name]: value }), "here");
        expect(resolvePointer(nested, below("", ...path))).toBe("here");
      }),
    );
  });
});

describe("an optional member", () => {
  test("is given when it has the type asked for", () => {
    const owner = { object: { a: 1 }, array: [1], text: "x" };
    expect(objectAt(owner, "object")).toEqual({ a: 1 });
    expect(arrayAt(owner, "array")).toEqual([1]);
    expect(stringAt(owner, "text")).toBe("x");
  });

  test.each([
    ["another type", { member: 5 }],
    ["null", { member: null }],
    ["nothing", {}],
  ])("is empty when it is %s", (_, owner) => {
    expect(objectAt(owner, "member")).toEqual({});
    expect(arrayAt(owner, "member")).toEqual([]);
    expect(stringAt(owner, "member")).toBeUndefined();
  });

  test("is empty when its owner is no object", () => {
    expect(objectAt(["a"], "0")).toEqual({});
    expect(objectAt({ member: [1] }, "member")).toEqual({});
    expect(arrayAt(undefined, "member")).toEqual([]);
    expect(stringAt(null, "member")).toBeUndefined();
  });
});
