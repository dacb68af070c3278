import { textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { call, create, say, session } from "./flow-calls.ts";
import { broken, texts, working } from "./flow-drafts.ts";

/** The first flow, published. */
export interface Live {
  readonly published: Exchange;
  readonly read: Exchange;
  readonly greeting: Exchange;
}

export const live: Probe<Live> = {
  name: "a published flow",
  run: async (context) => {
    const { flow_id } = await working(context);
    // What has errors is refused while nothing else is live; where it cannot even be made, that is judged elsewhere.
    await Promise.allSettled([context.use(broken)]);
    return {
      published: await call(context, "publishFlow", "the flow, published", { flow_id }),
      read: await call(context, "getFlow", "the published flow", { flow_id }),
      greeting: await session(context, "a session of the published flow"),
    };
  },
};

/** Another flow in its place. */
export interface Replaced {
  /** The id of the flow that was live before. */
  readonly before: string;
  readonly created: Exchange;
  readonly greeting: Exchange;
  /** A message in a session of the flow that was live before. */
  readonly older: Exchange | undefined;
  readonly listed: Exchange;
  /** A message in a session of the flow that is live now. */
  readonly talk: Exchange | undefined;
  /** The next message in it. */
  readonly more: Exchange | undefined;
}

/** A flow that is made together with its definition, in a form that works. */
export const made: Probe<{ readonly created: Exchange }> = {
  name: "a flow, made with its definition",
  run: async (context) => {
    const { form } = await working(context);
    // The first one is live by then, and this one is there to replace it.
    await context.use(live);
    const about = { name: "Concordat B", type: "conversation", flow: form(...texts.b) };
    return { created: await create(context, about, "a flow with a definition") };
  },
};

export const replaced: Probe<Replaced> = {
  name: "a published flow, replaced by another",
  run: async (context) => {
    const { flow_id: before } = await working(context);
    const { greeting: earlier } = await context.use(live);
    const { created } = await context.use(made);
    const flow_id = textAt(created, "id");
    await call(context, "publishFlow", "another flow, published", { flow_id });
    const greeting = await session(context, "a session of the other flow");
    return {
      before,
      created,
      greeting,
      older: await say(context, earlier, "a message by the flow that was live before"),
      talk: await say(context, greeting, "a message by the flow that is live"),
      more: await say(context, greeting, "the next message by the same flow"),
      listed: await call(context, "listFlows", "the flows, one of them live"),
    };
  },
};

/** The live flow with another definition, which replaces all of the one before. */
export interface Redefined {
  readonly changed: Exchange;
  readonly greeting: Exchange;
}

export const redefined: Probe<Redefined> = {
  name: "a published flow, redefined",
  run: async (context) => {
    const flow_id = textAt((await context.use(replaced)).created, "id");
    const { form } = await working(context);
    const body = { flow: form(...texts.c) };
    return {
      changed: await call(context, "updateFlow", "another definition of the live flow", {
        flow_id,
        body,
      }),
      greeting: await session(context, "a session after the change"),
    };
  },
};

/** The live flow, published once more as it is now. */
export const republished: Probe<{ readonly again: Exchange }> = {
  name: "a published flow, published once more",
  run: async (context) => {
    await context.use(redefined);
    const flow_id = textAt((await context.use(replaced)).created, "id");
    return { again: await call(context, "publishFlow", "a live flow, published", { flow_id }) };
  },
};
