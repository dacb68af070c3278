/**
 * The suite, hosted by vitest: each requirement is a test. It checks the reference server, or with
 * `CONCORDAT_CONFIG=concordat.config.yaml` the deployments of that file.
 */
import { describe, expect, test } from "vitest";
import { checkTargets } from "./check-targets.ts";
import { readTargets } from "./config.ts";
import { tryOut } from "./proof/trial.ts";
import { targetReport } from "./report/build.ts";
import type { Report, RequirementReport } from "./report/report.ts";
import { suites } from "./suites.ts";

const file = process.env.CONCORDAT_CONFIG;
const { targets } = file === undefined ? await checkReference() : await checkFile(file);

/** In a time that passes as fast as the server works, so that what takes three quarters of an hour is seen, too. */
async function checkReference(): Promise<Pick<Report, "targets">> {
  const all = { fault: {}, selfCheck: true, limits: true, features: true, patience: true };
  const reports = suites.map(async ({ api }) => {
    const { run } = await tryOut({ api, ...all });
    const setting = { api, url: "the reference server", essential: new Set<string>() };
    return targetReport(run, { ...setting, redact: (value) => value });
  });
  return { targets: await Promise.all(reports) };
}

async function checkFile(path: string): Promise<Report> {
  return checkTargets(await readTargets(suites, { file: path, apis: [] }, process.env));
}

/** What a failed test says: each finding with what was expected, what came, and how to see it again. */
const told = ({ statement, findings, reason }: RequirementReport): string =>
  [
    statement,
    ...findings.flatMap(({ message, expected, actual, curl }) => [
      `${message}: expected ${expected}, got ${actual}`,
      ...(curl === undefined ? [] : [curl]),
    ]),
    ...(reason === undefined ? [] : [reason]),
  ].join("\n");

const isPardoned = ({ outcome, level }: RequirementReport): boolean =>
  ["untestable", "inapplicable"].includes(outcome) || (outcome === "failed" && level === "should");

describe.each(targets.map((target) => [`${target.api} at ${target.url}`, target] as const))(
  "%s",
  (_, { requirements, verdict, summary }) => {
    test.for(requirements)("$id", (one, { skip }) => {
      // The reference server has to show everything, and a deployment need not.
      if (file !== undefined && isPardoned(one)) {
        console.warn(`${one.id} is not held against it. ${told(one)}`);
        skip();
      }
      expect(one.outcome, told(one)).toBe("passed");
    });

    test("is conformant", () => {
      expect(verdict, summary).toBe("conformant");
    });
  },
);
