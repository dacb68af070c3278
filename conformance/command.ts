import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contractTarget } from "./any-contract.ts";
import { type CheckOptions, checkTargets } from "./check-targets.ts";
import { readTargets, suiteNamed, type TargetConfig } from "./config.ts";
import { shortfalls } from "./coverage/gate.ts";
import { exitCodeOf } from "./exit-code.ts";
import {
  type ExpectedFailures,
  mended,
  readExpectedFailures,
  withExpected,
} from "./expected-failures.ts";
import { type Consulted, exploring, refuseIdleJourneys } from "./explore/flags.ts";
import { createLedger, type Ledger } from "./ledger/ledger.ts";
import { plansOf } from "./plan.ts";
import { type Progress, progressOn } from "./progress.ts";
import { replayCommand } from "./replay/command.ts";
import { harOf, type RecordedCheck } from "./replay/har.ts";
import { badge } from "./report/badge.ts";
import { htmlReport } from "./report/html.ts";
import { jsonReport } from "./report/json.ts";
import { junitReport } from "./report/junit.ts";
import { markdownReport } from "./report/markdown.ts";
import { planText } from "./report/plan-text.ts";
import type { Report } from "./report/report.ts";
import { seconds } from "./report/sentence.ts";
import { styleFor } from "./report/style.ts";
import { terminalReport } from "./report/terminal.ts";
import { itemsOf } from "./run.ts";
import { suites } from "./suites.ts";
import { limitsOf, paceInWords } from "./target/limits.ts";
import { type Clock, systemClock } from "./target/wire.ts";
import { UsageError } from "./usage.ts";
import { tagAt } from "./version.ts";

/** The flags of `concordat check`. */
export interface CheckFlags {
  readonly api: readonly string[];
  readonly url?: string;
  readonly key?: string;
  readonly config?: string;
  /** An OpenAPI document: its deployment is checked by what follows from it alone. */
  readonly contract?: string;
  readonly features?: string;
  readonly fixture: readonly string[];
  readonly report?: string;
  readonly only: readonly string[];
  readonly readOnly: boolean;
  readonly maxRequests?: number;
  /** Infinity for as fast as the target answers. */
  readonly rps?: number;
  readonly confirm: boolean;
  /** Seconds. */
  readonly timeout: number;
  /** How many random journeys. Default: none. */
  readonly explore?: number;
  /** Of the first journey. Default: drawn. */
  readonly seed?: number;
  readonly strict: boolean;
  /** Percent of the contract's clauses that are to be asserted. */
  readonly requireCoverage?: number;
  /** A YAML file with requirements that are known to fail. */
  readonly expectFailures?: string;
  /** A HAR file to judge instead of a deployment. */
  readonly replay?: string;
  readonly plan: boolean;
  readonly version: string;
}

/** Targets that this process serves itself. */
export interface Served {
  readonly targets: readonly TargetConfig[];
  /** The time in which they live. Default: the machine's. */
  readonly clock?: Clock;
  close(): Promise<void>;
}

/** The reference server, for who wants one: the suite meets it over HTTP alone. */
export interface References {
  /** Starts it as the target of a check that names none. */
  readonly serve: () => Promise<Served>;
  /** Starts it as what random journeys are compared with. */
  readonly consult: () => Promise<Consulted>;
}

interface Surroundings extends Pick<NodeJS.Process, "env" | "stdout" | "stderr"> {
  /** Aborted when the user wants no more. */
  readonly signal?: AbortSignal;
}

/**
 * `concordat check`: results to stdout, progress to stderr, files into `--report`.
 * An interrupted check reports on what it saw, and is at best undetermined.
 * @returns the exit code
 * @throws UsageError for wrong flags or a wrong configuration
 */
