import { expect, test } from "vitest";
import { scoreOf } from "./compare.ts";
import type { Result } from "./result.ts";
import { pairsTable, scoreTable } from "./table.ts";

const result = (
  subject: string,
  kind: Result["kind"],
  texts: readonly string[],
  more: Partial<Result> = {},
): Result => ({
  peer: "tool",
  subject,
  kind,
  seed: 1,
  requests: 10,
  seconds: 2,
  alarms: texts.map((text) => ({ operations: ["getPet"], text })),
  ...more,
});

const results = [
  result("pets/clean", "clean", ["usual"]),
  result("pets/clean", "clean", ["usual", "rare"], { seed: 2 }),
  result("shop/clean", "clean", []),
  result("pets/a", "derived", ["usual", "name is null"]),
  result("pets/b", "derived", ["usual", "rare"]),
  result("pets/c", "behaviour", ["color is wrong"]),
  result("pets/legal", "legal", ["something new"]),
  result("pets/other", "legal", ["rare"]),
  result("pets/d", "behaviour", [], { error: "It took too long" }),
];
const aims = new Map([
  ["pets/a", { operations: ["getPet"], words: ["name"] }],
  ["pets/b", { operations: ["getPet"], words: [] }],
  ["pets/c", { operations: ["getPet"], words: ["size"] }],
]);
const apiOf = (subject: string) => subject.split("/")[0] ?? "";
const score = scoreOf("tool", results, aims, apiOf);

test("caught is what no clean run says with any seed; attributed is what names it", () => {
  expect(Object.fromEntries(score.mutants)).toEqual({
    "pets/a": { caught: true, attributed: true },
    "pets/b": { caught: false, attributed: false },
    "pets/c": { caught: true, attributed: false },
  });
});

test("an alarm of the clean server counts there, and at no legal variant", () => {
  expect(score.clean).toEqual({ alarms: 2, runs: 3 });
  expect(score.legal).toEqual({ tried: 2, alarmed: ["pets/legal"] });
});

test("what one clean run alone says is the measure of chance", () => {
  expect(score.noise).toEqual({ runs: 3, novel: 1 });
});

test("a run without a report is none", () => {
  expect(score.errors).toBe(1);
  expect(score.mutants.has("pets/d")).toBe(false);
});

test("the tables have a row for each tool, and pairs on what both were tried on", () => {
  const ours = {
    ...score,
    peer: "ours",
    mutants: new Map([["pets/a", { caught: false, attributed: false }]]),
  };
  const rows = scoreTable([ours, score], () => "1.0").split("\n");
  expect(rows.at(-1)).toBe(
    "| tool | 1.0 | 3 | 2 (67 %) | 1 (33 %) | 2 | 1 of 2 | 1 of 3 | 10 | 2.0 |",
  );
  expect(pairsTable([ours, score], "ours").split("\n").at(-1)).toBe(
    "| tool | 1 | 0 | 0 | 1 | 0 | 1.000 |",
  );
});
