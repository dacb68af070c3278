import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy that adds nothing and counts. */
export interface CountingProxy {
  /** The target's address, with the proxy's origin. */
  readonly url: string;
  /** How many requests have come through. */
  requests(): number;
  close(): Promise<void>;
}

/** Stands on a free port of 127.0.0.1 before a target. Headers and bytes pass as they are, in both directions. */
export async function countingProxy(target: string): Promise<CountingProxy> {
  let requests = 0;
  const { hostname, port, pathname } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    requests += 1;
    outgoing.sendDate = false;
    const onward = request({
      hostname,
      port,
      method: incoming.method,
      path: incoming.url,
      headers: incoming.rawHeaders,
      agent: false,
    });
    onward.on("response", (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
      answer.pipe(outgoing);
      answer.on("error", () => outgoing.destroy());
    });
    onward.on("error", () => outgoing.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // as: a server that listens on a port has an address with one.
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}${pathname.replace(/\/$/, "")}`,
    requests: () => requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
