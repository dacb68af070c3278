import { environmentName, environmentPattern } from "./environment.ts";
import type { Report, TargetReport } from "./report.ts";
import { type Standing, signs, standingOf, tally } from "./results.ts";
import {
  effort,
  explorationSentence,
  failedPhrase,
  standingSentence,
  verdictName,
} from "./sentence.ts";
import { shellQuote } from "./shell.ts";
import type { Style } from "./style.ts";
import { failureBlock } from "./terminal/failure.ts";
import { gapsBlock } from "./terminal/gaps.ts";
import { limitsSentences } from "./terminal/limits.ts";
import { oneLine, wrap } from "./terminal/text.ts";
import { unjudgedBlock } from "./terminal/unjudged.ts";

/**
 * The report for a terminal. What is broken comes first and the verdict last, where the eye rests when the run ends.
 * Nothing that the target sent can move the cursor or change a colour. A run in which all holds fits on one screen.
 */
export function terminalReport(report: Report, style: Style): string {
  const lines = [
    ...report.targets.flatMap((target) => targetBlock(target, style)),
    ...report.targets.flatMap(exportLine),
    ...verdictLines(report, style),
  ];
  return `${lines.join("\n")}\n`;
}

function targetBlock(target: TargetReport, style: Style): readonly string[] {
  const standing = (wanted: Standing): readonly string[] =>
    target.requirements
      .filter((requirement) => standingOf(requirement) === wanted)
      .flatMap((requirement) => failureBlock(requirement, style));
  return [
    `${style.strong(target.api)}   ${oneLine(target.url)}   ${verdictOf(target, style)}`,
    "",
    ...standing("broken"),
    ...standing("warning"),
    ...unjudgedBlock("untestable", target.requirements, style),
    ...unjudgedBlock("error", target.requirements, style),
    ...wrap(oneLine(target.summary), style.width),
    "",
    countsLine(target, style),
    "",
    ...limitsLines(target, style),
    ...gapsBlock(target, style),
    ...explorationLines(target, style),
  ];
}

function verdictOf(target: TargetReport, style: Style): string {
  const name = verdictName(target);
  switch (target.verdict) {
    case "conformant":
      return style.good(name);
    case "nonconformant":
      return style.bad(name);
    case "undetermined":
      return style.warning(name);
    case null:
      return style.strong(name);
  }
}

function limitsLines(target: TargetReport, style: Style): readonly string[] {
  const lines = limitsSentences(target).flatMap((one) => wrap(oneLine(one), style.width));
  return lines.length === 0 ? [] : [...lines.map(style.faint), ""];
}

function explorationLines({ exploration }: TargetReport, style: Style): readonly string[] {
  if (exploration === undefined) return [];
  return [...wrap(oneLine(explorationSentence(exploration)), style.width), ""];
}

/** All outcomes, the absent ones too: nobody need wonder whether a number was left out. */
function countsLine(target: TargetReport, style: Style): string {
  const { passed, failed, untestable, error, inapplicable } = target.counts;
  const bad = tally(target).broken > 0 ? style.bad : style.warning;
  const cell = (number: number, text: string, paint: Style["good"]): string =>
    (number === 0 ? style.faint : paint)(text);
  return [
    cell(passed, `${signs.passed} ${passed} passed`, style.good),
    cell(failed, `${signs.broken} ${failedPhrase(target)}`, bad),
    cell(untestable, `${signs.untestable} ${untestable} untestable`, style.warning),
    cell(error, `${signs.error} ${error} error`, style.warning),
    cell(inapplicable, `${signs.inapplicable} ${inapplicable} inapplicable`, style.faint),
  ].join("   ");
}

/** What the curl lines of a target need from the environment; nothing where there are none. */
function exportLine({ api, url, requirements }: TargetReport): readonly string[] {
  const curls = requirements.flatMap(({ findings }) => findings.flatMap(({ curl }) => curl ?? []));
  if (curls.length === 0) return [];
  const address = environmentName(api, "url");
  const used = curls.join("\n").match(environmentPattern(api)) ?? [];
  const keys = [...new Set(used.map((name) => name.slice(1)))].filter((name) => name !== address);
  const settings = [`${address}=${shellQuote(oneLine(url))}`, ...keys.map((name) => `${name}='…'`)];
  return [`To reproduce, first: export ${settings.join(" ")}`, ""];
}

/** One line for each target, in columns: api, verdict, what it rests on, what it cost. */
function verdictLines(report: Report, style: Style): readonly string[] {
  const { targets } = report;
  const widest = (texts: readonly string[]): number =>
    Math.max(...texts.map((text) => text.length));
  const apis = widest(targets.map(({ api }) => api));
  const names = widest(targets.map(verdictName));
  return targets.map((target) =>
    [
      style.strong(target.api.padEnd(apis)),
      `${verdictOf(target, style)}${" ".repeat(names - verdictName(target).length)}`,
      standingSentence(target),
      style.faint(effort(report, target)),
    ].join("   "),
  );
}
