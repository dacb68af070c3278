import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import {
  type AddressInfo,
  createServer as createSocketServer,
  type Server,
  type Socket,
} from "node:net";
import { freePort } from "../testing/free-port.ts";

/** Something that listens, and is not the API. */
export interface NullTarget {
  readonly id: string;
  /** What it does, in one sentence. */
  readonly does: string;
  /** What a check of it ends with: 1 when promises are seen to be broken, 3 when nothing could be seen. */
  readonly exitCode: 1 | 3;
  readonly server: () => Server;
}

/** A null target that listens on a free port. */
export interface RunningNullTarget {
  readonly url: string;
  close(): Promise<void>;
}

export async function start({ server: make }: NullTarget): Promise<RunningNullTarget> {
  const server = make();
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A connection that breaks is what some of these are about.
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // as: a server that listens on a TCP port has an address and a port.
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${port}/v1`, close };
}

const http = (listener: RequestListener) => () => createServer(listener);

/** The same answer to everything. */
const always = (status: number, type: string, body: string, headers = {}) =>
  http((request, response) => {
    request.resume();
    response.writeHead(status, { "content-type": type, ...headers }).end(body);
  });

const json = (status: number, body: unknown) =>
  always(status, "application/json", JSON.stringify(body));

const sahutError = (code: string, status: number) => ({ error: { code, message: "No", status } });

const login = "<!doctype html><title>Log in</title><form>Name <input></form>";

export const nullTargets: readonly NullTarget[] = [
  {
    id: "never-answers",
    does: "It takes connections and never answers.",
    exitCode: 3,
    server: http((request) => void request.resume()),
  },
  {
    id: "resets",
    does: "It takes connections and breaks them.",
    exitCode: 3,
    server: () => createSocketServer((socket) => void socket.resetAndDestroy()),
  },
  {
    id: "hangs-up",
    does: "It reads a request and hangs up.",
    exitCode: 3,
    server: () => createSocketServer((socket) => void socket.once("data", () => socket.end())),
  },
  {
    id: "speaks-something-else",
    does: "It is no HTTP server.",
    exitCode: 3,
    server: () => createSocketServer((socket) => void socket.end("220 mail.example.com ESMTP\r\n")),
  },
  {
    id: "stops-in-the-middle",
    does: "It promises a longer body than it sends.",
    exitCode: 3,
    server: http((request, response) => {
      request.resume();
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write('{"data": [', () => response.destroy());
    }),
  },
  {
    id: "drips",
    does: "It sends a body byte by byte, without end.",
    exitCode: 3,
    server: http((request, response) => {
      request.resume();
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 10);
      response.on("close", () => clearInterval(drip));
    }),
  },
  {
    id: "more-than-anyone-reads",
    does: "It always answers 200 with eleven megabytes of JSON.",
    exitCode: 3,
    server: always(200, "application/json", `[${"0,".repeat(5.5 * 2 ** 20)}0]`),
  },
  {
    id: "no-utf-8",
    does: "It always answers 200 with JSON in Latin-1.",
    exitCode: 1,
    server: http((request, response) => {
      request.resume();
      const body = Buffer.from('{"data": [{"id": "caf\xe9"}]}', "latin1");
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    }),
  },
  {
    id: "half-a-body",
    does: "It always answers 200 with JSON that is cut off.",
    exitCode: 1,
    server: always(200, "application/json", '{"data": [{"id": "conv_01HX2B9'),
  },
  {
    id: "login-page",
    does: "It always answers 200 with a web page.",
    exitCode: 3,
    server: always(200, "text/html", login),
  },
  {
    id: "redirect-to-login",
    does: "It redirects everything to a login page.",
    exitCode: 3,
    server: always(302, "text/html", login, { location: "/login" }),
  },
  {
    id: "redirect-loop",
    does: "It redirects everything to itself.",
    exitCode: 3,
    server: http((request, response) => {
      request.resume();
      response.writeHead(307, { location: request.url }).end();
    }),
  },
  {
    id: "always-204",
    does: "It always answers 204.",
    exitCode: 3,
    server: http((request, response) => {
      request.resume();
      response.writeHead(204).end();
    }),
  },
  {
    id: "always-401",
    does: "It knows no key.",
    exitCode: 3,
    server: json(401, {
      ...sahutError("unauthorized", 401),
      detail: "Invalid or expired API key.",
    }),
  },
  {
    id: "always-403",
    does: "It forbids everything.",
    exitCode: 3,
    server: json(403, { ...sahutError("forbidden", 403), detail: "Not permitted" }),
  },
  {
    id: "always-200-empty",
    does: "It always answers 200 with {}.",
    exitCode: 1,
    server: json(200, {}),
  },
  {
    id: "always-200-null",
    does: "It always answers 200 with null.",
    exitCode: 1,
    server: json(200, null),
  },
  {
    id: "always-an-empty-list",
    does: "It always answers 200 with an empty list.",
    exitCode: 1,
    server: json(200, {
      data: [],
      meta: { total: 0, page: 1, per_page: 25, total_pages: 0 },
      messages: [],
    }),
  },
  {
    id: "always-201",
    does: "It says that it has created whatever is sent.",
    exitCode: 1,
    server: json(201, {
      data: { id: "conv_1" },
      session_id: "s1",
      channel: "api",
      created_at: "2026-04-02T12:00:00Z",
      messages: [],
    }),
  },
  {
    id: "always-400",
    does: "It refuses everything, in the documented way.",
    exitCode: 1,
    server: json(400, { ...sahutError("bad_request", 400), detail: "No" }),
  },
  {
    id: "always-404",
    does: "It finds nothing.",
    exitCode: 1,
    server: json(404, { ...sahutError("not_found", 404), detail: "Not found" }),
  },
  {
    id: "always-404-page",
    does: "It is a web server without the API.",
    exitCode: 1,
    server: always(404, "text/html", "<!doctype html><h1>404 Not Found</h1>"),
  },
  {
    id: "always-422",
    does: "It finds fault with everything, in the documented way.",
    exitCode: 1,
    server: json(422, { ...sahutError("validation_error", 422), detail: "No" }),
  },
  {
    id: "always-500",
    does: "It always fails, in the documented way.",
    exitCode: 1,
    server: json(500, { ...sahutError("server_error", 500), detail: "Internal server error" }),
  },
  {
    id: "always-503",
    does: "It is down for maintenance.",
    exitCode: 1,
    server: always(503, "text/html", "<!doctype html><h1>Down for maintenance</h1>"),
  },
  {
    id: "always-429",
    does: "It never has time.",
    exitCode: 3,
    server: always(
      429,
      "application/json",
      JSON.stringify({ ...sahutError("rate_limited", 429), detail: "Too many requests" }),
      { "retry-after": "1" },
    ),
  },
  {
    id: "echo",
    does: "It answers with the request.",
    exitCode: 1,
    server: http((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = {
          method: request.method,
          url: request.url,
          body: String(Buffer.concat(chunks)),
        };
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
      });
    }),
  },
];

/** The address of a port that nothing listens on. */
export const closedAddress = async (): Promise<string> => `http://127.0.0.1:${await freePort()}/v1`;
