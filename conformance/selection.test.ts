import { describe, expect, test } from "vitest";
import { selectionOf } from "./selection.ts";
import { UsageError } from "./usage.ts";

const ids = [
  "sahut/derived/listConversations/query/status/enum",
  "sahut/derived/listMessages/media-type",
  "sahut/pagination/total-pages-is-ceiling",
  "sahut/pagination/pages-do-not-overlap",
  "sarufi/chat/greets",
];
const chosen = (...patterns: string[]) => {
  const selects = selectionOf(patterns, ids);
  return selects && ids.filter(selects);
};

test("no pattern chooses everything", () => {
  expect(chosen()).toBeUndefined();
});

test.each([
  ["sarufi/chat/greets", ["sarufi/chat/greets"]],
  ["sarufi", ["sarufi/chat/greets"]],
  ["sahut/pagination", ids.slice(2, 4)],
  ["sahut/pagination/", ids.slice(2, 4)],
  ["*/pages-*", [ids[3]]],
  ["sahut/*/listMessages", [ids[1]]],
  ["*", ids],
])("%s is an id, its beginning up to a slash, or has a star for anything", (pattern, wanted) => {
  expect(chosen(pattern)).toEqual(wanted);
});

test("several patterns choose what any of them does", () => {
  expect(chosen("sarufi", "sahut/pagination/pages-do-not-overlap")).toEqual([ids[3], ids[4]]);
});

describe("a pattern that chooses nothing", () => {
  test.each([
    ["sahut/pagination/pages-do-not-overlapp", "sahut/pagination/pages-do-not-overlap"],
    ["sahut/paginatoin", "sahut/pagination"],
    ["sarufi/chat/greet", "sarufi/chat/greets"],
  ])("such as %s is refused, naming the nearest", (pattern, nearest) => {
    expect(() => chosen(pattern)).toThrow(
      new UsageError(`--only ${pattern} chooses no requirement. Did you mean ${nearest}?`),
    );
  });

  test.each(["sahut/pagination/total", "ahut", "sahut/pagination/total.pages.is.ceiling", "(", ""])(
    "such as %j is refused, though part of an id or an expression might be read into it",
    (pattern) => {
      expect(() => chosen(pattern)).toThrow(`--only ${pattern} chooses no requirement.`);
    },
  );

  test("is refused beside one that chooses something", () => {
    expect(() => chosen("sarufi", "nothing")).toThrow("--only nothing chooses no requirement.");
  });
});
