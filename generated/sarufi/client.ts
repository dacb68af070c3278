// Generated from openapi/sarufi by `npm run generate`. Do not edit.

import createClient, {
  type Client,
  type ClientPathsWithMethod,
  type FetchOptions,
  type FetchResponse,
} from "openapi-fetch";
import type { paths } from "./types.ts";

type Json = "application/json";

/** What a client of the Sarufi developer API needs to know. */
export interface SarufiClientOptions {
  /** The API key; every request carries it as `Authorization: Bearer <key>`. */
  key: string;
  /** Where the API answers. Default: `https://beta-api.sarufi.io/api/dev/v1`. */
  baseUrl?: string;
  /** Sends a request, in place of the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
}

/** Parameters, body and the rest of a request; answers are always read as JSON. */
type Options<Operation> = Omit<FetchOptions<Operation>, "parseAs">;

/** They may be left out where the contract requires none. */
type Init<Operation> =
  Record<never, never> extends Options<Operation>
    ? [options?: Options<Operation>]
    : [options: Options<Operation>];

/** A call of openapi-fetch, but one that refuses members which the contract does not name. */
type Call<Method extends "post"> = <
  Path extends ClientPathsWithMethod<Client<paths>, Method>,
>(
  path: Path,
  ...options: Init<paths[Path][Method]>
) => Promise<FetchResponse<Extract<paths[Path][Method], object>, object, Json>>;

/** A function for each HTTP method; `use` and `eject` add and remove openapi-fetch's middleware. */
export interface SarufiClient extends Pick<Client<paths, Json>, "use" | "eject"> {
  POST: Call<"post">;
}

/**
 * Makes a client of the Sarufi developer API.
 *
 * A call resolves to `{ data, response }` when the status is 2xx and to `{ error, response }`
 * otherwise: an answer that reports an error is a value, with the body that the contract gives it.
 * Both are undefined when the answer has no body; `response.ok` tells then. A call rejects only when
 * there is no answer at all.
 *
 * @example
 * const client = createSarufiClient({ key: "your key" });
 * const { data, error, response } = await client.POST("/chatbots/{chatbot_id}/chat/sessions", {
 *   params: { path: { chatbot_id: "01JMXYZ123ABC" } },
 * });
 * if (error) console.error(response.status, error);
 * else console.log(data);
 */
export function createSarufiClient(options: SarufiClientOptions): SarufiClient {
  const client = createClient<paths, Json>({
    baseUrl: options.baseUrl ?? "https://beta-api.sarufi.io/api/dev/v1",
    headers: { Authorization: `Bearer ${options.key}` },
    ...(options.fetch && { fetch: options.fetch }),
  });
  // The same functions; only the type of what they take is narrower.
  return client as SarufiClient;
}
