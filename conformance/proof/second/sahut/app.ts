import type { Faults } from "../faults.ts";
import { type App, type Incoming, membersOf, segmentsOf } from "../http.ts";
import { turnstile } from "../quota.ts";
import {
  createConversation,
  getConversation,
  listConversations,
  updateConversation,
} from "./conversations.ts";
import { sahutKeys } from "./data.ts";
import type { Members } from "./fields.ts";
import type { Key } from "./inbox.ts";
import { listMessages, sendMessage } from "./messages.ts";
import { Refusal, refuseIf } from "./refusal.ts";
import type { Scene } from "./scene.ts";

type Operation = (scene: Scene, id: string) => unknown;

const routes: readonly (readonly [method: string, pattern: string, operation: Operation])[] = [
  ["GET", "/conversations", listConversations],
  ["POST", "/conversations", createConversation],
  ["GET", "/conversations/*", getConversation],
  ["PATCH", "/conversations/*", updateConversation],
  ["GET", "/conversations/*/messages", listMessages],
  ["POST", "/conversations/*/messages", sendMessage],
];

/** The core of the Sahut REST API: conversations and messages. Whatever succeeds is answered 200. */
export function sahutApp(now: () => number, faults: Faults): App {
  const keys = sahutKeys(now());
  const workspaces = new Set([...keys.values()].map(({ workspace }) => workspace));
  const pass = turnstile(now);

  const allow = (secret: string, { workspace, perMinute }: Key): Record<string, string> => {
    const who = faults.has("one-limit-for-all") ? `${[...workspaces].indexOf(workspace)}` : secret;
    const { left, waitMs } = pass(who, { most: perMinute, windowMs: 60_000 });
    const headers = { "X-RateLimit-Limit": `${perMinute}`, "X-RateLimit-Remaining": `${left}` };
    if (waitMs === 0) return headers;
    const wait = faults.has("wait-in-milliseconds") ? waitMs : waitMs / 1000;
    throw new Refusal(429, "Terlalu banyak permintaan", [], {
      ...headers,
      "Retry-After": `${Math.ceil(wait)}`,
    });
  };

  const serve = (request: Incoming): ReturnType<App> => {
    const [operation, id] = routeOf(request);
    const secret = /^Bearer (\S+)$/.exec(request.authorization)?.[1] ?? "";
    const key = keys.get(secret);
    if (key === undefined) throw new Refusal(401, "Kunci API tidak ada atau tidak sah");
    const headers = allow(secret, key);
    const writes = ["POST", ...(faults.has("patch-is-no-write") ? [] : ["PATCH"])];
    if (!key.mayWrite && writes.includes(request.method))
      throw new Refusal(403, "Kunci ini hanya boleh membaca");
    const scene = {
      key: faults.has("messages-unguarded") ? guardless(key, keys, request.path) : key,
      workspaces,
      query: request.query,
      members: request.method === "GET" ? new Map() : bodyOf(request),
      now: now(),
      faults,
    };
    return { status: 200, body: operation(scene, id), headers };
  };

  return (request) => {
    try {
      return serve(request);
    } catch (error) {
      const refusal =
        error instanceof Refusal ? error : new Refusal(500, "Terjadi kesalahan pada kami");
      const { status, body, headers } = refusal;
      return { status, body: faults.has("status-as-text") ? textual(body) : body, headers };
    }
  };
}

/** @throws Refusal for an unknown route or method, before the key is looked at */
function routeOf({ method, path }: Incoming): readonly [Operation, string] {
  for (const [verb, pattern, operation] of routes) {
    const segments = verb === method ? segmentsOf(path, pattern) : undefined;
    if (segments !== undefined) return [operation, segments[0] ?? ""];
  }
  throw new Refusal(404, "Tidak ada apa-apa di sini");
}

function bodyOf({ type, body }: Incoming): Members {
  if (type !== "application/json") throw new Refusal(415, "Kirimlah application/json");
  const members = membersOf(body);
  if (members === undefined) refuseIf([["", "bukan objek JSON"]]);
  return members ?? new Map();
}

/** The first workspace's rights, whoever asks for messages. */
function guardless(key: Key, keys: ReadonlyMap<string, Key>, path: string): Key {
  const [first = key] = keys.values();
  return path.endsWith("/messages") ? first : key;
}

const textual = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (name, value) => (name === "status" ? `${value}` : value));
