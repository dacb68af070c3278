import type { Exchange } from "../model.ts";

/** A passing reason for which a call is sent again. */
export interface Hindrance {
  readonly status: number;
  readonly waitMs: number;
}

const longestWaitSeconds = 60;
const gateway = [502, 503, 504];

/**
 * Whether an answer is a passing hindrance, and how long to wait before the call is sent again: a 429 as long as its
 * `Retry-After` says (RFC 9110, 10.2.3: seconds, or a date), at most a minute and three times; a gateway's 502, 503
 * or 504 one second and once.
 * @param now milliseconds since 1970
 */
export function hindranceOf(
  { call, response }: Exchange,
  earlier: readonly Hindrance[],
  now: number,
): Hindrance | undefined {
  if (response === undefined) return undefined;
  const { status } = response;
  const times = earlier.filter((hindrance) => hindrance.status === status).length;
  if (status === 429 && call.provokesLimit !== true && times < 3) {
    const seconds = secondsToWait(response.headers["retry-after"], now);
    return seconds <= longestWaitSeconds ? { status, waitMs: seconds * 1000 } : undefined;
  }
  return gateway.includes(status) && times < 1 ? { status, waitMs: 1000 } : undefined;
}

/** What cannot be read asks for the least wait. */
function secondsToWait(retryAfter = "", now: number): number {
  // Date.parse reads much that is no date, such as "-1"; a date has a colon.
  const seconds = retryAfter.includes(":")
    ? (Date.parse(retryAfter) - now) / 1000
    : Number(retryAfter || Number.NaN);
  return seconds >= 0 ? seconds : 1;
}
