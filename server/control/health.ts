import { setTimeout as sleep } from "node:timers/promises";
import type { Services } from "../services.ts";
import type { ControlHandlers } from "./api.ts";
import type { Bench } from "./bench.ts";
import { refusal } from "./errors.ts";

type Operations = "getHealth" | "getReadiness" | "getMetrics";

/** How long the store may take to answer. */
const PATIENCE_MS = 2_000;

export function health({ services, metrics }: Bench): Pick<ControlHandlers, Operations> {
  return {
    getHealth: async () => ({ status: 200, body: { status: "ok" } }),

    async getReadiness() {
      if (await answers(services)) return { status: 200, body: { status: "ok" } };
      return refusal(503, "The store does not answer");
    },

    getMetrics: async () => ({ status: 200, ...(await metrics.read()) }),
  };
}

async function answers({ store }: Services): Promise<boolean> {
  const asked = store.get("SELECT 1 AS one").then(
    () => true,
    () => false,
  );
  return Promise.race([asked, sleep(PATIENCE_MS, false, { ref: false })]);
}
