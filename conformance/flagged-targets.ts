import { contractTarget } from "./any-contract.ts";
import type { CheckFlags } from "./check-flags.ts";
import { readTargets, suiteNamed, type TargetConfig } from "./config.ts";
import { suites } from "./suites.ts";
import type { Clock } from "./target/wire.ts";
import { UsageError } from "./usage.ts";

/** Targets that this process serves itself. */
export interface Served {
  readonly targets: readonly TargetConfig[];
  /** The time in which they live. Default: the machine's. */
  readonly clock?: Clock;
  close(): Promise<void>;
}

/**
 * What a check that names no target goes to: all that is served, or the APIs that it asks for. Throws a UsageError for a
 * flag that needs a deployment.
 */
export async function servedFor(flags: CheckFlags, serve: () => Promise<Served>): Promise<Served> {
  const given = {
    "--key": flags.key !== undefined,
    "--features": flags.features !== undefined,
    "--fixture": flags.fixture.length > 0,
  };
  for (const [flag, isGiven] of Object.entries(given))
    if (isGiven)
      throw new UsageError(
        `${flag} needs a deployment to go with: give --api and --url, or --config.`,
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

/**
 * The deployments that the flags name, or one of a contract. Throws a UsageError for flags that do not go together, and for a
 * wrong configuration.
 */
export async function targetsOf(
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
