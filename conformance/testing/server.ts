import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** A request as it came in. */
export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  /** When it was complete, in milliseconds of a clock that never goes back. */
  readonly at: number;
}

export interface TestServer {
  /** `http://127.0.0.1:40123` */
  readonly url: string;
  readonly received: readonly Received[];
}

type Answering = (request: Received, response: ServerResponse) => void | Promise<void>;

/** A real server on a free port of this machine, gone once the test is over. */
export async function serverThat(answer: Answering): Promise<TestServer> {
  const received: Received[] = [];
  const server = createServer(async (incoming, response) => {
    const { method = "", url = "", headers } = incoming;
    const body = await buffer(incoming);
    const request = { method, url, headers, body, at: performance.now() };
    received.push(request);
    await answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  // as: a server that listens on a TCP port has an address and a port.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/**
 * A server between the suite and another one, which passes everything on.
 * @param change rewrites a JSON body on its way back; a body is passed on as it is where this gives undefined
 * @param patience after so many requests it falls silent
 */
export async function proxyOf(
  origin: string,
  change: (body: unknown, request: Received) => unknown = () => undefined,
  patience = Number.POSITIVE_INFINITY,
): Promise<TestServer> {
  let passed = 0;
  return serverThat(async (request, response) => {
    passed += 1;
    if (passed > patience) return void response.socket?.destroy();
    const { authorization, "content-type": type } = request.headers;
    const answer = await fetch(`${origin}${request.url}`, {
      method: request.method,
      headers: { ...(authorization && { authorization }), ...(type && { "content-type": type }) },
      ...(request.body.length > 0 && { body: new Uint8Array(request.body) }),
    });
    const text = await answer.text();
    const changed = text === "" ? undefined : change(JSON.parse(text), request);
    for (const name of ["content-type", "retry-after", "www-authenticate"]) {
      const value = answer.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    response.writeHead(answer.status).end(changed === undefined ? text : JSON.stringify(changed));
  });
}
