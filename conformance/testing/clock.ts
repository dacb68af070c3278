import type { Clock } from "../target/wire.ts";

/** A clock that stands still but for sleeping, which takes no time and is written down. */
export interface VirtualClock extends Clock {
  /** Every sleep so far, in milliseconds. */
  readonly slept: readonly number[];
  advance(milliseconds: number): void;
}

export function virtualClock(start = "2026-04-02T12:00:00.000Z"): VirtualClock {
  let now = Date.parse(start);
  const slept: number[] = [];
  const advance = (milliseconds: number) => {
    now += milliseconds;
  };
  return {
    slept,
    advance,
    now: () => new Date(now),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      advance(milliseconds);
    },
  };
}
