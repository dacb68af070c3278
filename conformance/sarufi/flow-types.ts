import { control, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { call, create } from "./flow-calls.ts";

/** Flows of both types, under names that nothing else has. They stay until the end of the run. */
export const types: Probe<{ readonly made: readonly Exchange[] }> = {
  name: "a flow of each type",
  run: async (context) => {
    const made: Exchange[] = [];
    for (const type of ["conversation", "meta"]) {
      const about = { name: `Concordat, ${type}`, type };
      made.push(await create(context, about, `a flow of the type ${type}`));
    }
    return { made };
  },
};

/** One of them, read where it belongs. */
export const lasting: Probe<{ readonly read: Exchange }> = {
  name: "a flow that stays",
  run: async (context) => {
    const flow_id = textAt((await context.use(types)).made[0], "id");
    const read = await call(context, "getFlow", "a flow that stays", { flow_id });
    control(read);
    return { read };
  },
};

/** The same flow under a chatbot that it does not belong to. */
export const elsewhere: Probe<{ readonly read: Exchange }> = {
  name: "our flow under another chatbot",
  run: async (context) => {
    const [chatbot_id] = await context.fixture("chatbot_id");
    const { call: own } = (await context.use(lasting)).read;
    const path = { ...own.path, chatbot_id };
    return {
      read: await context.send({ ...own, path, purpose: "our flow under another chatbot" }),
    };
  },
};

/** Another workspace's key at the flows that stay: at the blank meta flow where it would do harm. */
export const strangerAtFlows: Probe<{ readonly refused: readonly Exchange[] }> = {
  name: "another workspace's key at our flow",
  run: async (context) => {
    await context.fixture("other_workspace_key");
    const { path = {} } = (await context.use(lasting)).read.call;
    const [, meta] = (await context.use(types)).made;
    const authorization = "Bearer {other_workspace_key}";
    const { send } = context;
    const flow = (operationId: string, purpose: string, body?: object): Promise<Exchange> =>
      send({ authorization, operationId, path, purpose, ...(body && { body }) });
    const flow_id = textAt(meta, "id");
    const harm = (operationId: string, purpose: string): Promise<Exchange> =>
      send({ authorization, operationId, path: { ...path, flow_id }, purpose });
    const made = { name: "Concordat, by a stranger", type: "meta" };
    return {
      refused: [
        await flow("listFlows", "our flows, with that key"),
        await flow("getFlow", "our flow, with that key"),
        await flow("validateFlow", "our flow validated, with that key"),
        await flow("updateFlow", "its change, with that key", { name: "Changed by a stranger" }),
        await flow("createFlow", "a flow for our chatbot, with that key", made),
        await harm("publishFlow", "our meta flow published, with that key"),
        await harm("deleteFlow", "our meta flow deleted, with that key"),
      ],
    };
  },
};
