import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CheckOptions, checkTargets } from "./check-targets.ts";
import { readTargets, suiteNamed, type TargetConfig } from "./config.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { Oracle } from "./explore/explore.ts";
import { planOf } from "./plan.ts";
import { progressOn } from "./progress.ts";
import { htmlReport } from "./report/html.ts";
import { jsonReport } from "./report/json.ts";
import { planText } from "./report/plan-text.ts";
import type { Report } from "./report/report.ts";
import { styleFor } from "./report/style.ts";
import { terminalReport } from "./report/terminal.ts";
import { suites } from "./suites.ts";
import { systemClock } from "./target/wire.ts";
import { UsageError } from "./usage.ts";

/** The flags of `concordat check`. */
export interface CheckFlags {
  readonly api: readonly string[];
  readonly url?: string;
  readonly key?: string;
  readonly config?: string;
  readonly features?: string;
  readonly fixture: readonly string[];
  readonly report?: string;
  readonly only: readonly string[];
  readonly readOnly: boolean;
  readonly maxRequests?: number;
  readonly rps?: number;
  /** Seconds. */
  readonly timeout: number;
  /** How many random journeys. Default: none. */
  readonly explore?: number;
  /** Of the first journey. Default: drawn. */
  readonly seed?: number;
  readonly strict: boolean;
  readonly plan: boolean;
  readonly version: string;
}

/** Targets that this process serves itself. */
export interface Served {
  readonly targets: readonly TargetConfig[];
  close(): Promise<void>;
}

/** Oracles that this process serves itself. */
export interface Consulted {
  readonly oracles: ReadonlyMap<string, Oracle>;
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
  const served =
    flags.url === undefined && flags.config === undefined
      ? await servedFor(flags, serve)
      : undefined;
  const consulted = flags.explore === undefined ? undefined : await consult();
  try {
    const targets = served?.targets ?? (await readTargets(suites, settingsOf(flags), env));
    const progress = progressOn(stderr);
    const options = {
      ...optionsOf(flags, progress.step),
      ...exploring(flags, targets, consulted, progress.journey),
      ...(signal && { signal }),
    };
    if (flags.plan) {
      for (const target of targets)
        stdout.write(planText(await planOf(target, options), flags.rps));
      return 0;
    }
    const report = await checkTargets(targets, options);
    progress.end();
    stdout.write(terminalReport(report, styleFor(stdout, env)));
    if (flags.report !== undefined) await writeReports(flags.report, report, stderr);
    const code = exitCodeOf(report, flags.strict);
    return code === 0 && signal?.aborted === true ? 3 : code;
  } finally {
    await consulted?.close();
    await served?.close();
  }
}

/** @throws UsageError for journeys that could not be made */
function refuseIdleJourneys({ explore, seed, readOnly, plan }: CheckFlags): void {
  if (explore === undefined) {
    if (seed !== undefined)
      throw new UsageError("--seed is that of random journeys: give --explore, too.");
    return;
  }
  if (readOnly)
    throw new UsageError(
      "--explore writes to the target, and --read-only does not let it: leave one of them out.",
    );
  if (plan)
    throw new UsageError(
      "--plan cannot say where random journeys lead: leave --explore out, or run it.",
    );
}

/** Seeds are small, so that they can be read out. */
const seeds = 1_000_000;

function exploring(
  { explore, seed }: CheckFlags,
  targets: readonly TargetConfig[],
  consulted: Consulted | undefined,
  onJourney: (api: string, done: number, total: number) => void,
): Pick<CheckOptions, "explore"> {
  if (explore === undefined || consulted === undefined) return {};
  const strange = targets.find(({ suite }) => suite.journeys === undefined);
  if (strange !== undefined)
    throw new UsageError(
      `--explore knows no journeys for ${strange.suite.api}: leave it out, or choose another API with --api.`,
    );
  const drawn = seed ?? systemClock.now().getTime() % seeds;
  return {
    explore: { journeys: explore, seed: drawn, oracles: consulted.oracles, onJourney },
  };
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
  const { targets, close } = await serve();
  return {
    targets:
      wanted.length === 0 ? targets : targets.filter(({ suite }) => wanted.includes(suite.api)),
    close,
  };
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

function optionsOf(
  flags: CheckFlags,
  onProgress: NonNullable<CheckOptions["onProgress"]>,
): CheckOptions {
  return {
    only: flags.only,
    readOnly: flags.readOnly,
    timeoutMs: Math.ceil(flags.timeout * 1000),
    clock: systemClock,
    version: flags.version,
    onProgress,
    ...(flags.maxRequests !== undefined && { maxRequests: flags.maxRequests }),
    ...(flags.rps !== undefined && { requestsPerSecond: flags.rps }),
  };
}

async function writeReports(
  folder: string,
  report: Report,
  stderr: NodeJS.WritableStream,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "report.json"), jsonReport(report));
    await writeFile(join(folder, "report.html"), htmlReport(report));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The report cannot be written to ${folder}: ${why}.`);
  }
  stderr.write(`Written: ${join(folder, "report.json")} and ${join(folder, "report.html")}\n`);
}
