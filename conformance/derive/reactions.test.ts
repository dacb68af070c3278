import { describe, expect, test } from "vitest";
import type { JsonObject } from "../contract/json.ts";
import { smallContract } from "../testing/contract.ts";
import { violationsOf } from "./violations.ts";

/** The reactions to a `size` that is too large, and to one that is no number. */
function reactions(schema: JsonObject, root: JsonObject = {}) {
  const { contract, operation } = smallContract(
    {
      parameters: [
        { name: "size", in: "query", schema: { type: "integer", maximum: 5, ...schema } },
      ],
    },
    root,
  );
  return Object.fromEntries(
    violationsOf(contract, operation).map(({ slug, reaction }) => [slug.slice(11), reaction]),
  );
}

test("a broken constraint is refused, where nothing else is said", () => {
  expect(reactions({})).toEqual({ maximum: "refuse", type: "refuse" });
});

test("the schema says otherwise of a keyword, and of no other", () => {
  expect(reactions({ "x-violations": { maximum: "refuse-or-clamp" } })).toEqual({
    maximum: "refuse-or-clamp",
    type: "refuse",
  });
});

test("the root says otherwise of a keyword everywhere", () => {
  expect(reactions({}, { "x-violations": { type: "undocumented" } })).toEqual({
    maximum: "refuse",
    type: "undocumented",
  });
});

test("the schema has its way over the root", () => {
  const schema = { "x-violations": { type: "refuse" } };
  expect(reactions(schema, { "x-violations": { type: "undocumented" } }).type).toBe("refuse");
});

describe("a violation for people", () => {
  const what = (schema: JsonObject) => {
    const parameters = [{ name: "size", in: "query", schema }];
    const { contract, operation } = smallContract({ parameters });
    return violationsOf(contract, operation).map((violation) => violation.what);
  };

  test("names the value", () => {
    expect(what({ maximum: 5 })).toEqual(["`size` = 6"]);
    expect(what({ enum: ["a"] })).toEqual(['`size` = "concordat"']);
  });

  test("names the length of a long one", () => {
    expect(what({ maxLength: 4096 })).toEqual(["`size` of 4097 characters"]);
    expect(what({ maxLength: 39 })).toEqual([`\`size\` = "${"x".repeat(40)}"`]);
  });
});
