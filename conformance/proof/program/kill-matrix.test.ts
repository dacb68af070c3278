import { expect, test } from "vitest";
import { matrixOf, parseMatrix, writeMatrix } from "./kill-matrix.ts";

const matrix = matrixOf([
  ["sahut/getContact/200/data.id/is-null", { name: "killed", by: ["sahut/b", "sahut/a"] }],
  ["sahut/getContact/200/data.id/is-missing", { name: "killed", by: ["sahut/a", "sahut/b"] }],
  ["sahut/filter-ignored", { name: "killed", by: ["sahut/filters/status"] }],
  ["sahut/late", { name: "undetermined" }],
  ["sahut/legal", { name: "survived" }],
  ["sahut/never-asked", { name: "idle" }],
]);

test("mutants of one place that the same requirements notice share a line", () => {
  expect(
    writeMatrix(matrix)
      .split("\n")
      .filter((line) => !line.startsWith("#")),
  ).toEqual([
    "sahut/filter-ignored: filters/status",
    "sahut/getContact/200/data.id/is-missing is-null: a b",
    "sahut/late: undetermined",
    "",
  ]);
});

test("what is written is read again", () => {
  expect(parseMatrix(writeMatrix(matrix))).toEqual(matrix);
});
