import { setTimeout as sleep } from "node:timers/promises";
import type { Send } from "../../openapi/client/send.ts";

/** How often a request is sent at most. */
const ATTEMPTS = 6;
const PAUSE_MS = 20;

/**
 * Sends again what got no answer: a broken connection, 502 or 503. What reads, and what leaves the
 * same behind when it happens twice, loses nothing by that. A POST may have happened before its
 * answer was lost, and happens twice then: neither API has a key by which a server would know it
 * again. `again` hears of each repetition.
 */
export function stubborn(send: Send, again: () => void): Send {
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt === ATTEMPTS;
      const answer = await send(request.clone()).catch((error: unknown) => {
        if (last) throw error;
        return undefined;
      });
      if (answer !== undefined && (last || ![502, 503].includes(answer.status))) return answer;
      await answer?.body?.cancel();
      again();
      await sleep(PAUSE_MS * attempt);
    }
  };
}
