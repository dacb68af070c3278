import { join } from "node:path";
import Koa from "koa";
import { type RateLimit, rateLimiter } from "./access/rate-limit.ts";
import type { Api } from "./contract/api.ts";
import { basePath } from "./contract/document.ts";
import type { Fault } from "./contract/faults.ts";
import { type Around, mount } from "./contract/mount.ts";
import { docs } from "./docs.ts";
import { logErrors } from "./log/errors.ts";
import { sahut } from "./sahut/api.ts";
import { sarufi } from "./sarufi/api.ts";
import type { Services } from "./services.ts";

/** Every API that the server speaks. */
export const apis: readonly Api[] = [sahut, sarufi];

export interface AppOptions {
  /** Default: counts from its first request on. */
  readonly limit?: RateLimit;
  /** Sees every request first. Default: nobody does. */
  readonly requestLog?: Koa.Middleware | undefined;
  readonly selfCheck?: boolean;
  readonly faults?: Fault;
  /** What a test bench does around every request of an API. */
  readonly around?: Around | undefined;
}

/** What `npm run docs` builds. */
const site = join(import.meta.dirname, "..", "generated", "docs");

/** The Koa application: it answers requests, and listens nowhere by itself. */
export function createApp(services: Services, options: AppOptions = {}): Koa {
  const {
    limit = rateLimiter(services.store, services.clock).limit,
    selfCheck = false,
    faults = {},
    around,
    requestLog,
  } = options;
  const app = new Koa();
  logErrors(app, services.log);
  if (requestLog !== undefined) app.use(requestLog);
  for (const api of apis) app.use(mount(api, { services, limit, selfCheck, faults, around }));
  app.use(docs(site));
  const bases = apis.map((api) => `${api.name} is at ${basePath(api.contract)}`).join(", ");
  app.use((ctx) => {
    ctx.status = 404;
    ctx.body = { message: `There is nothing here: ${bases}.` };
  });
  return app;
}
