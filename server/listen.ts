import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import { UserError } from "./errors.ts";
import { defaultLimits, type Limits, limitedServer } from "./limits.ts";

/** Something that answers at an address. */
export interface Listening {
  /** Its origin: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Lets the requests under way finish; takes no new connections. */
  stop(ending?: Ending): Promise<void>;
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
  return { url: originOf(host, port), stop: (ending) => stop(server, ending) };
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

/** How a server ends. */
export interface Ending {
  /**
   * How long requests are still taken on connections that are open: one may be on its way when the
   * server is told to end. Its answer says that it is the last. Default 0.
   */
  readonly lingerMs?: number;
  /** After this nobody is waited for any more. Default 5 s. */
  readonly patienceMs?: number;
}

/** Lets the requests under way finish; takes no new connections. */
export async function stop(
  server: Server,
  { lingerMs = 0, patienceMs = 5_000 }: Ending = {},
): Promise<void> {
  const closed = once(server, "close");
  // An HTTP server's own `close` would break idle connections off at once.
  if (lingerMs > 0) NetServer.prototype.close.call(server);
  else server.close();
  server.prependListener("request", (_, response) => response.setHeader("Connection", "close"));
  const start = performance.now();
  // A connection that is kept alive becomes idle only once its last answer is out.
  const sweep = setInterval(() => {
    if (performance.now() - start < lingerMs) return;
    // Timers come before sockets: a connection whose request has arrived, but is not read yet, looks idle.
    setImmediate(() => server.closeIdleConnections());
  }, 10);
  // One that never sends its request would hold the server up for a minute.
  const patience = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(patience);
}
