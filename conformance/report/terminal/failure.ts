import type { DeliveryReport, FindingReport, JourneyReport, RequirementReport } from "../report.ts";
import { signs, standingOf } from "../results.ts";
import type { Style } from "../style.ts";
import { labelled, oneLine, paragraph } from "./text.ts";

/** Of a promise that is broken in many ways, the first few tell enough. */
const shown = 3;

/** A promise that does not hold: what it says, how it is broken, and how to see it again. */
export function failureBlock(requirement: RequirementReport, style: Style): readonly string[] {
  const { id, level, statement, source, findings, expected, confirmation } = requirement;
  const paint = level === "must" ? style.bad : style.warning;
  const sign = signs[standingOf(requirement)];
  const hidden = findings.length - shown;
  return [
    `${paint(sign)} ${style.strong(oneLine(id))}   ${paint(level)}`,
    ...paragraph("Promise", `${statement}   ${source.section}`, style.width),
    ...(expected === undefined ? [] : paragraph("Known", expected, style.width)),
    ...findings.slice(0, shown).flatMap((finding) => findingBlock(finding, style)),
    ...(hidden > 0 ? labelled("", [style.faint(`and ${hidden} more`)]) : []),
    ...(confirmation === undefined
      ? []
      : paragraph("Repeated", `${confirmation.label}: ${confirmation.reason}`, style.width)),
    "",
  ];
}

function findingBlock(finding: FindingReport, { width }: Style): readonly string[] {
  return [
    ...paragraph("Finding", finding.message, width),
    ...paragraph("Expected", finding.expected, width),
    ...paragraph("Actual", finding.actual, width),
    ...(finding.delivery === undefined
      ? []
      : paragraph("Delivery", deliveryLine(finding.delivery), width)),
    ...(finding.journey === undefined ? curlLines(finding) : journeyLines(finding.journey, width)),
  ];
}

/** A broken line could not be pasted. */
const curlLines = ({ curl }: FindingReport): readonly string[] =>
  curl === undefined ? [] : labelled("Reproduce", [oneLine(curl)]);

/** The steps of a journey, each with its line to paste; the last one is the finding's own. */
function journeyLines({ about, steps }: JourneyReport, width: number): readonly string[] {
  return [
    ...paragraph("Found", about, width),
    ...steps.flatMap(({ purpose, status, curl }, place) => [
      ...paragraph(
        place === 0 ? "Reproduce" : "",
        `${place + 1}. ${purpose}: ${status ?? "no answer"}`,
        width,
      ),
      ...labelled("", [oneLine(curl)]),
    ]),
  ];
}

/** So much of a body is told on a terminal; report.json has more of it. */
const told = 160;

function deliveryLine({ number, receivedAt, method, body, answered }: DeliveryReport): string {
  const reply = answered === null ? "not answered" : `answered ${answered}`;
  const content = body.length > told ? `${body.slice(0, told - 1)}…` : body || "no body";
  return `${number}, ${method} at ${receivedAt.slice(11, 23)}, ${reply}: ${content}`;
}
