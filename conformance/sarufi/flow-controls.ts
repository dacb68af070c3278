import type { Exchange } from "../model.ts";
import type { ProbeContext } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { defined, draft, newFlow } from "./flow-drafts.ts";
import { deleted } from "./flow-endings.ts";
import { live } from "./flow-publishing.ts";

const of = (name: string, pick: (context: ProbeContext) => Promise<Exchange>): ControlProbe => ({
  name,
  run: async (context) => ({ control: await pick(context) }),
});

/** A valid request of every operation on flows. */
export const flowControls: Readonly<Record<string, ControlProbe>> = {
  listFlows: of("flows, listed", async ({ use }) => (await use(draft)).listed),
  createFlow: of("a flow, made", async ({ use }) => {
    const made = await use(newFlow);
    // What is sent next repeats the name, which has to be free again; where it cannot be, that is judged elsewhere.
    await Promise.allSettled([use(draft)]);
    return made.control;
  }),
  getFlow: of("a flow, read", async ({ use }) => (await use(draft)).read),
  updateFlow: of("a flow, renamed", async ({ use }) => (await use(draft)).renamed),
  validateFlow: of("a flow, validated", async ({ use }) => (await use(defined)).validated),
  publishFlow: of("a flow, published", async ({ use }) => (await use(live)).published),
  deleteFlow: of("a flow, deleted", async ({ use }) => (await use(deleted)).deleted),
};
