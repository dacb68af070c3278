import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Target } from "../contract/mount.ts";
import { countDeliveries } from "../sahut/waiting-deliveries.ts";
import { countLiveSessions } from "../sarufi/live-sessions.ts";
import type { Services } from "../services.ts";

/** What the server counts, for Prometheus. */
export interface Metrics {
  /** Counts an answer. */
  answered(target: Target, status: number, seconds: number): void;
  /** Counts a request that was refused by its rate limit. */
  limited(target: Target): void;
  /** All of it, as text. */
  read(): Promise<{ text: string; mediaType: string }>;
}

/**
 * Labels are what contracts name, and statuses: so many, and no more, whatever is requested. What
 * no operation takes has the operation `none`.
 */
export function metrics({ store, clock }: Services): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "concordat_requests_total",
    help: "Requests answered.",
    labelNames: ["api", "operation", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "concordat_request_duration_seconds",
    help: "How long an answer took.",
    labelNames: ["api", "operation"],
    registers,
  });
  const refused = new Counter({
    name: "concordat_rate_limited_total",
    help: "Requests refused by a rate limit.",
    labelNames: ["api"],
    registers,
  });
  const counted = (name: string, help: string, count: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        // A store that does not answer hides nothing of the rest.
        this.set(await count().catch(() => Number.NaN));
      },
    });
  counted("concordat_webhook_deliveries_waiting", "Webhook deliveries that wait.", () =>
    countDeliveries(store),
  );
  counted("concordat_chat_sessions_live", "Chat sessions neither closed nor expired.", () =>
    countLiveSessions(store, clock()),
  );
  return {
    answered({ api, operationId: operation = "none" }, status, seconds) {
      requests.inc({ api, operation, status });
      durations.observe({ api, operation }, seconds);
    },
    limited: ({ api }) => refused.inc({ api }),
    read: async () => ({ text: await registry.metrics(), mediaType: registry.contentType }),
  };
}