export async function checkCommand(
  flags: CheckFlags,
  { env, stdout, stderr, signal }: Surroundings,
  { serve, consult }: References,
): Promise<number> {
  refuseIdleJourneys(flags);
  // Read before anything is sent, since it may be wrong.
  const expected = await knownFailures(flags);
  const known = (report: Report): Report => withExpected(report, expected);
  const served = [flags.url, flags.config, flags.contract, flags.replay].every(
    (one) => one === undefined,
  )
    ? await servedFor(flags, serve)
    : undefined;
  const consulted = flags.explore === undefined ? undefined : await consult();
  try {
    if (flags.replay !== undefined) {
      const { replay, version } = { ...flags, replay: flags.replay };
      const report = await replayCommand({ ...flags, replay }, { version });
      return await conclude(known(report), undefined, flags, { env, stdout, stderr });
    }
    const targets = served?.targets ?? (await targetsOf(flags, env));
    const progress = progressOn(stderr, { env });
    const options = {
      ...optionsOf(flags, progress),
      ...(served?.clock && { clock: served.clock }),
      ...exploring(flags, targets, consulted, progress.journey),
      ...(signal && { signal }),
    };
    if (flags.plan) {
      for (const plan of await plansOf(targets, options)) stdout.write(planText(plan));
      return 0;
    }
    await foretell(targets, options, progress, stderr);
    const ledger =
      served === undefined && !flags.readOnly
        ? await ledgerFor(targets, flags, options.tag)
        : undefined;
    let recorded: RecordedCheck | undefined;
    const onRecorded = (check: RecordedCheck): void => {
      recorded = check;
    };
    const told = { ...options, onRecorded, ...(ledger && { ledger }) };
    const report = await checkTargets(targets, told).finally(() => {
      progress.end();
      if (ledger !== undefined) closeLedger(ledger, stderr);
    });
    return await conclude(known(report), recorded, flags, {
      env,
      stdout,
      stderr,
      ...(signal && { signal }),
    });
  } finally {
    await consulted?.close();
    await served?.close();
  }
}

async function knownFailures({ expectFailures: file }: CheckFlags): Promise<ExpectedFailures> {
  if (file === undefined) return new Map();
  const items = await Promise.all(suites.map(itemsOf));
  return readExpectedFailures(
    file,
    items.flat().map(({ requirement }) => requirement.id),
  );
}

/** Shows and writes what a check came to. @returns the exit code */
async function conclude(
  report: Report,
  recorded: RecordedCheck | undefined,
  flags: CheckFlags,
  { env, stdout, stderr, signal }: Surroundings,
): Promise<number> {
  stdout.write(terminalReport(report, styleFor(stdout, env)));
  if (flags.report !== undefined) {
    const files = {
      ...reportFiles(report, flags.strict),
      ...(recorded && { "exchanges.har": harOf(recorded) }),
    };
    await writeFiles(flags.report, files, stderr);
  }
  const short = shortfalls(report, flags.requireCoverage ?? 0);
  for (const words of short) stderr.write(`${words}\n`);
  for (const id of mended(report))
    stderr.write(
      `${id} is listed as a known failure and holds now: take it off ${flags.expectFailures}.\n`,
    );
  const code = exitCodeOf(report, flags.strict);
  return code === 0 && (signal?.aborted === true || short.length > 0) ? 3 : code;
}

async function servedFor(flags: CheckFlags, serve: () => Promise<Served>): Promise<Served> {
  for (const option of ["key", "features"] as const) {
    if (flags[option] !== undefined)
      throw new UsageError(
        `--${option} needs a deployment to go with: give --api and --url, or --config.`,
      );
  }
  if (flags.fixture.length > 0)
    throw new UsageError(
      "--fixture needs a deployment to go with: give --api and --url, or --config.",
    );
  const wanted = flags.api.map((api) => suiteNamed(suites, api).api);
  const { targets, clock, close } = await serve();
  return {
    ...(clock && { clock }),
    targets:
      wanted.length === 0 ? targets : targets.filter(({ suite }) => wanted.includes(suite.api)),
    close,
  };
}

