import type { Sql } from "../store/store.ts";

/** A window of a bucket, which counts its requests. */
export interface Window {
  readonly startedAt: Date;
  /** With the one that has just been counted. */
  readonly requests: number;
}

/** Where windows are counted. */
export interface Windows {
  /** Counts a request. A window that is over, or begins later than now since the clock was set back, starts anew. */
  count(bucket: string, seconds: number, now: Date): Window | Promise<Window>;
  /** Every bucket starts anew. */
  forget(): Promise<void>;
}

/** In this process, for a store of its own. A restart forgets them (silent). */
export function ownWindows(): Windows {
  // As many as there are keys and workspaces.
  const windows = new Map<string, { startedAt: Date; requests: number }>();
  return {
    count(bucket, seconds, now) {
      const at = now.getTime();
      const known = windows.get(bucket);
      const start = known?.startedAt.getTime() ?? Number.NEGATIVE_INFINITY;
      if (known !== undefined && start > at - seconds * 1000 && start <= at) {
        known.requests += 1;
        return known;
      }
      const window = { startedAt: now, requests: 1 };
      windows.set(bucket, window);
      return window;
    },
    async forget() {
      windows.clear();
    },
  };
}

export const rateLimitTables: readonly string[] = [
  `CREATE TABLE rate_windows (
    bucket TEXT PRIMARY KEY,
    started_at TEXT NOT NULL,
    requests INTEGER NOT NULL
  );`,
];

const COUNT = `INSERT INTO rate_windows (bucket, started_at, requests) VALUES (?, ?, 1)
  ON CONFLICT (bucket) DO UPDATE SET
    requests = CASE WHEN rate_windows.started_at > ? AND rate_windows.started_at <= ?
      THEN rate_windows.requests + 1 ELSE 1 END,
    started_at = CASE WHEN rate_windows.started_at > ? AND rate_windows.started_at <= ?
      THEN rate_windows.started_at ELSE excluded.started_at END
  RETURNING started_at, requests`;

/** In the store, where every server that shares it counts. */
export function sharedWindows(sql: Sql): Windows {
  return {
    async count(bucket, seconds, now) {
      const over = new Date(now.getTime() - seconds * 1000).toISOString();
      const at = now.toISOString();
      const row = await sql.get<{ started_at: string; requests: number }>(
        COUNT,
        bucket,
        at,
        over,
        at,
        over,
        at,
      );
      if (row === undefined) throw new Error("What was counted is not there.");
      return { startedAt: new Date(row.started_at), requests: row.requests };
    },
    async forget() {
      await sql.run("DELETE FROM rate_windows");
    },
  };
}
