import { known } from "./known.ts";
import type { FuzzedRequest } from "./request.ts";
import type { Path } from "./request-target.ts";

/** The ids that a path may lead to: the demo's, and the latest that the server has given. */
export interface Ids {
  pick(name: string, n: number): Id;
  add(name: string, id: Id): void;
}

export interface Id {
  readonly id: string;
  /** Of which chatbot it is, where it is of one. */
  readonly chatbot?: string | undefined;
}

/** How many new ones of a name are remembered. */
const LATEST = 30;

export function ids(): Ids {
  const given = new Map<string, Id[]>();
  return {
    pick(name, n) {
      const all = [...(known[name] ?? []).map((id) => ({ id })), ...(given.get(name) ?? [])];
      return all[n % Math.max(1, all.length)] ?? { id: "unknown" };
    },
    add(name, id) {
      given.set(name, [...(given.get(name) ?? []), id].slice(-LATEST));
    },
  };
}

/** A request as it goes over the wire. */
export interface Sent {
  readonly target: string;
  readonly bytes: Buffer;
  readonly headBytes: number;
}

export function bytesOf(request: FuzzedRequest, host: string, some: Ids): Sent {
  const { method, query, headers, body } = request;
  const target = `${filledIn(request.path, some)}${query === "" ? "" : `?${query}`}`;
  const length: FuzzedRequest["headers"] =
    body === undefined ? [] : [["Content-Length", String(body.length)]];
  const lines = [["Host", host] as const, ...headers, ...length].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`, "latin1");
  const bytes = body === undefined ? head : Buffer.concat([head, body]);
  return { target, bytes, headBytes: head.length };
}

/** The id of a chatbot in an address. */
export const CHATBOT = /(?<=\/chatbots\/)[^/]+(?=\/)/;

/** What is of a chatbot leads there through that one. */
function filledIn(path: Path, some: Ids): string {
  return path.reduce<string>((before, part) => {
    if (typeof part === "string") return before + part;
    const { id, chatbot } = some.pick(part.name, part.n);
    return (chatbot === undefined ? before : before.replace(CHATBOT, chatbot)) + id;
  }, "");
}