async function targetsOf(
  flags: CheckFlags,
  env: NodeJS.ProcessEnv,
): Promise<readonly TargetConfig[]> {
  const { contract, api, config, features, url, key, seed, fixture } = flags;
  if (contract === undefined) return readTargets(suites, settingsOf(flags), env);
  const others = {
    "--api": api.length > 0,
    "--config": config !== undefined,
    "--features": features !== undefined,
  };
  for (const [flag, isGiven] of Object.entries(others))
    if (isGiven)
      throw new UsageError(
        `${flag} does not go with --contract: the document alone says what is checked. Give --url, and --key if it needs one.`,
      );
  const settings = {
    contract,
    fixtures: fixture,
    ...(url !== undefined && { url }),
    ...(key !== undefined && { key }),
    ...(seed !== undefined && { seed }),
  };
  return [await contractTarget(settings, env)];
}

function settingsOf({
  api,
  url,
  key,
  config,
  features,
  fixture,
}: CheckFlags): Parameters<typeof readTargets>[1] {
  return {
    apis: api,
    fixtures: fixture,
    ...(url !== undefined && { url }),
    ...(key !== undefined && { key }),
    ...(config !== undefined && { file: config }),
    ...(features !== undefined && { features }),
  };
}

function optionsOf(flags: CheckFlags, progress: Progress): CheckOptions & { readonly tag: string } {
  return {
    tag: tagAt(systemClock.now()),
    confirm: flags.confirm,
    only: flags.only,
    readOnly: flags.readOnly,
    timeoutMs: Math.ceil(flags.timeout * 1000),
    clock: systemClock,
    version: flags.version,
    ...(flags.seed !== undefined && { seed: flags.seed }),
    onProgress: progress.step,
    onExchange: progress.answered,
    ...(flags.maxRequests !== undefined && { maxRequests: flags.maxRequests }),
    ...(flags.rps !== undefined && { requestsPerSecond: flags.rps }),
  };
}

/** Says how long a check takes that keeps a pace, and lets the progress know when its requests are due. */
async function foretell(
  targets: readonly TargetConfig[],
  options: CheckOptions,
  progress: Progress,
  stderr: Pick<NodeJS.WritableStream, "write">,
): Promise<void> {
  const isPaced = (target: TargetConfig): boolean =>
    paceInWords(limitsOf(target.suite, target), options.requestsPerSecond) !== undefined;
  // A plan takes a moment, which a check without a pace does not wait for.
  if (!targets.some(isPaced)) return;
  for (const { requests, durationMs, pace, api } of await plansOf(targets, options)) {
    if (pace === undefined || durationMs < 5_000) continue;
    progress.expect(
      api,
      requests.map(({ at }) => at),
    );
    stderr.write(
      `${api}: about ${requests.length} requests at ${pace}, ${seconds(durationMs)}; --rps sets another pace.\n`,
    );
  }
}

/** Beside the reports, if there are any, else where the user is. */
async function ledgerFor(
  targets: readonly TargetConfig[],
  { report: folder = "." }: CheckFlags,
  run: string,
): Promise<Ledger> {
  await mkdir(folder, { recursive: true }).catch(() => {});
  return createLedger(join(folder, `concordat-${run}.ledger`), {
    run,
    startedAt: systemClock.now().toISOString(),
    targets: targets.map(({ suite, url }) => ({ api: suite.api, url })),
  });
}

function closeLedger(ledger: Ledger, stderr: Pick<NodeJS.WritableStream, "write">): void {
  const open = ledger.end();
  if (open.length === 0) return;
  const what = open.map((leftover) => leftover.what).join(", ");
  stderr.write(`Not put to rest: ${what}. To try again: concordat clean ${ledger.path}\n`);
}

/** What `--report` writes, by file name. */
const reportFiles = (report: Report, strict: boolean): Readonly<Record<string, string>> => ({
  "report.json": jsonReport(report),
  "report.html": htmlReport(report),
  "report.md": markdownReport(report),
  "junit.xml": junitReport(report, strict),
  "badge.svg": badge(report),
});

async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
  stderr: NodeJS.WritableStream,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The report cannot be written to ${folder}: ${why}.`);
  }
  const [first = "", ...others] = Object.keys(files);
  stderr.write(`Written: ${join(folder, first)}, and beside it ${others.join(", ")}\n`);
}
