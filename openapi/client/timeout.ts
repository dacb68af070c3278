import type { Clock } from "./clock.ts";
import type { Send } from "./send.ts";

/** Sends with a limit on the time until the whole answer is there; beyond it, a `TimeoutError` is thrown. */
export function withTimeout(send: Send, milliseconds: number, clock: Clock): Send {
  return (request) => {
    const signal = AbortSignal.any([request.signal, clock.timeout(milliseconds)]);
    return send(new Request(request, { signal }));
  };
}
