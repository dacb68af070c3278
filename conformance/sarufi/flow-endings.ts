import { textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { call, create, say, session } from "./flow-calls.ts";
import { defined } from "./flow-drafts.ts";
import { replaced, republished } from "./flow-publishing.ts";

/** Both flows deleted, the live one first. */
export interface Deleted {
  readonly deleted: Exchange;
  readonly after: Exchange;
  readonly listed: Exchange;
  /** A message in a session that ran by the deleted flow. */
  readonly talk: Exchange | undefined;
  /** A session once no flow is left that is published. */
  readonly late: Exchange;
}

export const deleted: Probe<Deleted> = {
  name: "a published flow, deleted",
  run: async (context) => {
    const { created, greeting } = await context.use(replaced);
    await context.use(republished);
    const flow_id = textAt(created, "id");
    const gone = await call(context, "deleteFlow", "the live flow, deleted", { flow_id });
    const talk = await say(context, greeting, "a message by a deleted flow");
    const after = await call(context, "getFlow", "a deleted flow", { flow_id });
    const first = (await context.use(defined)).flow_id;
    await call(context, "deleteFlow", "the flow before it, deleted", { flow_id: first });
    return {
      deleted: gone,
      talk,
      after,
      listed: await call(context, "listFlows", "the flows that are left"),
      late: await session(context, "a session when no flow is live"),
    };
  },
};

/** A published flow of the type `meta`, and a session with it. */
export const meta: Probe<{ readonly published: Exchange; readonly greeting: Exchange }> = {
  name: "a published meta flow",
  run: async (context) => {
    await context.use(deleted);
    const created = await create(context, { name: "Concordat M", type: "meta" }, "a meta flow");
    const flow_id = textAt(created, "id");
    return {
      published: await call(context, "publishFlow", "a meta flow, published", { flow_id }),
      greeting: await session(context, "a session when a meta flow is live"),
    };
  },
};
