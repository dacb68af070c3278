import { describe, expect, test } from "vitest";
import { exitCodeOf } from "../exit-code.ts";
import { styleOf } from "../report/style.ts";
import { terminalReport } from "../report/terminal.ts";
import { suites } from "../suites.ts";
import { closedAddress, nullTargets } from "./null-targets.ts";
import { checkOf, complaintsAbout } from "./null-trial.ts";

describe.each(suites.map((suite) => [suite.api, suite] as const))("checked for %s", (_, suite) => {
  test.each(nullTargets.map((target) => [target.id, target] as const))(
    "%s is never conformant",
    async (_, target) => {
      const { report, complaints } = await complaintsAbout(suite, target);
      expect(complaints).toEqual([]);
      expect(report.targets[0]?.summary).toMatch(/^[^\n]{20,500}$/);
      expect(terminalReport(report, styleOf({ colour: false }))).toContain(
        report.targets[0]?.verdict,
      );
    },
  );

  test("a port that nothing listens on is undetermined, and said to be closed", async () => {
    const report = await checkOf(suite, await closedAddress());
    expect(report.targets[0]).toMatchObject({
      verdict: "undetermined",
      requests: 1,
      summary: expect.stringMatching(/does not answer: nothing listens there \(ECONNREFUSED\)/),
    });
    expect(exitCodeOf(report, false)).toBe(3);
  });
});
