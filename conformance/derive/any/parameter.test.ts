import { expect, test } from "vitest";
import type { Parameter } from "../../contract/contract.ts";
import { callOf } from "../../testing/exchange.ts";
import { withoutParameter, withParameter } from "./parameter.ts";

const parameter = (given: Partial<Parameter>): Parameter => ({
  name: "q",
  in: "query",
  required: false,
  schema: { pointer: "", schema: {} },
  owner: "",
  style: given.in === "path" || given.in === "header" ? "simple" : "form",
  explode: false,
  json: false,
  ...given,
});

test.each<[string, Partial<Parameter>, unknown, object]>([
  ["a list, exploded", { explode: true }, [1, 2], { repeated: { q: ["1", "2"] } }],
  ["a list in one", {}, ["a", "b"], { query: { q: "a,b" } }],
  ["a list with pipes", { style: "pipeDelimited" }, ["a", "b"], { query: { q: "a|b" } }],
  ["an object, exploded", { explode: true }, { a: 1, b: "x" }, { query: { a: "1", b: "x" } }],
  ["a deep object", { style: "deepObject", explode: true }, { a: 1 }, { query: { "q[a]": "1" } }],
  ["JSON", { json: true }, { a: [1] }, { query: { q: '{"a":[1]}' } }],
  ["a path", { in: "path" }, 7, { path: { q: "7" } }],
  ["a header", { in: "header", name: "X-Q" }, true, { headers: { "x-q": "true" } }],
  ["a cookie", { in: "cookie" }, "a b", { headers: { cookie: "q=a%20b" } }],
])("%s is written as the style says, and taken out again", (_, given, value, wanted) => {
  const call = withParameter(callOf(), parameter(given), value);
  expect(call).toMatchObject(wanted);
  if (given.in === "path" || (given.explode && !Array.isArray(value) && given.style === undefined))
    return;
  const { query = {}, repeated = {}, headers = {} } = withoutParameter(call, parameter(given));
  expect({ query, repeated, headers }).toEqual({ query: {}, repeated: {}, headers: {} });
});
