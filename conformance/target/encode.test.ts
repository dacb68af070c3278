import { expect, test } from "vitest";
import { encoded } from "./encode.ts";

test("a body is JSON unless something else is said", () => {
  expect(encoded({ a: 1 })).toEqual({ text: '{"a":1}', type: "application/json" });
  expect(encoded({ a: 1 }, "application/vnd.api+json").text).toBe('{"a":1}');
});

test("a form has a field for each item of a list", () => {
  expect(encoded({ a: "x y", b: [1, true] }, "application/x-www-form-urlencoded").text).toBe(
    "a=x+y&b=1&b=true",
  );
});

test("a multipart body can be read as one", async () => {
  const { text, type } = encoded({ name: "Tom", age: 3 }, "multipart/form-data");
  const form = await new Response(text, { headers: { "content-type": type } }).formData();
  expect([...form]).toEqual([
    ["name", "Tom"],
    ["age", "3"],
  ]);
});

test("a text stands for itself", () => {
  expect(encoded("Tom", "text/plain")).toEqual({ text: "Tom", type: "text/plain" });
});
