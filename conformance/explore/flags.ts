import type { CheckOptions } from "../check-targets.ts";
import type { TargetConfig } from "../config.ts";
import { systemClock } from "../target/wire.ts";
import { UsageError } from "../usage.ts";
import type { Oracle } from "./explore.ts";

/** The flags of `concordat check` that are about random journeys. */
export interface ExploreFlags {
  /** How many random journeys. Default: none. */
  readonly explore?: number;
  /** Of the first journey. Default: drawn. */
  readonly seed?: number;
}

/** Oracles that this process serves itself. */
export interface Consulted {
  readonly oracles: ReadonlyMap<string, Oracle>;
  close(): Promise<void>;
}

/** @throws UsageError for journeys that could not be made */
export function refuseIdleJourneys({
  explore,
  seed,
  readOnly,
  plan,
  replay,
  contract,
}: ExploreFlags & {
  readonly readOnly: boolean;
  readonly plan: boolean;
  readonly replay?: string;
  readonly contract?: string;
}): void {
  if (explore === undefined) {
    if (seed !== undefined && contract === undefined)
      throw new UsageError(
        "--seed is of what is drawn at random: give --explore or --contract, too.",
      );
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
  if (replay !== undefined)
    throw new UsageError("--replay sends nothing, so that there is nothing to --explore.");
}

/** Seeds that are drawn are short enough to be read out. */
const seeds = 1_000_000;

/**
 * What the flags say of exploring.
 * @throws UsageError for a target that has no journeys
 */
export function exploring(
  { explore, seed }: ExploreFlags,
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
  return { explore: { journeys: explore, seed: drawn, oracles: consulted.oracles, onJourney } };
}
