// Generated from openapi/sahut by `npm run generate`. Do not edit.

import createClient, {
  type Client,
  type ClientPathsWithMethod,
  type FetchOptions,
  type FetchResponse,
} from "openapi-fetch";
import type { paths } from "./types.ts";

type Json = "application/json";

/** What a client of the Sahut REST API needs to know. */
export interface SahutClientOptions {
  /** The API key; every request carries it as `Authorization: Bearer <key>`. */
  key: string;
  /** Where the API answers. Default: `https://api.sahut.id/v1`. */
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
type Call<Method extends "get" | "post" | "patch"> = <
  Path extends ClientPathsWithMethod<Client<paths>, Method>,
>(
  path: Path,
  ...options: Init<paths[Path][Method]>
) => Promise<FetchResponse<Extract<paths[Path][Method], object>, object, Json>>;

/** A function for each HTTP method; `use` and `eject` add and remove openapi-fetch's middleware. */
export interface SahutClient extends Pick<Client<paths, Json>, "use" | "eject"> {
  GET: Call<"get">;
  POST: Call<"post">;
  PATCH: Call<"patch">;
}

/**
 * Makes a client of the Sahut REST API.
 *
 * A call resolves to `{ data, response }` when the status is 2xx and to `{ error, response }`
 * otherwise: an answer that reports an error is a value, with the body that the contract gives it.
 * Both are undefined when the answer has no body; `response.ok` tells then. A call rejects only when
 * there is no answer at all.
 *
 * @example
 * const client = createSahutClient({ key: "your key" });
 * const { data, error, response } = await client.GET("/conversations", {
 *   params: { query: { status: "open" } },
 * });
 * if (error) console.error(response.status, error);
 * else console.log(data);
 */
export function createSahutClient(options: SahutClientOptions): SahutClient {
  const client = createClient<paths, Json>({
    baseUrl: options.baseUrl ?? "https://api.sahut.id/v1",
    headers: { Authorization: `Bearer ${options.key}` },
    ...(options.fetch && { fetch: options.fetch }),
  });
  // The same functions; only the type of what they take is narrower.
  return client as SahutClient;
}
