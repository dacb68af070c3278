import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Context, Middleware, Next } from "koa";
import send from "send";

/** Where the documentation is, below the server's origin. */
export const docsPath = "/docs";

const notBuilt =
  "The docs are not built here: `npm run docs` builds them, in a checkout of the project.\n";

/**
 * Shows the site that `npm run docs` has built, to everyone: without a key, and beyond any rate limit. A page that it
 * does not have is left to what comes next; where nothing is built, one sentence says how to build it.
 *
 * @param folder the site; looked up for each request, so that it may be built while the server runs
 */
export function docs(folder: string): Middleware {
  return (ctx, next) => {
    const { path, method } = ctx.request;
    const inside = path === docsPath || path.startsWith(`${docsPath}/`);
    const reads = method === "GET" || method === "HEAD";
    return inside && reads ? show(ctx, folder, next) : next();
  };
}

async function show(ctx: Context, folder: string, next: Next): Promise<void> {
  const { path } = ctx;
  // A page leads to its neighbours by relative addresses.
  if (path === docsPath) return ctx.redirect(`${docsPath}/`);
  if (!existsSync(join(folder, "index.html"))) {
    ctx.status = 404;
    ctx.body = notBuilt;
    return;
  }
  if (!(await answered(ctx, path.slice(docsPath.length), folder))) await next();
}

/** Sends a file, or leads from a folder to its index; false when there is nothing to send. */
async function answered(ctx: Context, path: string, root: string): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  // Koa starts with a 404, and `send` with what it finds.
  ctx.status = 200;
  send(ctx.req, path, { root, acceptRanges: false })
    .on("error", (error: Error & { status: number }) => {
      // An address that leads outside of the folder is refused here, too.
      if (error.status < 500) resolve(false);
      else reject(error);
    })
    .on("directory", () => {
      ctx.redirect(`${ctx.path}/`);
      resolve(true);
    })
    .pipe(ctx.res);
  void once(ctx.res, "close").then(() => resolve(true));
  return promise;
}
