import { type Call, headerText } from "../flow/api-call.ts";
import type { Services } from "../services.ts";
import { flowNameOf } from "./flow-rows.ts";

/** The chat that a call is made in. */
export interface Caller {
  readonly sessionId: string;
  readonly chatbotId: string;
  readonly versionId: string;
  /** Undefined where nobody knows it. */
  readonly userName?: string | undefined;
}

/** Silent: how long an API_CALL waits. How much it reads, and that it follows no redirect: see `outbound`. */
const TIMEOUT_MS = 10_000;

/**
 * Sends what a flow asks for, with the documented headers that say who asks
 * (https://docs.sarufi.io/docs/developer-api/api-call). The log learns why a call got no answer.
 *
 * Silent: who the user is on this channel, who has no telephone. The session's id stands for it.
 */
export function apiCalls(services: Services, caller: Caller): Call {
  const { store, outbound, allowOutbound, log } = services;
  const { sessionId, chatbotId, versionId, userName } = caller;

  async function send({ state, method, url, headers, body }: Parameters<Call>[0]) {
    if (!allowOutbound) return { failure: "the server was started without --allow-outbound" };
    const automatic = {
      "X-Sarufi-User-Id": sessionId,
      "X-Sarufi-Chatbot-Id": chatbotId,
      "X-Sarufi-Channel": "api",
      "X-Sarufi-State": headerText(state),
      "X-Sarufi-Flow-Name": headerText((await flowNameOf(store, versionId)) ?? ""),
      ...(userName === undefined ? {} : { "X-Sarufi-User-Name": headerText(userName) }),
    };
    return outbound({
      method,
      url,
      // In this order, since a later header replaces an earlier one of its name.
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
        ...automatic,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      timeoutMs: TIMEOUT_MS,
    });
  }

  return async (request) => {
    const answer = await send(request).catch((error: unknown) => ({ failure: String(error) }));
    if ("status" in answer) return { status: answer.status, body: parsed(answer.body) };
    log(`${sessionId}: the API_CALL of state ${request.state} failed: ${answer.failure}`);
    return "failed";
  };
}

/** JSON, or the text as it came: also where it is nested too deeply to be written down again. */
function parsed(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    JSON.stringify(value);
    return value;
  } catch {
    return body;
  }
}
