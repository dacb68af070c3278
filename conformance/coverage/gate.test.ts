import { describe, expect, test } from "vitest";
import { sampleReport } from "../report/sample.ts";
import { concordat } from "../testing/cli.ts";
import { shortfalls } from "./gate.ts";

describe("a report", () => {
  const [first] = sampleReport().targets;
  const report = sampleReport(first === undefined ? [] : [first]);

  test("of which enough was looked at has no shortfall", () => {
    expect(shortfalls(report, 37.5)).toEqual([]);
  });

  test("of which too little was looked at is told where the most is missing", () => {
    expect(shortfalls(report, 50)).toEqual([
      expect.stringMatching(
        /^--require-coverage 50: of sahut, 3 of 8 clauses were asserted, 37\.5%; 1 more are needed\. The most are missing in listConversations answer 200 \(2\), sendMessage answer 201 \(2\), listConversations request refused \(1\)\./,
      ),
    ]);
  });
});

describe("--require-coverage", () => {
  const only = ["check", "--api", "sarufi", "--only", "sarufi/derived/getMe"];

  test("ends a run that looked at too little with 3, and says what is missing", async () => {
    const { code, stderr } = await concordat([...only, "--require-coverage", "90"]);
    expect(stderr).toMatch(/--require-coverage 90: of sarufi, \d+ of \d+ clauses were asserted/);
    expect(code).toBe(3);
  });

  test("leaves a run that looked at enough as it is", async () => {
    const { code, stderr } = await concordat([...only, "--require-coverage", "0.5"]);
    expect(stderr).not.toContain("--require-coverage");
    expect(code).toBe(0);
  });

  test.each(["0", "-5", "101", "lots", ""])("of %j is a wrong usage", async (value) => {
    const { code, stderr } = await concordat([...only, "--require-coverage", value]);
    expect(stderr).toContain("It is a percentage above 0, up to 100.");
    expect(code).toBe(2);
  });
});
