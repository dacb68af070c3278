import type { TargetConfig } from "../config.ts";
import type { Fault } from "../proof/fault/fault.ts";
import { startReference } from "../proof/reference.ts";
import { withoutFixtures } from "../proof/trial.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { countingProxy } from "./proxy.ts";

/** A server for one run of one tool, behind a proxy that counts. */
export interface Target {
  /** Through the proxy. */
  readonly url: string;
  /** What our own suite is told of it, at the proxy. */
  readonly config: TargetConfig;
  readonly prepared: Prepared;
  requests(): number;
  close(): Promise<void>;
}

/** The rate limit is off, so nobody tries it. */
const limits = ["limited_key", "limited_key.requests_per_minute"];

/**
 * Starts a reference server with a fault, which begins when all is prepared. There is no rate limit: who runs into one is
 * served at once, with the clock put forward by what would have been the wait. Nothing it sends leaves this machine.
 */
export async function startTarget(api: string, fault: Fault): Promise<Target> {
  let faulty = false;
  const reference = await startReference({
    selfCheck: false,
    log: () => {},
    faults: {
      around: async (operation, ctx, next) => {
        const pass = () =>
          faulty && fault.around !== undefined ? fault.around(operation, ctx, next) : next();
        await pass();
        const wait = ctx.status === 429 ? Number(ctx.response.get("Retry-After")) : 0;
        if (!(wait > 0)) return;
        await reference.server.advance(wait * 1000);
        await pass();
      },
      handlers: (name, sound) => {
        const wrong = fault.handlers?.(name, sound) ?? sound;
        const choose =
          (id: string, handler: (typeof sound)[string]): (typeof sound)[string] =>
          (call) =>
            ((faulty && wrong[id]) || handler)(call);
        return Object.fromEntries(
          Object.entries(sound).map(([id, handler]) => [id, choose(id, handler)]),
        );
      },
      outbound: (send) => {
        const near: typeof send = async (request) =>
          new URL(request.url).hostname === "127.0.0.1"
            ? send(request)
            : { failure: "nothing leaves this machine" };
        const wrong = fault.outbound?.(near) ?? near;
        return (request) => (faulty ? wrong : near)(request);
      },
    },
  });
  const config = reference.targets.find(({ suite }) => suite.api === api);
  if (config === undefined) throw new Error(`The reference server has no API ${api}`);
  const prepared = await prepare(config);
  const proxy = await countingProxy(config.url);
  faulty = true;
  return {
    url: proxy.url,
    config: { ...withoutFixtures(config, limits), url: proxy.url },
    prepared,
    requests: proxy.requests,
    close: async () => {
      await proxy.close();
      await reference.close();
    },
  };
}
