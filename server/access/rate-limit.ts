import type { Clock } from "../clock.ts";
import { Problem } from "../contract/problem.ts";
import type { Store } from "../store/store.ts";
import { ownWindows, sharedWindows } from "./windows.ts";

/** How many requests a bucket takes in a window, which starts with the bucket's first request. */
export interface Quota {
  /** Who shares the quota: a key, or a workspace's writes. */
  readonly bucket: string;
  readonly requests: number;
  readonly seconds: number;
}

export type RateLimit = (quota: Quota) => Promise<void>;

export interface RateLimiter {
  /**
   * Counts a request. Throws a `rate-limited` Problem with a Retry-After header when the quota is used up; refused
   * requests count too, and make the wait no longer.
   */
  readonly limit: RateLimit;
  /** Every bucket starts anew. */
  forget(): Promise<void>;
}

/** Counts where every server on the same store counts. */
export function rateLimiter(store: Store, clock: Clock): RateLimiter {
  const windows = store.shared ? sharedWindows(store) : ownWindows();
  return {
    async limit({ bucket, requests, seconds }) {
      const now = clock();
      const window = await windows.count(bucket, seconds, now);
      if (window.requests <= requests) return;
      const end = window.startedAt.getTime() + seconds * 1000;
      const wait = Math.max(1, Math.ceil((end - now.getTime()) / 1000));
      throw new Problem("rate-limited", "Too many requests", { "Retry-After": String(wait) });
    },
    forget: windows.forget,
  };
}
