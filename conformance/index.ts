/**
 * The suite for programs: `import … from "concordat/conformance"`. `model.ts` holds the vocabulary.
 *
 * @example
 * import { checkTargets, readTargets, suites } from "concordat/conformance";
 *
 * const settings = { apis: ["sahut"], url: "https://staging.example.com/v1", key: "sk_live_..." };
 * const targets = await readTargets(suites, settings, process.env);
 * const report = await checkTargets(targets, { requestsPerSecond: 5 });
 * for (const { api, verdict, summary } of report.targets) console.log(api, verdict, summary);
 */

export { type Check, check, checkAll, type Judgement, observe, type Recording } from "./check.ts";
export { type CheckOptions, checkTargets } from "./check-targets.ts";
export { readTargets, type Settings, type TargetConfig } from "./config.ts";
export { type ExitCode, exitCodeOf } from "./exit-code.ts";
export type * from "./model.ts";
export { type Plan, planOf } from "./plan.ts";
export type { Discovery, Fixtures, Probe, ProbeContext } from "./probe.ts";
export { harOf, type RecordedCheck } from "./replay/har.ts";
export { type RecordedRun, recordingJudge } from "./replay/judge.ts";
export { type Archive, readArchive } from "./replay/read-har.ts";
export { replay } from "./replay/replay.ts";
export { badge } from "./report/badge.ts";
export { htmlReport } from "./report/html.ts";
export { jsonReport, reportSchemaId } from "./report/json.ts";
export { junitReport } from "./report/junit.ts";
export { markdownReport } from "./report/markdown.ts";
export type * from "./report/report.ts";
export { type Style, styleFor, styleOf } from "./report/style.ts";
export { terminalReport } from "./report/terminal.ts";
export type { ControlProbe, FixtureSpec, Suite } from "./suite.ts";
export { suites } from "./suites.ts";
export { type Clock, systemClock } from "./target/wire.ts";
export { UsageError } from "./usage.ts";
export { countsOf, type Judged, verdictOn } from "./verdict.ts";
