// Generated from openapi/sarufi by `npm run generate`. Do not edit.

import type { Client, ItemOf } from "../../openapi/client/calls.ts";
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
  "/chatbots/{chatbot_id}/conversations": ItemOf<paths["/chatbots/{chatbot_id}/conversations"]["get"], "conversations">;
  "/chatbots/{chatbot_id}/conversations/{conversation_id}/messages": ItemOf<paths["/chatbots/{chatbot_id}/conversations/{conversation_id}/messages"]["get"], "messages">;
  "/chatbots": ItemOf<paths["/chatbots"]["get"], "items">;
}

/** Calls the Sarufi developer API. */
export interface SarufiClient extends Client<paths, "post" | "get" | "delete" | "patch", SarufiLists> {}

const operations: Operations = {
  "POST /chatbots/{chatbot_id}/chat/sessions": {
    json: [201, 400, 401, 403, 404, 422, 429, 500],
  },
  "POST /chatbots/{chatbot_id}/chat/sessions/{session_id}/messages": {
    json: [200, 400, 401, 403, 404, 410, 422, 429, 500],
  },
  "GET /chatbots/{chatbot_id}/conversations": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
    list: { items: "conversations", by: "cursor" },
  },
  "GET /chatbots/{chatbot_id}/conversations/{conversation_id}": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
  },
  "GET /chatbots/{chatbot_id}/conversations/{conversation_id}/messages": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
    list: { items: "messages", by: "cursor" },
  },
  "GET /me": {
    json: [200, 400, 401, 403, 422, 429, 500],
  },
  "GET /chatbots": {
    json: [200, 400, 401, 403, 422, 429, 500],
    list: { items: "items", by: "cursor" },
  },
  "POST /chatbots": {
    json: [201, 400, 401, 402, 403, 409, 422, 429, 500],
  },
  "GET /chatbots/{chatbot_id}": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
  },
  "DELETE /chatbots/{chatbot_id}": {
    json: [400, 401, 403, 404, 422, 429, 500],
    bare: [204],
  },
  "PATCH /chatbots/{chatbot_id}": {
    json: [200, 400, 401, 403, 404, 409, 422, 429, 500],
  },
  "GET /chatbots/{chatbot_id}/stats": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
  },
  "GET /chatbots/{chatbot_id}/flows": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
  },
  "POST /chatbots/{chatbot_id}/flows": {
    json: [201, 400, 401, 403, 404, 409, 422, 429, 500],
  },
  "GET /chatbots/{chatbot_id}/flows/{flow_id}": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
  },
  "DELETE /chatbots/{chatbot_id}/flows/{flow_id}": {
    json: [400, 401, 403, 404, 422, 429, 500],
    bare: [204],
  },
  "PATCH /chatbots/{chatbot_id}/flows/{flow_id}": {
    json: [200, 400, 401, 403, 404, 409, 422, 429, 500],
  },
  "POST /chatbots/{chatbot_id}/flows/{flow_id}/validate": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
  },
  "POST /chatbots/{chatbot_id}/flows/{flow_id}/publish": {
    json: [200, 400, 401, 403, 404, 409, 422, 429, 500],
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
 * const { status, data, error } = await client.GET("/chatbots/{chatbot_id}/conversations", {
 *   params: { path: { chatbot_id: "01JMXYZ123ABC" }, query: { status: "ACTIVE" } },
 * });
 * if (error) console.error(status, error);
 * else console.log(data);
 *
 * for await (const each of client.pages("/chatbots/{chatbot_id}/conversations", {
 *   params: { path: { chatbot_id: "01JMXYZ123ABC" } },
 * })) console.log(each);
 */
export function createSarufiClient(options: SarufiClientOptions): SarufiClient {
  const baseUrl = options.baseUrl ?? "https://beta-api.sarufi.io/api/dev/v1";
  return createClient({ ...options, baseUrl }, operations);
}
