import type { Clock as ServerClock } from "../../server/clock.ts";
import type { Clock as SuiteClock } from "../target/wire.ts";

/** One time for both sides of a proof: the suite sleeps, and for the server the time has passed. */
export interface VirtualClock {
  readonly suite: SuiteClock;
  readonly server: ServerClock;
}

/**
 * A clock that stands still until somebody sleeps, and then jumps, so that no proof waits.
 * It starts with the machine's time, which the `Date` header of every answer tells.
 */
export function virtualClock(start = new Date()): VirtualClock {
  let time = start.getTime();
  const now = () => new Date(time);
  return {
    suite: {
      now,
      sleep: async (milliseconds) => {
        time += milliseconds;
      },
    },
    server: now,
  };
}
