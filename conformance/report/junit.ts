import { groupOf } from "../../html/filter.ts";
import type { Report, RequirementReport, TargetReport } from "./report.ts";
import { standingOf } from "./results.ts";
import { verdictName } from "./sentence.ts";
import { xml } from "./xml.ts";

/**
 * The report as JUnit XML, in the form that Jenkins and GitLab read: a suite for each target, a case for each promise.
 * What is broken is a failure; what was not tested, or is known to fail, is skipped; a warning passes and says so in
 * its output, unless warnings count.
 * @param strict whether a broken `should` is a failure. Default: false
 */
export function junitReport(report: Report, strict = false): string {
  const suites = report.targets.map((target) => suiteOf(target, report, strict));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="concordat">\n${suites.join("")}</testsuites>\n`;
}

function suiteOf(target: TargetReport, { startedAt }: Report, strict: boolean): string {
  const { api, url, summary, requirements, requests } = target;
  const kinds = requirements.map((one) => kindOf(one, strict));
  const count = (kind: Kind): number => kinds.filter((one) => one === kind).length;
  const properties = Object.entries({ url, verdict: verdictName(target), requests })
    .map(([name, value]) => `<property name="${name}" value="${xml(String(value))}"/>`)
    .join("");
  return [
    `<testsuite name="${xml(api)}" tests="${requirements.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}" time="0" timestamp="${startedAt.slice(0, 19)}">`,
    `<properties>${properties}</properties>`,
    ...requirements.map((one) => caseOf(one, strict)),
    `<system-out>${xml(summary)}</system-out>`,
    "</testsuite>\n",
  ].join("\n");
}

type Kind = "passed" | "failure" | "error" | "skipped";

function kindOf(requirement: RequirementReport, strict: boolean): Kind {
  switch (standingOf(requirement)) {
    case "broken":
      return requirement.expected === undefined ? "failure" : "skipped";
    case "warning":
      return strict && requirement.expected === undefined ? "failure" : "passed";
    case "error":
      return "error";
    case "untestable":
    case "inapplicable":
      return "skipped";
    case "passed":
      return "passed";
  }
}

function caseOf(requirement: RequirementReport, strict: boolean): string {
  const { id, outcome, reason = "", expected } = requirement;
  const open = `<testcase classname="${xml(classOf(id))}" name="${xml(id)}" time="0">`;
  const details = xml(detailsOf(requirement));
  const first = xml(requirement.findings[0]?.message ?? reason);
  switch (kindOf(requirement, strict)) {
    case "failure":
      return `${open}<failure type="${requirement.level}" message="${first}">${details}</failure></testcase>`;
    case "error":
      return `${open}<error message="${first}">${details}</error></testcase>`;
    case "skipped": {
      const why = expected === undefined ? first : xml(`known to fail: ${expected}`);
      return `${open}<skipped message="${why}"/></testcase>`;
    }
    case "passed":
      return outcome === "failed"
        ? `${open}<system-out>Warning\n${details}</system-out></testcase>`
        : `${open}</testcase>`;
  }
}

/** `sahut.pagination`: viewers group by what stands before the last dot. */
const classOf = (id: string): string =>
  `${id.slice(0, id.indexOf("/"))}.${groupOf(id).replaceAll(/[/ ]+/g, ".")}`;

/** All that is known of a failure, as plain text. */
function detailsOf({ statement, source, findings, reason }: RequirementReport): string {
  return [
    `${statement} (${source.section})`,
    ...(reason === undefined ? [] : [reason]),
    ...findings.flatMap(({ message, expected, actual, curl }) => [
      "",
      message,
      `Expected   ${expected}`,
      `Actual     ${actual}`,
      ...(curl === undefined ? [] : [`Reproduce  ${curl}`]),
    ]),
  ].join("\n");
}
