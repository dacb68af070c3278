import { once } from "node:events";
import type { Server } from "node:http";
import { UserError } from "./errors.ts";

/** Throws a UserError when the port is taken, or the host is none of this machine's. */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw toUserError(error, port, host);
  }
}

function toUserError(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new UserError(`Port ${port} on ${host} is in use. Give another one with --port.`);
  }
  if (code === "EACCES") {
    return new UserError(
      `Port ${port} on ${host} is not allowed. Give one above 1023 with --port.`,
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new UserError(`${host} is not an address of this machine. Try 127.0.0.1.`);
  }
  return error;
}

/** Lets the requests under way finish; takes no new ones. */
export async function stop(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  // A connection that is kept alive becomes idle only once its last answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 10);
  // One that never sends its request would hold the server up for a minute.
  const patience = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearInterval(sweep);
  clearTimeout(patience);
}
