import type { TargetConfig } from "./config.ts";
import type { ExploreOptions, Oracle } from "./explore/explore.ts";
import { type Setting, targetReport } from "./report/build.ts";
import { environmentName } from "./report/environment.ts";
import { reportSchemaId } from "./report/json.ts";
import { redactor } from "./report/redact.ts";
import type { Report, TargetReport } from "./report/report.ts";
import { type Item, itemsOf, type Run, runSuite } from "./run.ts";
import { selectionOf } from "./selection.ts";
import { type Clock, systemClock } from "./target/wire.ts";
import { version } from "./version.ts";

/** How a check is run, whatever its targets. */
export interface CheckOptions {
  /** `--only` patterns. Default: none, for everything. */
  readonly only?: readonly string[];
  /** Send nothing but GET, and give no verdict. Default: false. */
  readonly readOnly?: boolean;
  /** Send no more than this to a target. Default: no limit. */
  readonly maxRequests?: number;
  /** Default: as fast as the target answers. */
  readonly requestsPerSecond?: number;
  /** How long to wait for an answer. Default: 10 000. */
  readonly timeoutMs?: number;
  /** Makes random journeys, too, each compared with the oracle of its API. Default: none. */
  readonly explore?: Omit<ExploreOptions, "oracle" | "onJourney"> & {
    readonly oracles: ReadonlyMap<string, Oracle>;
    readonly onJourney?: (api: string, done: number, total: number) => void;
  };
  /** Once aborted, a run only puts to rest what it has made; the report holds what was seen until then. */
  readonly signal?: AbortSignal;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** What the report says of its tool. Default: this version of Concordat. */
  readonly version?: string;
  /** Called as a target's requirements are worked through. */
  readonly onProgress?: (api: string, done: number, total: number) => void;
}

/**
 * Checks targets side by side and reports on them, in their order. Whatever a target does, this returns a report.
 * @throws UsageError when `--only` chooses nothing
 */
export async function checkTargets(
  targets: readonly TargetConfig[],
  options: CheckOptions = {},
): Promise<Report> {
  const { clock = systemClock } = options;
  const started = clock.now();
  const items = await Promise.all(targets.map(({ suite }) => itemsOf(suite)));
  const ids = items.flat().map(({ requirement }) => requirement.id);
  const selects = selectionOf(options.only ?? [], ids);
  const redact = redactor(new Map(targets.flatMap((target) => placeholdersOf(target))));
  // An API in which nothing is selected is left out, rather than reported on without a result.
  const chosen = targets.filter(
    (_, place) =>
      selects === undefined || items[place]?.some(({ requirement: { id } }) => selects(id)),
  );
  const reports = await Promise.all(
    chosen.map(async (target): Promise<TargetReport> => {
      const run = await runTarget(target, options, items[targets.indexOf(target)] ?? [], selects);
      return targetReport(run, { ...settingOf(target, options), redact });
    }),
  );
  return {
    $schema: reportSchemaId,
    tool: { name: "concordat", version: options.version ?? version },
    startedAt: started.toISOString(),
    durationMs: clock.now().getTime() - started.getTime(),
    seed: options.explore?.seed ?? 0,
    targets: reports,
  };
}

function runTarget(
  { suite, url, keys, features, fixtures }: TargetConfig,
  options: CheckOptions,
  items: readonly Item[],
  selects: ((id: string) => boolean) | undefined,
): Promise<Run> {
  const { onProgress, clock = systemClock, explore: _, ...rest } = options;
  const explore = exploreOptions(suite.api, options);
  return runSuite(suite, {
    ...rest,
    clock,
    url,
    keys,
    features,
    fixtures,
    items,
    ...(selects && { selects }),
    ...(explore && { explore }),
    ...(onProgress && {
      onProgress: (done: number, total: number) => onProgress(suite.api, done, total),
    }),
  });
}

/** What one API is explored with; nothing where there is no oracle for it. */
function exploreOptions(api: string, { explore }: CheckOptions): ExploreOptions | undefined {
  const oracle = explore?.oracles.get(api);
  if (explore === undefined || oracle === undefined) return undefined;
  const { onJourney, oracles: _, ...rest } = explore;
  return {
    ...rest,
    oracle,
    ...(onJourney && { onJourney: (done, total) => onJourney(api, done, total) }),
  };
}

function settingOf({ suite, url }: TargetConfig, options: CheckOptions): Omit<Setting, "redact"> {
  const essential = suite.fixtures.filter((fixture) => fixture.essential === true);
  const partial = partialBecause(options);
  return {
    api: suite.api,
    url,
    essential: new Set(essential.map(({ name }) => name)),
    ...(partial !== undefined && { partial }),
  };
}

function partialBecause({ only = [], readOnly }: CheckOptions): string | undefined {
  if (only.length > 0) return "the run was narrowed by --only";
  return readOnly === true ? "the run was read-only" : undefined;
}

/** Each key of a target with the variable that stands for it in curl lines: `$SAHUT_KEY`. */
function placeholdersOf({ suite, keys }: TargetConfig): readonly (readonly [string, string])[] {
  return [...keys].map(([name, key]) => [key, `$${environmentName(suite.api, name)}`]);
}
