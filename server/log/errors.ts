import type Koa from "koa";
import type { Context } from "koa";
import type { Log } from "./log.ts";

/**
 * Logs what goes wrong outside of any operation. What becomes of a client's connection, which it may
 * break, or lose because it was too slow, is the client's business.
 */
export function logErrors(app: Koa, log: Log): void {
  app.on("error", (error: Error, ctx?: Context) => {
    if (ctx?.req.socket.errored === error) return;
    log(error.stack ?? error.message, "error");
  });
}
