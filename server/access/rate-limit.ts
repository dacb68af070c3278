import type { Clock } from "../clock.ts";
import { Problem } from "../contract/problem.ts";
import type { Sql } from "../store/store.ts";

/** How many requests a bucket takes in a window, which starts with the bucket's first request. */
export interface Quota {
  /** Who shares the quota: a key, or a workspace's writes. */
  readonly bucket: string;
  readonly requests: number;
  readonly seconds: number;
}

export type RateLimit = (quota: Quota) => Promise<void>;

export const rateLimitTables: readonly string[] = [
  `CREATE TABLE rate_windows (
    bucket TEXT PRIMARY KEY,
    started_at TEXT NOT NULL,
    requests INTEGER NOT NULL
  );`,
];

/** A window that is over, or begins later than now since the clock was set back, starts anew. */
const COUNT = `INSERT INTO rate_windows (bucket, started_at, requests) VALUES (?, ?, 1)
  ON CONFLICT (bucket) DO UPDATE SET
    requests = CASE WHEN rate_windows.started_at > ? AND rate_windows.started_at <= ?
      THEN rate_windows.requests + 1 ELSE 1 END,
    started_at = CASE WHEN rate_windows.started_at > ? AND rate_windows.started_at <= ?
      THEN rate_windows.started_at ELSE excluded.started_at END
  RETURNING started_at, requests`;

/**
 * Counts requests, where every server on the same store counts. The returned function throws a
 * `rate-limited` Problem with a Retry-After header when the quota is used up; refused requests
 * count too, and make the wait no longer.
 */
export function rateLimit(sql: Sql, clock: Clock): RateLimit {
  return async ({ bucket, requests, seconds }) => {
    const now = clock();
    const over = new Date(now.getTime() - seconds * 1000).toISOString();
    const at = now.toISOString();
    const window = await sql.get<{ started_at: string; requests: number }>(
      COUNT,
      bucket,
      at,
      over,
      at,
      over,
      at,
    );
    if (window === undefined || window.requests <= requests) return;
    const end = Date.parse(window.started_at) + seconds * 1000;
    const wait = Math.max(1, Math.ceil((end - now.getTime()) / 1000));
    throw new Problem("rate-limited", "Too many requests", { "Retry-After": String(wait) });
  };
}
