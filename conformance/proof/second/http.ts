import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";

/** A request, read to its end. */
export interface Incoming {
  readonly method: string;
  /** Behind the prefix, as sent: its segments may be encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  /** The media type in small letters, without parameters; empty where there is none. */
  readonly type: string;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type App = (request: Incoming) => Answer;

/**
 * Serves apps on this machine by the prefix of their paths.
 * @param port 0 takes a free one
 * @returns the address, without a path, and how to stop
 */
export async function listen(
  apps: Readonly<Record<string, App>>,
  port: number,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const server = createServer(async (incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://localhost");
    const prefix = Object.keys(apps).find((start) => pathname.startsWith(`${start}/`));
    const app = prefix === undefined ? undefined : apps[prefix];
    if (prefix === undefined || app === undefined) return void response.writeHead(404).end();
    const { authorization = "", "content-type": type = "" } = incoming.headers;
    const answer = app({
      method: incoming.method ?? "GET",
      path: pathname.slice(prefix.length),
      query: searchParams,
      authorization,
      type: type.split(";")[0]?.trim().toLowerCase() ?? "",
      body: await text(incoming),
    });
    send(incoming, response, answer);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  // as: a server that listens on a TCP port has an address and a port.
  const address = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Indented, and compressed for who can read that. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, headers }: Answer,
): void {
  const json = `${JSON.stringify(body, null, 1)}\n`;
  const small = /\bgzip\b/.test(String(request.headers["accept-encoding"]));
  response.writeHead(status, {
    "Content-Type": "Application/JSON; charset=UTF-8",
    Vary: "Accept-Encoding",
    "X-Request-Id": crypto.randomUUID(),
    ...(small && { "Content-Encoding": "gzip" }),
    ...headers,
  });
  response.end(small ? gzipSync(json) : json);
}

/** The body's members. Undefined where it is no JSON object. */
export function membersOf(body: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}

/** The decoded variable segments of a path that fits a pattern such as `/conversations/*`, else undefined. */
export function segmentsOf(path: string, pattern: string): readonly string[] | undefined {
  const [segments, wanted] = [path.split("/"), pattern.split("/")];
  if (segments.length !== wanted.length) return undefined;
  const fits = wanted.every((part, i) => part === "*" || part === segments[i]);
  return fits
    ? segments.filter((_, i) => wanted[i] === "*").map((each) => decodeURIComponent(each))
    : undefined;
}
