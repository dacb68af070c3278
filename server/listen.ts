import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "./errors.ts";
import { defaultLimits, type Limits, limitedServer } from "./limits.ts";

/** Something that answers at an address. */
export interface Listening {
  /** Its origin: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Lets the requests under way finish; takes no new ones: see `stop`. */
  stop(drainMs?: number): Promise<void>;
}

export interface Place {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** The flag that gives another port. */
  readonly flag: string;
  /** What a client may take. */
  readonly limits?: Limits;
}

/** Opens a server there. Throws a UserError when it cannot listen. */
export async function open(answer: RequestListener, place: Place): Promise<Listening> {
  const { host, flag, limits = defaultLimits } = place;
  const server = limitedServer(answer, limits);
  await listen(server, place.port, host, flag);
  // as: a server that listens on a TCP port has an address and a port.
  const { port } = server.address() as AddressInfo;
  return { url: originOf(host, port), stop: (drainMs) => stop(server, drainMs) };
}

/**
 * Throws a UserError when the port is taken, or the host is none of this machine's.
 * @param flag what gives another port
 */
export async function listen(
  server: Server,
  port: number,
  host: string,
  flag = "--port",
): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw toUserError(error, { port, host, flag });
  }
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function toUserError(error: unknown, { port, host, flag }: Place): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new UserError(`Port ${port} on ${host} is in use. Give another one with ${flag}.`);
  }
  if (code === "EACCES") {
    return new UserError(
      `Port ${port} on ${host} is not allowed. Give one above 1023 with ${flag}.`,
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new UserError(`${host} is not an address of this machine. Try 127.0.0.1.`);
  }
  return error;
}

/**
 * Lets the requests under way finish; takes no new connections. For `drainMs`, by default 0, a
 * connection that is kept alive may bring one more request, whose answer ends it: who was just
 * sending one loses nothing.
 */
export async function stop(server: Server, drainMs = 0): Promise<void> {
  const closed = once(server, "close");
  server.prependListener("request", (_, response) => {
    response.shouldKeepAlive = false;
  });
  // An HTTP server's own `close` ends idle connections at once.
  NetServer.prototype.close.call(server);
  if (drainMs > 0) await Promise.race([closed, sleep(drainMs, undefined, { ref: false })]);
  server.close();
  // A connection that is kept alive becomes idle only once its last answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 10);
  // One that never sends its request would hold the server up for a minute.
  const patience = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearInterval(sweep);
  clearTimeout(patience);
}
