import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** Where webhooks lead: it remembers of what it was told. */
export interface Listener {
  readonly url: string;
  /** Ids of conversations, messages and contacts that it has been told of. */
  readonly heard: ReadonlySet<string>;
  /** How many deliveries have come. */
  count(): number;
  /** How many of them had come before: a server that dies while it sends has it sent again. */
  again(): number;
  close(): void;
}

export async function listener(): Promise<Listener> {
  const heard = new Set<string>();
  const deliveries = new Set<unknown>();
  let count = 0;
  const server = createServer(async (request, response) => {
    const told = idIn(await text(request));
    if (told !== undefined) heard.add(told);
    deliveries.add(request.headers["x-sahut-delivery"]);
    count += 1;
    response.writeHead(204).end();
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  // as: a server that listens on a TCP port has an address and a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    heard,
    count: () => count,
    again: () => count - deliveries.size,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Of what an event tells. */
export function idIn(body: string): string | undefined {
  // as: `emit` writes this envelope.
  const { data } = JSON.parse(body) as { data?: { id?: string } };
  return data?.id;
}
