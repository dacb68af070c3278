// Generated from openapi/sarufi by `npm run generate`. Do not edit.

import type { Client } from "../../openapi/client/calls.ts";
import { type ClientOptions, createClient, type Operations } from "../../openapi/client/client.ts";
import type { paths } from "./types.ts";

export type { Answer } from "../../openapi/client/answer.ts";
export { PageError } from "../../openapi/client/page-error.ts";
export { UndocumentedAnswer } from "../../openapi/client/undocumented-answer.ts";
export type * from "./types.ts";

/** What a client of the Sarufi developer API needs to know. */
export interface SarufiClientOptions extends ClientOptions {
  /** Where the API answers. Default: `https://beta-api.sarufi.io/api/dev/v1`. */
  baseUrl?: string | undefined;
}

/** The lists that can be walked, and what they hold. */
export interface SarufiLists {
}

/** Calls the Sarufi developer API. */
export interface SarufiClient extends Client<paths, "post", SarufiLists> {}

const operations: Operations = {
  "POST /chatbots/{chatbot_id}/chat/sessions": {
    json: [201, 400, 401, 403, 404, 422, 429, 500],
  },
  "POST /chatbots/{chatbot_id}/chat/sessions/{session_id}/messages": {
    json: [200, 400, 401, 403, 404, 410, 422, 429, 500],
  },
};

/**
 * Makes a client of the Sarufi developer API.
 *
 * A call resolves to `{ status, data, error, response }`: `data` when the status is 2xx, else
 * `error`, each with the body that the contract gives to this `status`. An answer that the contract
 * does not describe has the status `"undocumented"`, and an `UndocumentedAnswer` as its error. A call
 * rejects only when there is no answer: unreachable, aborted, or not there in time.
 *
 * @example
 * const client = createSarufiClient({ key: "your key" });
 * const { status, data, error } = await client.POST("/chatbots/{chatbot_id}/chat/sessions", {
 *   params: { path: { chatbot_id: "01JMXYZ123ABC" } },
 * });
 * if (error) console.error(status, error);
 * else console.log(data);
 */
export function createSarufiClient(options: SarufiClientOptions): SarufiClient {
  const baseUrl = options.baseUrl ?? "https://beta-api.sarufi.io/api/dev/v1";
  return createClient({ ...options, baseUrl }, operations);
}
