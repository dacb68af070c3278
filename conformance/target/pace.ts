import type { Clock } from "./wire.ts";

/**
 * Spaces requests evenly.
 * @param perSecond requests a second at most; undefined for no pace
 * @returns a function to wait for before each request
 */
export function pacer(perSecond: number | undefined, clock: Clock): () => Promise<void> {
  if (perSecond === undefined) return async () => {};
  let free = 0;
  return async () => {
    const now = clock.now().getTime();
    const turn = Math.max(now, free);
    free = turn + 1000 / perSecond;
    if (turn > now) await clock.sleep(turn - now);
  };
}
