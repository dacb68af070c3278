import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { CheckFlags } from "./check-flags.ts";
import { type CheckOptions, checkTargets } from "./check-targets.ts";
import type { TargetConfig } from "./config.ts";
import { shortfalls } from "./coverage/gate.ts";
import { exitCodeOf } from "./exit-code.ts";
import {
  type ExpectedFailures,
  mended,
  readExpectedFailures,
  withExpected,
} from "./expected-failures.ts";
import { type Consulted, exploring, refuseIdleJourneys } from "./explore/flags.ts";
import { type Served, servedFor, targetsOf } from "./flagged-targets.ts";
import { createLedger, type Ledger } from "./ledger/ledger.ts";
import { plansOf } from "./plan.ts";
import { type Progress, progressOn } from "./progress.ts";
import { replayCommand } from "./replay/command.ts";
import { harOf, type RecordedCheck } from "./replay/har.ts";
import { planText } from "./report/plan-text.ts";
import type { Report } from "./report/report.ts";
import { seconds } from "./report/sentence.ts";
import { styleFor } from "./report/style.ts";
import { terminalReport } from "./report/terminal.ts";
import { reportFiles, writeFiles } from "./report/write.ts";
import { itemsOf } from "./run.ts";
import { suites } from "./suites.ts";
import { limitsOf, paceInWords } from "./target/limits.ts";
import { systemClock } from "./target/wire.ts";
import { tagAt } from "./version.ts";

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
