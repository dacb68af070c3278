import type { SeedData } from "../../generated/seed-data.ts";
import type { RateLimiter } from "../access/rate-limit.ts";
import type { Agenda } from "../agenda.ts";
import type { MovableClock } from "../clock.ts";
import type { Services } from "../services.ts";
import type { Turns } from "../store/turns.ts";
import type { Failures } from "./failures.ts";
import type { Gate } from "./gate.ts";
import type { Metrics } from "./metrics.ts";

/** What the control plane works with: the server's own parts, and those that only a test bench has. */
export interface Bench {
  readonly services: Services;
  readonly clock: MovableClock;
  readonly agenda: Agenda;
  readonly limiter: RateLimiter;
  /** What the store goes back to. */
  readonly data: SeedData;
  readonly failures: Failures;
  readonly gate: Gate;
  readonly metrics: Metrics;
  /** What moves the clock is done one after the other. */
  readonly turns: Turns;
}
