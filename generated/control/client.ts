// Generated from openapi/control by `npm run generate`. Do not edit.

import type { Client } from "../../openapi/client/calls.ts";
import { type KeylessClientOptions, createClient, type Operations } from "../../openapi/client/client.ts";
import type { paths } from "./types.ts";

export type { Answer } from "../../openapi/client/answer.ts";
export { PageError } from "../../openapi/client/page-error.ts";
export { UndocumentedAnswer } from "../../openapi/client/undocumented-answer.ts";
export type * from "./types.ts";

/** What a client of the Concordat control plane needs to know. */
export interface ControlClientOptions extends KeylessClientOptions {
  /** Where the API answers. Default: `http://127.0.0.1:4011`. */
  baseUrl?: string | undefined;
}

/** Calls the Concordat control plane. */
export interface ControlClient extends Client<paths, "get" | "post" | "delete" | "put", Record<never, never>> {}

const operations: Operations = {
  "GET /healthz": {
    json: [200, 400, 403, 500],
  },
  "GET /readyz": {
    json: [200, 400, 403, 500, 503],
  },
  "GET /metrics": {
    json: [400, 403, 500],
    bare: [200],
  },
  "GET /clock": {
    json: [200, 400, 403, 500],
  },
  "POST /clock/advance": {
    json: [200, 400, 403, 500],
  },
  "POST /failures": {
    json: [201, 400, 403, 500],
  },
  "DELETE /failures": {
    json: [400, 403, 500],
    bare: [204],
  },
  "POST /sarufi/sessions/{id}/close": {
    json: [200, 400, 403, 404, 409, 500],
  },
  "POST /sahut/messages": {
    json: [201, 400, 403, 404, 500],
  },
  "POST /sahut/conversations/{id}/snooze": {
    json: [200, 400, 403, 404, 500],
  },
  "GET /sahut/deliveries": {
    json: [200, 400, 403, 500],
  },
  "POST /reset": {
    json: [400, 403, 500],
    bare: [204],
  },
  "PUT /keys/plan": {
    json: [200, 400, 403, 404, 500],
  },
};

/**
 * Makes a client of the Concordat control plane.
 *
 * A call resolves to `{ status, data, error, response }`: `data` when the status is 2xx, else
 * `error`, each with the body that the contract gives to this `status`. An answer that the contract
 * does not describe has the status `"undocumented"`, and an `UndocumentedAnswer` as its error. A call
 * rejects only when there is no answer: unreachable, aborted, or not there in time.
 *
 * @example
 * const client = createControlClient();
 * const { status, data, error } = await client.GET("/healthz");
 * if (error) console.error(status, error);
 * else console.log(data);
 */
export function createControlClient(options: ControlClientOptions = {}): ControlClient {
  const baseUrl = options.baseUrl ?? "http://127.0.0.1:4011";
  return createClient({ ...options, baseUrl }, operations);
}
