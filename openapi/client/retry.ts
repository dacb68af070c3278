import type { Clock } from "./clock.ts";
import { retryAfter } from "./retry-after.ts";
import type { Send } from "./send.ts";

export interface RetryOptions {
  /** How often a request is sent at most, the first time included. */
  attempts: number;
  /** An answer that asks for a longer wait is returned as it is. Default: 60. */
  maxWaitSeconds?: number;
}

/**
 * Sends again, once the time in `Retry-After` is over, what was answered 429, or a request that
 * only reads and was answered 503. A server that says 429 has not acted; after a 503 it may have.
 */
export function withRetry(send: Send, options: RetryOptions, clock: Clock): Send {
  const { attempts, maxWaitSeconds = 60 } = options;
  return async (request) => {
    for (let attempt = 1; attempt < attempts; attempt += 1) {
      // A request can be sent only once; its copies share its signal.
      const response = await send(request.clone());
      const wait = mayBeRepeated(request, response) ? retryAfter(response, clock.now()) : undefined;
      if (wait === undefined || wait > maxWaitSeconds * 1000) return response;
      await response.body?.cancel();
      await clock.sleep(wait, request.signal);
    }
    return send(request);
  };
}

const safeMethods = ["GET", "HEAD", "OPTIONS"];

function mayBeRepeated({ method }: Request, { status }: Response): boolean {
  return status === 429 || (status === 503 && safeMethods.includes(method));
}
