import { expect, test } from "vitest";
import { sliceOf } from "./slice.ts";

const matrix = new Map([
  ["cheap/1", ["a", "b"]],
  ["cheap/2", ["a"]],
  ["dear/1", ["b"]],
  ["dear/2", ["b", "c"]],
  ["dear/3", ["c"]],
]);
const isCheap = (id: string) => id.startsWith("cheap");

test("every requirement is broken, by a cheap mutant if there is one", () => {
  expect([...sliceOf(matrix, isCheap, 100)]).toEqual(["cheap/1", "dear/1", "dear/2"]);
});

test("one in so many is in it, whatever it breaks", () => {
  expect([...sliceOf(matrix, isCheap, 1)].sort()).toEqual([...matrix.keys()]);
});
