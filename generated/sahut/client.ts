// Generated from openapi/sahut by `npm run generate`. Do not edit.

import type { Client, ItemOf } from "../../openapi/client/calls.ts";
import { type ClientOptions, createClient, type Operations } from "../../openapi/client/client.ts";
import type { paths } from "./types.ts";

export type { Answer } from "../../openapi/client/answer.ts";
export { PageError } from "../../openapi/client/page-error.ts";
export { UndocumentedAnswer } from "../../openapi/client/undocumented-answer.ts";
export type * from "./types.ts";

/** What a client of the Sahut REST API needs to know. */
export interface SahutClientOptions extends ClientOptions {
  /** Where the API answers. Default: `https://api.sahut.id/v1`. */
  baseUrl?: string | undefined;
}

/** The lists that can be walked, and what they hold. */
export interface SahutLists {
  "/conversations": ItemOf<paths["/conversations"]["get"], "data">;
  "/conversations/{conversation_id}/messages": ItemOf<paths["/conversations/{conversation_id}/messages"]["get"], "data">;
  "/contacts": ItemOf<paths["/contacts"]["get"], "data">;
}

/** Calls the Sahut REST API. */
export interface SahutClient extends Client<paths, "get" | "post" | "patch" | "put" | "delete", SahutLists> {}

const operations: Operations = {
  "GET /conversations": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
    list: { items: "data", by: "page" },
  },
  "POST /conversations": {
    json: [200, 201, 400, 401, 403, 404, 422, 429, 500],
  },
  "GET /conversations/{id}": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
  },
  "PATCH /conversations/{id}": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
  },
  "GET /conversations/{conversation_id}/messages": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
    list: { items: "data", by: "page" },
  },
  "POST /conversations/{conversation_id}/messages": {
    json: [200, 201, 400, 401, 403, 404, 422, 429, 500],
  },
  "GET /contacts": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
    list: { items: "data", by: "page" },
  },
  "POST /contacts": {
    json: [200, 201, 400, 401, 403, 404, 422, 429, 500],
  },
  "GET /contacts/{id}": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
  },
  "PUT /contacts/{id}": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
  },
  "POST /webhooks": {
    json: [200, 201, 400, 401, 403, 404, 422, 429, 500],
  },
  "DELETE /webhooks/{id}": {
    json: [200, 400, 401, 403, 404, 422, 429, 500],
    bare: [204],
  },
};

/**
 * Makes a client of the Sahut REST API.
 *
 * A call resolves to `{ status, data, error, response }`: `data` when the status is 2xx, else
 * `error`, each with the body that the contract gives to this `status`. An answer that the contract
 * does not describe has the status `"undocumented"`, and an `UndocumentedAnswer` as its error. A call
 * rejects only when there is no answer: unreachable, aborted, or not there in time.
 *
 * @example
 * const client = createSahutClient({ key: "your key" });
 * const { status, data, error } = await client.GET("/conversations", {
 *   params: { query: { status: "open" } },
 * });
 * if (error) console.error(status, error);
 * else console.log(data);
 *
 * for await (const each of client.pages("/conversations")) console.log(each);
 */
export function createSahutClient(options: SahutClientOptions): SahutClient {
  const baseUrl = options.baseUrl ?? "https://api.sahut.id/v1";
  return createClient({ ...options, baseUrl }, operations);
}
