import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

/** How to deal with a database that is not up yet. */
export interface Patience {
  /** How long to wait for it. Default 0: not at all. */
  readonly waitMs?: number;
  /** Hears once that it is waited for, and why. */
  readonly say?: (reason: string) => void;
}

/** Between two looks, in milliseconds. */
const PAUSE_MS = 250;

/** Asks something of the database, for as long as it may be about to start. Throws its last error. */
export async function reach(
  pool: pg.Pool,
  { waitMs = 0, say = () => undefined }: Patience,
): Promise<void> {
  const end = performance.now() + waitMs;
  for (let looks = 1; ; looks += 1) {
    try {
      await pool.query("SELECT 1");
      return;
    } catch (error) {
      if (!mayBeStarting(error) || performance.now() >= end) throw error;
      if (looks === 1) say(reasonOf(error));
      await sleep(PAUSE_MS);
    }
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

/**
 * Nobody listens, or its name is not known yet, as when containers start side by side; or it says
 * so itself (57P03: https://www.postgresql.org/docs/current/errcodes-appendix.html). A password
 * that is refused does not become right by waiting.
 */
const STARTING = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "57P03"]);

function mayBeStarting(error: unknown): boolean {
  return error instanceof Error && "code" in error && STARTING.has(String(error.code));
}
