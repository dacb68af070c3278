import type { Clock as ServerClock } from "../../server/clock.ts";
import type { Clock as SuiteClock } from "../target/wire.ts";

/** One time for both sides of a proof: the suite sleeps, and for the server the time has passed. */
export interface VirtualClock {
  readonly suite: SuiteClock;
  readonly server: ServerClock;
  /** From now on, whoever sleeps lets this server do in each second what falls due in it. */
  follow(server: { caughtUp(): Promise<void> }): void;
  /** Time passes without anybody sleeping. */
  lapse(milliseconds: number): void;
}

/** So much passes before the server looks again what is due. */
const stepMs = 1_000;
/** A server that has something under way for longer is left alone with it, in milliseconds of the machine. */
const longestMs = 4_000;

/**
 * A clock that stands still until somebody sleeps, and then jumps, so that no proof waits.
 * It starts with the machine's time, which the `Date` header of every answer tells.
 */
export function virtualClock(start = new Date()): VirtualClock {
  return jumping(() => start.getTime());
}

/** The machine's clock, but that it jumps when somebody sleeps. */
export const hurriedClock = (): VirtualClock => jumping(Date.now);

function jumping(base: () => number): VirtualClock {
  let ahead = 0;
  let catchUp: (() => Promise<void>) | undefined;
  const now = () => new Date(base() + ahead);
  return {
    suite: {
      now,
      sleep: async (milliseconds) => {
        for (let left = milliseconds; left > 0; left -= stepMs) {
          ahead += Math.min(stepMs, left);
          await catchUp?.();
        }
      },
    },
    server: now,
    follow: (server) => {
      catchUp = () => soon(server.caughtUp(), longestMs);
    },
    lapse: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** Waits for something, but no longer than this. */
async function soon(promise: Promise<void>, milliseconds: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([promise, late]);
  clearTimeout(timer);
}
