import type { Clock } from "./clock.ts";
import type { Send } from "./send.ts";

/** A clock in which every sleep is over at once, and is written down. */
export interface TestClock extends Clock {
  /** Milliseconds, in order. */
  readonly slept: readonly number[];
  /** Lets the time of every attempt run out that is still under way. */
  timeOut(): void;
}

export function testClock(start = "2026-04-02T12:00:00Z"): TestClock {
  let now = Date.parse(start);
  const slept: number[] = [];
  const timers: AbortController[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      slept.push(milliseconds);
      now += milliseconds;
    },
    timeout: () => {
      const timer = new AbortController();
      timers.push(timer);
      return timer.signal;
    },
    timeOut: () => {
      for (const timer of timers) timer.abort(new DOMException("too late", "TimeoutError"));
    },
  };
}

/** A server in a function: keeps what it was sent, and gives one answer after the other. */
export function answering(...answers: Response[]): Send & { readonly requests: Request[] } {
  const requests: Request[] = [];
  const send: Send = async (request) => {
    const answer = answers[requests.length];
    requests.push(request);
    if (answer === undefined) throw new Error(`request ${requests.length} was not expected`);
    return answer;
  };
  return Object.assign(send, { requests });
}

/** A server that does not answer; it rejects as `fetch` does once the request is aborted. */
export function silent(): Send & { readonly requests: Request[] } {
  const requests: Request[] = [];
  const send: Send = (request) => {
    requests.push(request);
    return new Promise((_, reject) => {
      const { signal } = request;
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  };
  return Object.assign(send, { requests });
}
