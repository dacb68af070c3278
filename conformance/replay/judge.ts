import { readContract } from "../contract/contract.ts";
import { validatorFor } from "../contract/validate.ts";
import type { Exchange } from "../model.ts";
import { unheard } from "../receiver/unheard.ts";
import { itemsOf, type Run, type RunOptions, runSuite } from "../run.ts";
import type { Suite } from "../suite.ts";
import { recordedWire } from "./recorded-wire.ts";

/** All that is known of a run: what it was told, and what came of it. */
export interface RecordedRun
  extends Pick<
    RunOptions,
    | "url"
    | "keys"
    | "fixtures"
    | "features"
    | "readOnly"
    | "maxRequests"
    | "confirm"
    | "tag"
    | "selects"
  > {
  /** When it began: ISO 8601, UTC. */
  readonly startedAt: string;
  readonly exchanges: readonly Exchange[];
}

/** Judges a recorded run again; the recording stays as it is. */
export type RecordingJudge = (recorded: RecordedRun) => Promise<Run>;

/**
 * A judge of an API's recordings. It sends nothing, waits for nothing and reads no clock: the same recording comes to
 * the same run. What the suite has on file is read once, and schemas are compiled once, for all recordings.
 *
 * A probe that wants to send what was not sent when it was recorded ends there, and what depends on it is untestable.
 *
 * @param plain brings a request into the form of the recorded ones. Default: they are not redacted
 * @example
 * const judge = await recordingJudge(sahut);
 * const run = await runSuite(sahut, options);
 * const again = await judge({ ...options, ...run }); // again.judged equals run.judged
 */
export async function recordingJudge(
  suite: Suite,
  plain?: (request: Exchange["request"]) => Exchange["request"],
): Promise<RecordingJudge> {
  const contract = await readContract(suite.contract);
  const items = await itemsOf(suite);
  const validator = validatorFor(contract.document);
  return ({ exchanges, startedAt, ...options }) =>
    runSuite(suite, {
      ...options,
      ...recordedWire(exchanges, startedAt, plain),
      listen: unheard,
      contract,
      items,
      validator,
    });
}
