import type { Request } from "autocannon";
import type { Api } from "./peers.ts";
import type { BenchData } from "./seed.ts";

/** What the clients of a load ask for, in turn. Paths are relative to the base path. */
export interface Workload {
  readonly name: string;
  readonly api: Api;
  readonly requests: readonly Request[];
}

/** In a mixed load, one request in so many is a write. */
const ONE_WRITE_IN = 10;

export function workloads({ sahutKeys, conversationIds, chats }: BenchData): Workload[] {
  const list = (key: string) => get("/conversations?per_page=10", key);
  const send = (key: string, index: number) =>
    post(`/conversations/${inTurn(conversationIds, index)}/messages`, key, {
      content: "Pesanan Anda sedang kami siapkan.",
    });
  return [
    { name: "Sahut: list", api: "sahut", requests: sahutKeys.map(list) },
    { name: "Sahut: send", api: "sahut", requests: sahutKeys.map(send) },
    {
      name: "Sarufi: chat",
      api: "sarufi",
      requests: chats.map(({ key, path }) => post(path, key, { message: "FAQ" })),
    },
    {
      name: "Sahut: mixed",
      api: "sahut",
      requests: sahutKeys.map((key, index) =>
        index % ONE_WRITE_IN === 0 ? send(key, index) : list(key),
      ),
    },
  ];
}

function inTurn<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("There are no items to take in turn.");
  return item;
}

function get(path: string, key: string): Request {
  return { method: "GET", path, headers: { authorization: `Bearer ${key}` } };
}

function post(path: string, key: string, body: object): Request {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return { method: "POST", path, headers, body: JSON.stringify(body) };
}

/** The request below a base path. */
export function at(base: string, request: Request): Request {
  return { ...request, path: `${base}${request.path}` };
}
