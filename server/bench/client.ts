import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";

/** A request of a bench, below a server's origin. */
export interface Asked {
  readonly method: "GET" | "POST" | "PATCH";
  readonly path: string;
  readonly key: string;
  readonly body?: object;
}

/** Sends one request after the other on a connection that stays open. */
export interface Client {
  /** Gives the answer's body, and how many milliseconds it took. Throws when it is not a 2xx. */
  ask(asked: Asked): Promise<{ readonly body: string; readonly ms: number }>;
  close(): void;
}

export function client(url: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    async ask({ method, path, key, body }) {
      const start = performance.now();
      const headers = {
        authorization: `Bearer ${key}`,
        ...(body && { "content-type": "application/json" }),
      };
      const { promise, resolve, reject } = Promise.withResolvers<{
        status: number;
        body: string;
      }>();
      const sent = request(`${url}${path}`, { method, headers, agent }, (response) => {
        const { statusCode: status = 0 } = response;
        text(response).then((body) => resolve({ status, body }), reject);
      });
      sent.on("error", reject).end(body && JSON.stringify(body));
      const answer = await promise;
      const ms = performance.now() - start;
      if (answer.status >= 300)
        throw new Error(`${path} is answered ${answer.status}: ${answer.body}`);
      return { body: answer.body, ms };
    },
    close: () => agent.destroy(),
  };
}
