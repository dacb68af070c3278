import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface Balancer {
  readonly url: string;
  close(): void;
}

/** Somebody to pass requests on to, whose address may change. */
export interface Backend {
  readonly url: string;
}

/**
 * Passes each request to the next server in turn, on connections that are kept alive. Where a
 * connection is refused, nothing has been sent, and the server after it is asked; where one breaks,
 * the client is told 502, since nobody knows how far the request has got.
 */
export async function balancer(backends: readonly Backend[]): Promise<Balancer> {
  // A connection rests for less time than an ending server still answers on it: see `stop`.
  const agent = new Agent({ keepAlive: true, timeout: 300 });
  let turn = 0;

  async function pass(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(asked);
    turn += 1;
    const first = turn % backends.length;
    for (const { url } of [...backends.slice(first), ...backends.slice(0, first)]) {
      if ((await forward(asked, body, response, url)) === "passed") return;
    }
    response.writeHead(503).end();
  }

  function forward(asked: IncomingMessage, body: Buffer, response: ServerResponse, origin: string) {
    const { promise, resolve } = Promise.withResolvers<"passed" | "refused">();
    const { method, headers } = asked;
    const sent = request(new URL(asked.url ?? "/", origin), { method, headers, agent });
    sent.on("response", (answer) => {
      const { connection, "keep-alive": keepAlive, ...passed } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, passed);
      answer.pipe(response);
      answer.on("error", () => response.destroy());
      answer.on("close", () => resolve("passed"));
    });
    sent.on("error", (error) => {
      if ("code" in error && error.code === "ECONNREFUSED") return resolve("refused");
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end(error.message);
      resolve("passed");
    });
    sent.end(body);
    return promise;
  }

  const server = createServer((asked, response) => {
    pass(asked, response).catch(() => response.destroy());
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  // as: a server that listens on a TCP port has an address and a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
