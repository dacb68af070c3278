import type { Context, Middleware } from "koa";
import { refusal } from "./errors.ts";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Lets nobody in but programs of this machine. A page in a browser of this machine could ask, too:
 * by a name of its own that leads here (DNS rebinding), which the Host header gives away; or from
 * its own origin, which the Origin header names at everything that is not merely read. What it
 * reads, the browser keeps from it.
 */
export const loopbackOnly: Middleware = async (ctx, next) => {
  const message = foreign(ctx);
  if (message === undefined) return next();
  Object.assign(ctx, refusal(403, message));
};

function foreign({ req, method }: Context): string | undefined {
  const { host = "", origin } = req.headers;
  const name = URL.parse(`http://${host}`)?.hostname ?? host;
  if (!LOOPBACK.has(name)) {
    return `The control plane answers to ${[...LOOPBACK].join(", ")}, and not to ${host || "no name"}`;
  }
  const reads = method === "GET" || method === "HEAD";
  if (reads || origin === undefined || origin === `http://${host}`) return undefined;
  return `The control plane changes nothing for a page of ${origin}`;
}
