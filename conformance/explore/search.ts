import type { Exchange } from "../model.ts";
import type { Step } from "./move.ts";
import type { Played } from "./play.ts";
import { type Difference, faultOf } from "./seen.ts";

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
  /** Makes a journey as far as its first wanted difference; undefined once nothing more may be sent. */
  make(journey: readonly Step[], wants: (fault: string) => boolean): Promise<Played | undefined>;
  /** How many requests the target has had. */
  requests(): number;
}

/** A journey that ends with a difference. */
type Found = Played & { readonly difference: Difference };

/**
 * Makes a journey. If it shows a fault that is not known, it is shortened for as long as it shows the same one, and then
 * made once more.
 * @param known the faults that other journeys have shown
 * @param shrinkRequests what shortening may cost
 */
export async function detourOf(
  journey: readonly Step[],
  seed: number,
  road: Road,
  known: ReadonlySet<string>,
  shrinkRequests: number,
): Promise<Detour | undefined> {
  const first = foundIn(await road.make(journey, (fault) => !known.has(fault)));
  if (first === undefined) return undefined;
  const wanted = faultOf(first.difference);
  const limit = road.requests() + shrinkRequests;
  const retry = (steps: readonly Step[]): Promise<Played | undefined> =>
    road.make(steps, (fault) => fault === wanted);
  const { found, cut } = await shortened(first, async (steps) =>
    road.requests() < limit ? (foundIn(await retry(steps)) ?? "holds") : "spent",
  );
  const again = await retry(found.steps);
  return {
    difference: found.difference,
    trace: found.trace,
    seed,
    from: first.trace.length,
    cut,
    // Where nothing more may be sent, there is no saying.
    intermittent: again !== undefined && again.difference === undefined,
  };
}

const foundIn = (played: Played | undefined): Found | undefined => {
  const difference = played?.difference;
  return played === undefined || difference === undefined ? undefined : { ...played, difference };
};

/**
 * Takes steps out of a journey, in halves at first and one by one at last, until none can be missed (A. Zeller,
 * "Yesterday, my program worked", 1999). Each step finds what it is about by itself, so any part of a journey is one.
 * The last step stays: it shows the difference.
 */
async function shortened(
  first: Found,
  attempt: (steps: readonly Step[]) => Promise<Found | "holds" | "spent">,
): Promise<{ readonly found: Found; readonly cut: boolean }> {
  let found = first;
  let size = Math.ceil((found.steps.length - 1) / 2);
  while (size > 0) {
    let shorter = false;
    // From the end, since what is near the difference is more likely to matter, and what is not goes in one piece.
    for (let end = found.steps.length - 1; end > 0; end -= size) {
      const start = Math.max(0, end - size);
      const result = await attempt([...found.steps.slice(0, start), ...found.steps.slice(end)]);
      if (result === "spent") return { found, cut: true };
      if (result === "holds") continue;
      shorter = true;
      found = result;
      end = Math.min(end, found.steps.length - 1 + size);
    }
    // One step may be missed only once another one is gone.
    if (size > 1 || !shorter) size = Math.floor(size / 2);
  }
  return { found, cut: false };
}
