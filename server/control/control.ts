import Koa from "koa";
import type { SeedData } from "../../generated/seed-data.ts";
import type { RateLimiter } from "../access/rate-limit.ts";
import type { Agenda } from "../agenda.ts";
import type { MovableClock } from "../clock.ts";
import { type Around, mount } from "../contract/mount.ts";
import { logErrors } from "../log/errors.ts";
import type { Services } from "../services.ts";
import { takeTurns } from "../store/turns.ts";
import { controlApi } from "./api.ts";
import { around } from "./around.ts";
import { failures } from "./failures.ts";
import { gate } from "./gate.ts";
import { loopbackOnly } from "./loopback.ts";
import { metrics } from "./metrics.ts";

/** What the control plane is about. */
export interface ControlOptions {
  readonly services: Services;
  readonly clock: MovableClock;
  readonly agenda: Agenda;
  readonly limiter: RateLimiter;
  /** What the store goes back to. */
  readonly data: SeedData;
  readonly selfCheck: boolean;
}

/** The control plane, as a Koa application, and what it does around every request of the APIs. */
export interface Control {
  readonly app: Koa;
  readonly around: Around;
}

export function control({ selfCheck, ...parts }: ControlOptions): Control {
  const { services } = parts;
  const bench = {
    ...parts,
    failures: failures(),
    gate: gate(),
    metrics: metrics(services),
    turns: takeTurns(),
  };
  const app = new Koa();
  logErrors(app, services.log);
  app.use(loopbackOnly);
  const unlimited = async () => undefined;
  app.use(mount(controlApi(bench), { services, limit: unlimited, selfCheck, faults: {} }));
  return { app, around: around(bench) };
}
