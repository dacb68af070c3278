import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock } from "../clock.ts";
import { Problem } from "../contract/problem.ts";

/** How many requests a bucket takes in a window, which starts with the bucket's first request. */
export interface Quota {
  /** Who shares the quota: a key, or a workspace's writes. */
  readonly bucket: string;
  readonly requests: number;
  readonly seconds: number;
}

export type RateLimit = (quota: Quota) => Promise<void>;

/**
 * Counts requests. The returned function throws a `rate-limited` Problem with a Retry-After header
 * when the quota is used up; refused requests count too, and make the wait no longer.
 */
export function rateLimit(clock: Clock): RateLimit {
  const limiters = new Map<string, RateLimiterMemory>();
  const starts = new Map<string, number>();

  /** The limiter knows real time only; the windows are ours, so that they follow the clock. */
  function windowStart({ bucket, seconds }: Quota, now: number): number {
    const start = starts.get(bucket);
    if (start !== undefined && now >= start && now < start + seconds * 1000) return start;
    starts.set(bucket, now);
    return now;
  }

  return async (quota) => {
    const now = clock().getTime();
    const start = windowStart(quota, now);
    const kind = `${quota.requests}/${quota.seconds}`;
    const limiter =
      limiters.get(kind) ??
      new RateLimiterMemory({ points: quota.requests, duration: quota.seconds });
    limiters.set(kind, limiter);
    try {
      await limiter.consume(`${quota.bucket}@${start}`);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const wait = Math.max(1, Math.ceil((start + quota.seconds * 1000 - now) / 1000));
      throw new Problem("rate-limited", "Too many requests", { "Retry-After": String(wait) });
    }
  };
}
