import type { TargetConfig } from "./config.ts";
import type { ExploreOptions, Oracle } from "./explore/explore.ts";
import type { LedgerEntries } from "./ledger/ledger.ts";
import type { Leftover } from "./leftovers.ts";
import type { Call, Exchange } from "./model.ts";
import { unheard } from "./receiver/unheard.ts";
import type { RecordedCheck, RecordedTarget } from "./replay/har.ts";
import { recordedTarget } from "./replay/recorded-check.ts";
import { recordedWire } from "./replay/recorded-wire.ts";
import { type Setting, targetReport } from "./report/build.ts";
import { environmentName } from "./report/environment.ts";
import { reportSchemaId } from "./report/json.ts";
import { redactor } from "./report/redact.ts";
import type { Report } from "./report/report.ts";
import { type Item, itemsOf, type Run, runSuite } from "./run.ts";
import { selectionOf } from "./selection.ts";
import { limitsOf } from "./target/limits.ts";
import { type Clock, systemClock } from "./target/wire.ts";
import { version } from "./version.ts";

/** How a check is run, whatever its targets. */
export interface CheckOptions {
  /** `--only` patterns. Default: none, for everything. */
  readonly only?: readonly string[];
  /** Send nothing but GET, and give no verdict. Default: false. */
  readonly readOnly?: boolean;
  /** Send no more than this to a target, whatever for. Default: no limit. */
  readonly maxRequests?: number;
  /**
   * Infinity for as fast as the target answers. Default: what the documentation allows, and no pace on this machine.
   */
  readonly requestsPerSecond?: number;
  /** Repeat what failed, once, and say whether it failed again. Default: true. */
  readonly confirm?: boolean;
  /** The mark of what the run makes. Default: from when it starts. */
  readonly tag?: string;
  /** How long to wait for an answer. Default: 10 000. */
  readonly timeoutMs?: number;
  /** Makes random journeys, too, each compared with the oracle of its API. Default: none. */
  readonly explore?: Omit<ExploreOptions, "oracle" | "onJourney"> & {
    readonly oracles: ReadonlyMap<string, Oracle>;
    readonly onJourney?: (api: string, done: number, total: number) => void;
  };
  /** Once aborted, a run only puts to rest what it has made; the report holds what was seen until then. */
  readonly signal?: AbortSignal;
  /** What decides everything drawn at random. Default: 0. */
  readonly seed?: number;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** What the report says of its tool. Default: this version of Concordat. */
  readonly version?: string;
  /** Recordings by API, to judge instead of sending anything. */
  readonly recordings?: ReadonlyMap<
    string,
    Pick<RecordedTarget, "startedAt" | "tag" | "exchanges">
  >;
  /** Called when all is judged, with what was sent and answered: redacted, as reports are. */
  readonly onRecorded?: (check: RecordedCheck) => void;
  /** Called as a target's requirements are worked through. */
  readonly onProgress?: (api: string, done: number, total: number) => void;
  /** Called as a target answers. */
  readonly onExchange?: (api: string, exchange: Exchange) => void;
  /** Called before a request leaves that may make something, and when something was made or put to rest. */
  readonly ledger?: LedgerEntries;
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
  // What the user waits for, whatever the clock of the run says.
  const begun = performance.now();
  const items = await Promise.all(targets.map(({ suite }) => itemsOf(suite)));
  const ids = items.flat().map(({ requirement }) => requirement.id);
  const selects = selectionOf(options.only ?? [], ids);
  const placeholders = targets.flatMap((target) => placeholdersOf(target));
  const redact = redactor(new Map(placeholders));
  // An API in which nothing is selected is left out, rather than reported on without a result.
  const chosen = targets.filter(
    (_, place) =>
      selects === undefined || items[place]?.some(({ requirement: { id } }) => selects(id)),
  );
  const runs = await Promise.all(
    chosen.map(async (target) => {
      const own = items[targets.indexOf(target)] ?? [];
      const ledger = options.ledger && redacted(options.ledger, redact);
      const told = { ...options, ...(ledger && { ledger }) };
      const run = await runTarget(target, told, own, selects, redact);
      const given = target.suite.secretsIn?.(run.exchanges) ?? [];
      const secrets = given.map((secret) => [secret, "(a secret)"] as const);
      return { target, run, redact: redactor(new Map([...placeholders, ...secrets])) };
    }),
  );
  const about = {
    tool: { name: "concordat", version: options.version ?? version } as const,
    startedAt: started.toISOString(),
    durationMs: Math.ceil(performance.now() - begun),
    seed: options.seed ?? options.explore?.seed ?? 0,
  };
  const { only = [], readOnly = false, confirm = true, maxRequests } = options;
  options.onRecorded?.({
    ...about,
    only,
    readOnly,
    confirm,
    ...(maxRequests !== undefined && { maxRequests }),
    targets: runs.map(({ target, run, redact }) => redact(recordedTarget(target, run))),
  });
  return {
    $schema: reportSchemaId,
    ...about,
    targets: runs.map(({ target, run, redact }) =>
      targetReport(run, { ...settingOf(target, options), redact }),
    ),
  };
}

/** A ledger that no key gets into, not even one that a target took for an id. */
const redacted = (ledger: LedgerEntries, redact: <T>(value: T) => T): LedgerEntries => ({
  ...ledger,
  sends: (api, number, call, method) => ledger.sends(api, number, redact(call), method),
  open: (api, leftovers) => ledger.open(api, redact(leftovers)),
});

function runTarget(
  target: TargetConfig,
  options: CheckOptions,
  items: readonly Item[],
  selects: ((id: string) => boolean) | undefined,
  redact: <T>(value: T) => T,
): Promise<Run> {
  const {
    onProgress,
    onExchange,
    ledger,
    recordings,
    clock = systemClock,
    explore: _,
    ...rest
  } = options;
  const { suite, url, keys, features, fixtures } = target;
  const { api } = suite;
  const recorded = recordings?.get(api);
  const explore = exploreOptions(api, options);
  return runSuite(suite, {
    confirm: true,
    ...rest,
    clock,
    url,
    keys,
    features,
    fixtures,
    items,
    limits: limitsOf(suite, target),
    ...(recorded && replayed(recorded, redact)),
    ...(selects && { selects }),
    ...(explore && { explore }),
    ...(onProgress && {
      onProgress: (done: number, total: number) => onProgress(api, done, total),
    }),
    onExchange: (exchange) => {
      ledger?.answered(api, exchange);
      onExchange?.(api, exchange);
    },
    ...(ledger && {
      onSend: (number: number, call: Call, method: string) =>
        ledger.sends(api, number, call, method),
      onLeftovers: (open: readonly Leftover[]) => ledger.open(api, open),
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

/** What a run is told in place of a deployment; nobody waits for a pace. */
const replayed = (
  { exchanges, startedAt, tag }: Pick<RecordedTarget, "startedAt" | "tag" | "exchanges">,
  redact: <T>(value: T) => T,
) => ({
  ...recordedWire(exchanges, startedAt, redact),
  tag,
  requestsPerSecond: Number.POSITIVE_INFINITY,
  listen: unheard,
});

function settingOf({ suite, url }: TargetConfig, options: CheckOptions): Omit<Setting, "redact"> {
  const essential = suite.fixtures.filter((fixture) => fixture.essential === true);
  const partial = partialBecause(options);
  return {
    api: suite.api,
    url,
    essential: new Set(essential.map(({ name }) => name)),
    ...(partial !== undefined && { partial }),
    gaps: suite.gaps ?? [],
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
