import createFetchClient from "openapi-fetch";
import { type AnyAnswer, answerOf, type Statuses } from "./answer.ts";
import { type Client, type Method, methods } from "./calls.ts";
import { type Clock, systemClock } from "./clock.ts";
import { type List, walk } from "./pages.ts";
import { type RetryOptions, withRetry } from "./retry.ts";
import type { Send } from "./send.ts";
import { withTimeout } from "./timeout.ts";

/** What a client of any API that takes a key may be told. */
export interface ClientOptions extends KeylessClientOptions {
  /** The API key; every request carries it as `Authorization: Bearer <key>`. */
  key: string;
}

/** What a client of any API may be told. */
export interface KeylessClientOptions {
  /** Sends a request, in place of the global `fetch`. */
  fetch?: Send;
  /** How many milliseconds to wait for a whole answer, at each attempt. Default: no limit. */
  timeout?: number;
  /** Sends again what was refused for now, as its `Retry-After` says. Default: never. */
  retry?: RetryOptions;
  /** For tests. Default: the machine's clock. */
  clock?: Clock;
}

/** What a client must know of an operation at run time. */
export interface OperationFacts extends Statuses {
  /** How its answer is a page of a list, if it is one. */
  readonly list?: List;
}

/** The operations of a contract by method and path: `GET /conversations`. */
export type Operations = Readonly<Record<string, OperationFacts>>;

/** Parameters and the rest, where it does not matter of which operation. */
type AnyOptions = { params?: { query?: Record<string, unknown> } };

/**
 * Makes a client from what a contract's generated `client.ts` knows; callers use the function there.
 *
 * @template Paths the contract's `paths`, by openapi-typescript
 * @template M the methods that the contract has
 * @template Lists the paths of the lists that can be walked, with what they hold
 */
export function createClient<Paths, M extends Method, Lists>(
  options: KeylessClientOptions & { key?: string; baseUrl: string },
  operations: Operations,
): Client<Paths, M, Lists> {
  const { key, baseUrl, clock = systemClock } = options;
  const http = createFetchClient<Record<string, Record<Method, object>>>({
    baseUrl,
    ...(key !== undefined && { headers: { Authorization: `Bearer ${key}` } }),
    fetch: senderOf(options, clock),
  });

  const call = async (method: Method, path: string, init: AnyOptions): Promise<AnyAnswer> => {
    const name = `${method.toUpperCase()} ${path}`;
    const fetched = await http.request(method, path, { ...init, parseAs: "text" });
    return answerOf(name, operations[name] ?? { json: [] }, fetched);
  };

  const pages = (path: string, init: AnyOptions = {}) => {
    const name = `GET ${path}`;
    const list = operations[name]?.list;
    if (list === undefined) throw new TypeError(`${name} is no list that can be walked`);
    const { params } = init;
    return walk(name, list, params?.query ?? {}, (query) =>
      call("get", path, { ...init, params: { ...params, query } }),
    );
  };

  const calls = methods.map((method) => [
    method.toUpperCase(),
    (path: string, init: AnyOptions = {}) => call(method, path, init),
  ]);
  const client = { ...Object.fromEntries(calls), use: http.use, eject: http.eject, pages };
  // `operations` and the types come from the same contract, so what is called is what is typed.
  return client as Client<Paths, M, Lists>;
}

/** Each attempt has its own time; attempts and waits together end with the request's signal. */
function senderOf({ fetch, timeout, retry }: KeylessClientOptions, clock: Clock): Send {
  const plain: Send = fetch ?? ((request) => globalThis.fetch(request));
  const limited = timeout === undefined ? plain : withTimeout(plain, timeout, clock);
  return retry === undefined ? limited : withRetry(limited, retry, clock);
}
