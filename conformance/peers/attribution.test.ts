import { describe, expect, test } from "vitest";
import { names, wordsOfDerived, wordsOfWritten } from "./attribution.ts";

test.each([
  ["sahut/getContact/200/data.contact.name/is-null", ["name"]],
  ["sahut/listContacts/200/data[1].tags/is-missing", ["tags"]],
  ["sarufi/createChatSession/201/messages[]<buttons>/is-null", ["messages"]],
  ["sarufi/getMe/200/becomes-299", ["299", "status"]],
  ["sarufi/getMe/401/becomes-a-whole-400", ["400", "status"]],
])("%s is about %j", (id, words) => {
  expect(wordsOfDerived(id)).toEqual(words);
});

test("an input is named by its name, or as a request that is taken or refused", () => {
  const words = wordsOfDerived("sahut/listContacts/query/per_page/maximum-not-enforced");
  expect(words[0]).toBe("per_page");
  expect(words).toContain("reject");
});

test("a whole body is named by what any tool calls it", () => {
  expect(wordsOfDerived("sahut/getContact/200/body/is-null")).toContain("schema");
  expect(wordsOfDerived("sahut/getContact/200/is-html")).toContain("media");
});

test("a mutant by hand is named by what its sentence quotes, and by its statuses", () => {
  const breaks = "The `status` filter of `listConversations` is refused with 422.";
  expect(wordsOfWritten(breaks, "sahut/filters/status", ["listConversations"])).toEqual([
    "status",
    "422",
  ]);
  expect(wordsOfWritten("It fits.", "sahut/derived/getContact/media-type", [])).toContain("media");
});

describe("an alarm", () => {
  const aim = { operations: ["getContact"], words: ["name"] };

  test("names what is wrong by operation and word, in upper or lower case", () => {
    expect(names(aim, { operations: ["getContact"], text: "/data/Name must be string" })).toBe(
      true,
    );
  });

  test("of another operation, or with no such word, names something else", () => {
    expect(names(aim, { operations: ["listContacts"], text: "/data/0/name" })).toBe(false);
    expect(names(aim, { operations: ["getContact"], text: "/data/phone" })).toBe(false);
    expect(names(aim, { operations: [], text: "/data/name" })).toBe(false);
  });

  test("names anything where every operation is wrong, or where the operation says it all", () => {
    expect(names({ operations: [], words: ["401"] }, { operations: [], text: "401" })).toBe(true);
    expect(names({ ...aim, words: [] }, { operations: ["getContact"], text: "" })).toBe(true);
  });
});
