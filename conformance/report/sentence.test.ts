import { describe, expect, it } from "vitest";
import type { TargetReport } from "./report.ts";
import { passingTarget, requirement, sampleReport } from "./sample.ts";
import { effort, seconds, standingSentence } from "./sentence.ts";

const target = (given: Partial<TargetReport["counts"]>, more: Partial<TargetReport> = {}) => ({
  ...passingTarget("sahut", 0),
  counts: { passed: 118, failed: 0, inapplicable: 0, untestable: 0, error: 0, ...given },
  ...more,
});
const warnings = (number: number) => ({
  requirements: Array.from({ length: number }, () =>
    requirement({ id: "a/b/c", level: "should", outcome: "failed" }),
  ),
});

describe("standingSentence", () => {
  it.each([
    [target({}), "118 of 118 promises hold"],
    [target({ passed: 1 }), "1 of 1 promise holds"],
    [target({ inapplicable: 9 }), "118 of 118 promises hold"],
    [
      target({ untestable: 5 }, { missingFixtures: { template_id: 2, limited_key: 3 } }),
      "118 of 123 promises hold; 5 not tested: limited_key (3), template_id (2)",
    ],
    [
      target({ untestable: 5 }, { missingFixtures: { limited_key: 3 } }),
      "118 of 123 promises hold; 5 not tested: limited_key (3), other reasons (2)",
    ],
    [target({ untestable: 5 }), "118 of 123 promises hold; 5 not tested"],
    [target({ failed: 2, error: 1 }), "118 of 121 promises hold; 2 failed; 1 error"],
    [target({ failed: 2 }, warnings(1)), "118 of 120 promises hold; 2 failed, 1 as a warning"],
    [target({ failed: 2 }, warnings(2)), "118 of 120 promises hold; 2 failed, as warnings"],
  ])("says what a verdict rests on (%#)", (given, want) => {
    expect(standingSentence(given)).toBe(want);
  });
});

describe("effort", () => {
  it("gives the time where one target was the whole run", () => {
    const [first] = sampleReport().targets;
    const one = passingTarget("sarufi", 123);
    expect(effort(sampleReport([one]), one)).toBe("143 requests, 1.2 s");
    expect(first && effort(sampleReport(), first)).toBe("143 requests");
  });
});

describe("seconds", () => {
  it.each([
    [0, "0.0 s"],
    [1234, "1.2 s"],
    [59_949, "59.9 s"],
    [59_990, "1 min 0 s"],
    [125_400, "2 min 5 s"],
  ])("writes %s ms as %s", (given, want) => {
    expect(seconds(given)).toBe(want);
  });
});
