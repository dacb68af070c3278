import type { Exchange } from "../model.ts";
import type { Clock } from "./wire.ts";

/**
 * The time as probes are told it: that of the latest answer, and before the first one that of the run's start. So a
 * name that a probe makes out of the time is made again from a recording.
 */
export function steadyClock(start: Date, exchanges: readonly Exchange[], clock: Clock): Clock {
  return {
    now: () => {
      const latest = exchanges.at(-1);
      return latest === undefined
        ? start
        : new Date(Date.parse(latest.startedAt) + latest.durationMs);
    },
    sleep: (milliseconds) => clock.sleep(milliseconds),
  };
}
