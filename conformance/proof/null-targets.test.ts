import { describe, expect, onTestFinished, test } from "vitest";
import { checkTargets } from "../check-targets.ts";
import { exitCodeOf } from "../exit-code.ts";
import type { Report } from "../report/report.ts";
import { styleOf } from "../report/style.ts";
import { terminalReport } from "../report/terminal.ts";
import type { Suite } from "../suite.ts";
import { suites } from "../suites.ts";
import { virtualClock } from "./clock.ts";
import { closedPort, nullTargets, start } from "./null-targets.ts";

/** A check of an address that is told all that it may need. */
function checkOf(suite: Suite, url: string): Promise<Report> {
  const fixtures = new Map(
    suite.fixtures
      .filter(({ essential }) => essential === true)
      .map(({ name }) => [name, [`${name}_1`]] as const),
  );
  const keys = new Map([["key", "sk_null_target"]]);
  const target = { suite, url, keys, fixtures, features: new Set(["all"]) };
  return checkTargets([target], { timeoutMs: 150, clock: virtualClock().suite });
}

describe.each(suites.map((suite) => [suite.api, suite] as const))("checked for %s", (_, suite) => {
  test.each(nullTargets.map((target) => [target.id, target] as const))(
    "%s is never conformant",
    async (_, target) => {
      const { url, close } = await start(target);
      onTestFinished(close);
      const report = await checkOf(suite, url);
      const [result] = report.targets;
      if (result === undefined) throw new Error("Nothing was checked");
      const { verdict, summary, requirements } = result;
      expect(verdict).toBe(target.exitCode === 1 ? "nonconformant" : "undetermined");
      expect(exitCodeOf(report, false)).toBe(target.exitCode);
      expect(summary).toMatch(/^[^\n]{20,500}$/);
      // A refusal counts only beside its control: who refuses everything keeps no promise by it.
      const kept = requirements.filter(
        ({ outcome, id }) => outcome === "passed" && /refuse/.test(id),
      );
      expect(kept.map(({ id }) => id)).toEqual([]);
      expect(terminalReport(report, styleOf({ colour: false }))).toContain(verdict);
    },
  );

  test("a port that nothing listens on is undetermined, and said to be closed", async () => {
    const report = await checkOf(suite, await closedPort());
    expect(report.targets[0]).toMatchObject({
      verdict: "undetermined",
      requests: 1,
      summary: expect.stringMatching(/does not answer: nothing listens there \(ECONNREFUSED\)/),
    });
    expect(exitCodeOf(report, false)).toBe(3);
  });
});
