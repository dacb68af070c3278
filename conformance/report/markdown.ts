import { visible } from "../../html/visible.ts";
import type { FindingReport, Report, RequirementReport, TargetReport } from "./report.ts";
import { byReason, signs, standingNames, standingOf, standings, tally } from "./results.ts";
import { seconds, standingSentence, verdictName } from "./sentence.ts";
import { differenceName } from "./terminal/limits.ts";
import { xml } from "./xml.ts";

/** How many findings of a promise, and how many differences, are told; report.json has them all. */
const told = 5;

/** The report as Markdown (GitHub and GitLab), short enough for a comment or a job's summary. */
export function markdownReport(report: Report): string {
  const { targets, startedAt, durationMs, tool } = report;
  const rows = targets.map(
    (target) =>
      `| ${code(target.api)} | **${verdictName(target)}** | ${text(standingSentence(target))} | ${target.requests} | ${target.coverage.percent}% |`,
  );
  return [
    "# Conformance",
    "",
    "| API | Verdict | Promises | Requests | Contract looked at |",
    "|---|---|---|---:|---:|",
    ...rows,
    "",
    ...targets.flatMap(targetPart),
    `<sub>Concordat ${tool.version}, ${startedAt}, ${seconds(durationMs)}</sub>`,
    "",
  ].join("\n");
}

function targetPart(target: TargetReport): readonly string[] {
  const { api, url, summary, requirements, drift } = target;
  const numbers = tally(target);
  const failed = requirements
    .filter(({ outcome }) => outcome === "failed")
    .toSorted((a, b) => standings.indexOf(standingOf(a)) - standings.indexOf(standingOf(b)));
  const unjudged = requirements.filter(({ outcome }) => ["untestable", "error"].includes(outcome));
  const shown = drift.undocumented.slice(0, told);
  return [
    `## ${text(api)}`,
    "",
    `${code(url)}: ${text(summary)}`,
    "",
    standings.map((one) => `${signs[one]} ${numbers[one]} ${standingNames[one]}`).join(" · "),
    "",
    ...failed.flatMap(failurePart),
    ...(unjudged.length === 0
      ? []
      : [
          "**Not judged**",
          "",
          ...byReason(unjudged).map(([reason, { length }]) => `- ${length}: ${text(reason)}`),
          "",
        ]),
    ...(shown.length === 0
      ? []
      : [
          "**In no contract, and not judged**",
          "",
          ...shown.map((one) => `- ${text(differenceName(one))}`),
          ...(drift.undocumented.length > told
            ? [`- ${drift.undocumented.length - told} more`]
            : []),
          "",
        ]),
  ];
}

function failurePart(requirement: RequirementReport): readonly string[] {
  const { id, statement, source, level, findings, expected } = requirement;
  const known = expected === undefined ? "" : ` Known: ${text(expected)}.`;
  const more = findings.length - told;
  return [
    "<details>",
    `<summary>${signs[standingOf(requirement)]} <code>${xml(id)}</code> ${level}: ${xml(oneLine(findings[0]?.message ?? statement))}</summary>`,
    "",
    `${text(statement)} _${text(source.section)}_${known}`,
    "",
    ...findings.slice(0, told).flatMap(findingPart),
    ...(more > 0 ? [`and ${more} more`, ""] : []),
    "</details>",
    "",
  ];
}

const findingPart = ({ message, expected, actual, curl }: FindingReport): readonly string[] => [
  text(message),
  "",
  `- Expected: ${code(expected)}`,
  `- Actual: ${code(actual)}`,
  "",
  ...(curl === undefined ? [] : [fenced(curl), ""]),
];

/** A text in which nothing is markup, in a paragraph and in a cell: CommonMark takes a backslash before punctuation. */
const text = (raw: string): string =>
  oneLine(raw)
    .replaceAll(/[\\`*_[\]#|~$<>&]/g, "\\$&")
    .replace(/^(\d*)([-+.])/, "$1\\$2");

/** A text as code; its fence is longer than any in it. */
function code(raw: string): string {
  const line = oneLine(raw).replaceAll("|", "\\|");
  const fence = "`".repeat(longestTicks(line) + 1);
  const space = /^`|`$|^ .* $/.test(line) ? " " : "";
  return line === "" ? "nothing" : `${fence}${space}${line}${space}${fence}`;
}

function fenced(raw: string): string {
  const fence = "`".repeat(Math.max(3, longestTicks(raw) + 1));
  return `${fence}sh\n${visible(raw)}\n${fence}`;
}

const longestTicks = (raw: string): number =>
  Math.max(0, ...[...raw.matchAll(/`+/g)].map(([ticks]) => ticks.length));

const oneLine = (raw: string): string => visible(raw.replaceAll(/\s*[\n\t]\s*/g, " "));
