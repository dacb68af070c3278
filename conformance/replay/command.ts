import { contractTarget } from "../any-contract.ts";
import type { CheckOptions } from "../check-targets.ts";
import { readTargets } from "../config.ts";
import { loadContract } from "../contract/load/load.ts";
import { suiteOfContract } from "../derive/any/suite.ts";
import { targetReport } from "../report/build.ts";
import { environmentName } from "../report/environment.ts";
import { reportSchemaId } from "../report/json.ts";
import { redactor } from "../report/redact.ts";
import type { Report } from "../report/report.ts";
import { suites } from "../suites.ts";
import { UsageError } from "../usage.ts";
import { version } from "../version.ts";
import { judgeForeign } from "./foreign.ts";
import { secretsIn } from "./foreign-secrets.ts";
import { type Archive, readArchive } from "./read-har.ts";
import { replay } from "./replay.ts";

/** The flags that a replay looks at. */
export interface ReplayFlags {
  readonly replay: string;
  readonly api: readonly string[];
  readonly url?: string;
  readonly config?: string;
  /** The OpenAPI document that the recording is judged by, if it is one of the user's. */
  readonly contract?: string;
  readonly plan: boolean;
  readonly only: readonly string[];
}

/**
 * `concordat check --replay`: judges a recording and sends nothing. One that a check of ours wrote is judged as it was
 * then; of any other, what holds for every answer.
 * @throws UsageError for a file that is no HAR, and for flags that have no place here
 */
export async function replayCommand(
  flags: ReplayFlags,
  options: Pick<CheckOptions, "version" | "onProgress">,
): Promise<Report> {
  if (flags.config !== undefined || flags.plan)
    throw new UsageError(
      `--replay sends nothing, so it takes no ${flags.plan ? "--plan" : "--config"}.`,
    );
  const archive = await readArchive(flags.replay);
  if (archive.kind === "foreign") return foreignReport(flags, archive, options);
  if (flags.url !== undefined)
    throw new UsageError(
      `The recording ${flags.replay} says itself where it was made; leave --url out.`,
    );
  const { targets } = archive.check;
  for (const api of flags.api) {
    if (!targets.some((target) => target.api === api))
      throw new UsageError(
        `The recording ${flags.replay} holds nothing of ${api}; it is of ${targets.map((target) => target.api).join(" and ")}.`,
      );
  }
  const wanted = targets.filter(({ api }) => flags.api.length === 0 || flags.api.includes(api));
  const known =
    flags.contract === undefined
      ? suites
      : [suiteOfContract(await loadContract(flags.contract), flags.contract, archive.check.seed)];
  return replay(known, { ...archive.check, targets: wanted }, { ...options, only: flags.only });
}

async function foreignReport(
  { api, url, replay: file, only, contract }: ReplayFlags,
  { exchanges }: Extract<Archive, { kind: "foreign" }>,
  options: Pick<CheckOptions, "version">,
): Promise<Report> {
  if ((api.length !== 1 && contract === undefined) || url === undefined)
    throw new UsageError(
      `The recording ${file} was not written by Concordat: say whose it is with one --api, and with --url the base URL that its requests begin with; in place of --api a --contract will do.`,
    );
  if (only.length > 0)
    throw new UsageError(
      "Of a recording that Concordat did not write, everything is judged that can be; leave --only out.",
    );
  const targets =
    contract === undefined
      ? await readTargets(suites, { apis: api, url, key: "unused" }, {})
      : [await contractTarget({ contract, url }, {})];
  const started = exchanges[0]?.startedAt ?? new Date(0).toISOString();
  return {
    $schema: reportSchemaId,
    tool: { name: "concordat", version: options.version ?? version },
    startedAt: started,
    durationMs: exchanges.reduce((sum, { durationMs }) => sum + durationMs, 0),
    seed: 0,
    targets: await Promise.all(
      targets.map(async ({ suite, url }) => {
        const run = await judgeForeign({ suite, url }, exchanges);
        if (run.exchanges.length === 0)
          throw new UsageError(
            `No request of ${file} belongs to an operation of ${suite.api} below ${url}. Is the base URL right?`,
          );
        return targetReport(run, {
          api: suite.api,
          url,
          essential: new Set(),
          redact: redactor(secretsIn(run.exchanges, environmentName(suite.api, "key"))),
          partial: "others made the requests, so only what holds for every answer was judged",
        });
      }),
    ),
  };
}
