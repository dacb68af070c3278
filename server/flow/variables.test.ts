import { describe, expect, test } from "vitest";
import { fillIn, fillInMessage, fillInValue } from "./variables.ts";

const variables = {
  name: "Asha",
  profile: { orders: [{ id: 7, open: true }], note: null },
  "my order": "x",
};

describe("a placeholder", () => {
  test.each([
    ["a variable", "Hi {{variables.name}}!", "Hi Asha!"],
    ["a variable without the word", "{{name}}, {{ name }}", "Asha, Asha"],
    ["a member of an item", "{{variables.profile.orders[0].id}}", "7"],
    ["an item by its number as a member", "{{profile.orders.0.open}}", "true"],
    ["an object, as JSON", "{{profile.orders}}", '[{"id":7,"open":true}]'],
    ["a name with a space", "{{my order}}", "x"],
    ["what is missing, by nothing", "[{{variables.age}}{{profile.x.y[3]}}]", "[]"],
    ["null, by nothing", "[{{profile.note}}]", "[]"],
    ["nothing that an object only inherits", "[{{constructor}}{{name.constructor}}]", "[]"],
    ["nothing behind a text", "[{{name.length}}{{variables.name[0]}}]", "[]"],
    ["no other form", "{name} [[name]] {{}", "{name} [[name]] {{}"],
  ])("is filled in: %s", (_, text, filled) => {
    expect(fillIn(text, variables)).toBe(filled);
  });

  test("is not looked for in what is filled in", () => {
    expect(fillIn("{{a}}", { a: "{{b}}", b: "no" })).toBe("{{b}}");
  });

  test("fills a text to an end", () => {
    const filled = fillIn("{{a}}".repeat(1000), { a: "x".repeat(1000) });
    expect(filled.length).toBe(5_000 + 65_536);
  });
});

test("a message is filled in wherever it has text, but for its ids", () => {
  const filled = fillInMessage(
    {
      type: "list",
      text: "{{name}}",
      button_text: "{{name}}",
      sections: [
        {
          title: "{{name}}",
          rows: [{ id: "{{name}}", title: "{{name}}", description: "{{name}}" }],
        },
      ],
    },
    variables,
  );
  expect(filled).toEqual({
    type: "list",
    text: "Asha",
    button_text: "Asha",
    sections: [{ title: "Asha", rows: [{ id: "{{name}}", title: "Asha", description: "Asha" }] }],
  });
});

test("a value that is nothing but a placeholder keeps its type", () => {
  const value = {
    id: "{{profile.orders[0].id}}",
    all: ["{{profile}}", "a {{name}}", "{{gone}}", 1],
  };
  expect(fillInValue(value, variables)).toEqual({
    id: 7,
    all: [variables.profile, "a Asha", "", 1],
  });
});
