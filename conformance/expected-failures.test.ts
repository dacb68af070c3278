import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exitCodeOf } from "./exit-code.ts";
import { mended, readExpectedFailures, withExpected } from "./expected-failures.ts";
import type { TargetReport } from "./report/report.ts";
import { passingTarget, requirement, sampleReport } from "./report/sample.ts";
import { temporaryFolder } from "./testing/suite.ts";

const known = ["sahut/a/one", "sahut/a/two"];

async function read(text: string) {
  const file = join(await temporaryFolder(), "known.yaml");
  await writeFile(file, text);
  return readExpectedFailures(file, known);
}

describe("a list of known failures", () => {
  test("gives each id its reason", async () => {
    const list =
      "- { id: sahut/a/one, reason: mended in 2.4 }\n- id: sahut/a/two\n  reason: late\n";
    expect([...(await read(list))]).toEqual([
      ["sahut/a/one", "mended in 2.4"],
      ["sahut/a/two", "late"],
    ]);
    expect(await read("")).toEqual(new Map());
  });

  test.each([
    ["a: 1", /is no list of known failures/],
    ["- reason: x", /entry 1 has no id/],
    ["- { id: sahut/a/one }", /entry 1, sahut\/a\/one, has no reason/],
    [
      "- { id: sahut/a/one, reason: x }\n- { id: sahut/a/one, reason: y }",
      /entry 2 names .* again/,
    ],
    ["- { id: sahut/a/onne, reason: x }", /no requirement is\. Did you mean sahut\/a\/one\?/],
    ["- [", /is not YAML/],
  ])("of %j is a wrong usage", async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  test("that is not there is a wrong usage", async () => {
    await expect(readExpectedFailures("none.yaml", known)).rejects.toThrow(/cannot be read/);
  });
});

describe("a known failure", () => {
  const finding = { message: "m", expected: "e", actual: "a" };
  const failing: TargetReport = {
    ...passingTarget("sahut", 2),
    verdict: "nonconformant",
    requirements: [
      requirement({ id: "sahut/a/one", outcome: "failed", findings: [finding] }),
      requirement({ id: "sahut/a/two" }),
    ],
  };
  const report = sampleReport([failing]);

  test("does not fail a run", () => {
    expect(exitCodeOf(report, false)).toBe(1);
    expect(exitCodeOf(withExpected(report, new Map([["sahut/a/one", "late"]])), true)).toBe(0);
  });

  test("excuses no other one, and no requirement that was not seen", () => {
    expect(exitCodeOf(withExpected(report, new Map([["sahut/a/two", "late"]])), false)).toBe(1);
    const unseen = {
      ...failing,
      requirements: [
        ...failing.requirements,
        requirement({ id: "sahut/a/x", outcome: "error", reason: "r" }),
      ],
    };
    const excused = withExpected(sampleReport([unseen]), new Map([["sahut/a/one", "late"]]));
    expect(exitCodeOf(excused, false)).toBe(3);
  });

  test("is told once it holds", () => {
    const expected = new Map([
      ["sahut/a/one", "late"],
      ["sahut/a/two", "late"],
    ]);
    expect(mended(withExpected(report, expected))).toEqual(["sahut/a/two"]);
    expect(mended(report)).toEqual([]);
  });
});
