import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** A request as it arrived. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  /** All that has arrived, in its order. */
  readonly arrivals: readonly Arrival[];
  /** Resolves when this many have arrived. */
  arrived(count: number): Promise<void>;
  /** Ends all connections, and listens no more. Done in any case when the test ends. */
  close(): void;
}

export type Answer = (response: ServerResponse, arrival: Arrival) => void;

/** Answers with this status and nothing more. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end();

/** Never answers. */
export const hang: Answer = () => undefined;

/**
 * A real machine to send to, on a free port of 127.0.0.1. Open it after the server that sends, which
 * waits for it when it closes.
 */
export async function receiver(answer: Answer = status(204)): Promise<Receiver> {
  const arrivals: Arrival[] = [];
  const waits: { readonly count: number; readonly resolve: () => void }[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const arrival = { method, path, headers, body: await text(request) };
    arrivals.push(arrival);
    for (const { count, resolve } of waits) if (arrivals.length >= count) resolve();
    answer(response, arrival);
  });
  const { promise: listening, resolve: listens } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", listens);
  await listening;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(close);
  // as: a server that listens on a TCP port has an address and a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    close,
    async arrived(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waits.push({ count, resolve });
      if (arrivals.length >= count) resolve();
      await promise;
    },
  };
}
