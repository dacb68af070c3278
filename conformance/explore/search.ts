import * as fc from "fast-check";
import type { Exchange } from "../model.ts";
import type { Command, Played } from "./play.ts";
import type { Difference } from "./seen.ts";

/** A journey that shows a requirement broken, as short as it could be made. */
export interface Detour {
  readonly difference: Difference;
  /** What the target was asked, and answered; the last one shows the difference. */
  readonly trace: readonly Exchange[];
  /** The seed by which it is found again. */
  readonly seed: number;
  /** How many requests the journey had that was found first. */
  readonly from: number;
  /** Whether the requests that shortening may cost were spent before it was done. */
  readonly cut: boolean;
  /** Whether making the journey once more showed nothing. */
  readonly intermittent: boolean;
}

/** Where journeys are made. */
export interface Road {
  readonly commands: fc.Arbitrary<Iterable<Command>>;
  /** Makes a journey as far as its first wanted difference; undefined once nothing more may be sent. */
  make(
    commands: Iterable<Command>,
    wants: (breaks: string) => boolean,
  ): Promise<Played | undefined>;
  /** How many requests the target has had. */
  requests(): number;
}

interface Found {
  readonly difference: Difference;
  readonly trace: readonly Exchange[];
  readonly commands: Iterable<Command>;
}

/**
 * Makes the journey of a seed. If it breaks a requirement that is not known to be broken, the journey is shortened for
 * as long as it breaks the same one, and then made once more.
 * @param known ids of requirements that other journeys have shown broken
 * @param shrinkRequests what shortening may cost
 */
export async function detourOf(
  seed: number,
  road: Road,
  known: ReadonlySet<string>,
  shrinkRequests: number,
): Promise<Detour | undefined> {
  let first: Found | undefined;
  let last: Found | undefined;
  let cut = false;
  let limit = Number.POSITIVE_INFINITY;
  const holds = async (commands: Iterable<Command>): Promise<boolean> => {
    // A budget that is spent lets every shorter journey pass, so that no more are tried.
    cut ||= road.requests() >= limit;
    if (cut) return true;
    const wanted = last?.difference.breaks;
    const played = await road.make(commands, (breaks) =>
      wanted === undefined ? !known.has(breaks) : breaks === wanted,
    );
    if (played?.difference === undefined) return true;
    last = { difference: played.difference, trace: played.trace, commands };
    if (first === undefined) limit = road.requests() + shrinkRequests;
    first ??= last;
    return false;
  };
  await fc.check(fc.asyncProperty(road.commands, holds), { seed, numRuns: 1 });
  const [begin, end] = [first as Found | undefined, last as Found | undefined]; // as: set in `holds`, which the compiler does not follow
  if (begin === undefined || end === undefined) return undefined;
  const { difference, trace, commands } = end;
  const again = await road.make(commands, (breaks) => breaks === difference.breaks);
  return {
    difference,
    trace,
    seed,
    from: begin.trace.length,
    cut,
    // Where nothing more may be sent, there is no saying.
    intermittent: again !== undefined && again.difference === undefined,
  };
}
