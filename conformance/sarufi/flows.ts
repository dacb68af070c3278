import { at, control, isSuccess, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { missingFixture, untestable } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { scratchId } from "./chatbots.ts";
import {
  brokenFlow,
  documentedForms,
  type Form,
  flowWithoutDefault,
  formsOf,
} from "./flow-definitions.ts";

type Body = Readonly<Record<string, unknown>>;

/** The chatbot whose flows the run may write: a fixture, else one of its own. */
export async function workbench(context: ProbeContext): Promise<string> {
  const [given] = await context.optionalFixture("scratch_chatbot_id");
  if (given !== undefined) return given;
  if (context.declares("chatbots")) return scratchId(context);
  return missingFixture(
    "scratch_chatbot_id",
    "the target does not declare chatbots, so none is made",
  );
}

/** Calls an operation on a flow of the workbench, or on all of them. */
async function call(
  context: ProbeContext,
  operationId: string,
  purpose: string,
  { flow_id, body }: { readonly flow_id?: string; readonly body?: Body } = {},
): Promise<Exchange> {
  const chatbot_id = await workbench(context);
  return context.send({
    operationId,
    purpose,
    path: { chatbot_id, ...(flow_id !== undefined && { flow_id }) },
    ...(body !== undefined && { body }),
  });
}

const create = (context: ProbeContext, body: Body, purpose: string): Promise<Exchange> =>
  call(context, "createFlow", purpose, { body });

/** A new session of the workbench's chatbot. */
async function session(context: ProbeContext, purpose: string): Promise<Exchange> {
  const path = { chatbot_id: await workbench(context) };
  return context.send({ operationId: "createChatSession", path, purpose });
}

/** Says something in a session of the workbench's chatbot, if it was started. */
async function say(
  context: ProbeContext,
  started: Exchange,
  purpose: string,
): Promise<Exchange | undefined> {
  const session_id = at(started.response?.json, "session_id");
  if (typeof session_id !== "string") return undefined;
  return context.send({
    operationId: "sendChatMessage",
    path: { chatbot_id: await workbench(context), session_id },
    body: { message: "Concordat says one thing" },
    purpose,
  });
}

/** A blank flow of the run's own, given another name, which makes the first one free again. */
export interface Draft {
  readonly created: Exchange;
  readonly renamed: Exchange;
  readonly read: Exchange;
  readonly listed: Exchange;
  /** What validation says of a flow without states. */
  readonly blank: Exchange;
  /** A session while there are only drafts. */
  readonly early: Exchange;
}

export const draft: Probe<Draft> = {
  name: "a draft of a flow",
  run: async (context) => {
    const created = await create(
      context,
      { name: "Concordat", type: "conversation" },
      "a blank flow",
    );
    const flow_id = textAt(created, "id");
    const body = { name: "Concordat A" };
    return {
      created,
      renamed: await call(context, "updateFlow", "another name", { flow_id, body }),
      read: await call(context, "getFlow", "our flow", { flow_id }),
      listed: await call(context, "listFlows", "the chatbot's flows"),
      blank: await call(context, "validateFlow", "a blank flow, validated", { flow_id }),
      early: await session(context, "a session while there are only drafts"),
    };
  },
};

/** What the published flows say, and the second state of each. */
export const texts = {
  a: ["Concordat flow A speaks", "thank_a"],
  b: ["Concordat flow B speaks", "thank_b"],
  c: ["Concordat flow C speaks", "thank_c"],
} as const;

/** The draft with a definition, in the form that the target takes. */
export interface Defined {
  readonly flow_id: string;
  readonly form: Form;
  /** Whether the form is the documentation's, and not the user's. */
  readonly documented: boolean;
  readonly validated: Exchange;
  readonly valid: boolean;
  readonly read: Exchange;
}

export const defined: Probe<Defined> = {
  name: "a flow with a definition",
  run: async (context) => {
    const flow_id = textAt((await context.use(draft)).created, "id");
    const forms = await formsOf(context);
    let [form = () => ({})] = forms;
    let validated: Exchange | undefined;
    for (form of forms) {
      const body = { flow: form(...texts.a) };
      await call(context, "updateFlow", "a definition", { flow_id, body });
      validated = await call(context, "validateFlow", "a definition, validated", { flow_id });
      if (at(validated.response?.json, "valid") === true) break;
    }
    if (validated === undefined) untestable("there is no definition to try");
    return {
      flow_id,
      form,
      documented: documentedForms.includes(form),
      validated,
      valid: at(validated.response?.json, "valid") === true,
      read: await call(context, "getFlow", "the flow, once it was validated", { flow_id }),
    };
  },
};

/** The form that flows are written in, once it is known that the target can publish it. */
async function working(context: ProbeContext): Promise<Defined> {
  const found = await context.use(defined);
  control(found.validated);
  return found.valid
    ? found
    : missingFixture("flow", "the target finds errors in the documentation's form of a flow");
}

/** A flow that leads nowhere, and one without a way out. */
export interface Broken {
  readonly created: Exchange;
  readonly validated: Exchange;
  readonly published: Exchange;
  readonly read: Exchange;
  readonly warned: Exchange;
}

export const broken: Probe<Broken> = {
  name: "a flow with errors",
  run: async (context) => {
    const { form, documented } = await context.use(defined);
    const known = documented ? form : (documentedForms[0] ?? form);
    const about = { name: "Concordat, broken", type: "conversation", flow: brokenFlow(known) };
    const created = await create(context, about, "a flow that leads nowhere");
    const flow_id = textAt(created, "id");
    const validated = await call(context, "validateFlow", "errors, validated", { flow_id });
    const published = await call(context, "publishFlow", "errors, published", { flow_id });
    const read = await call(context, "getFlow", "the flow that should not be published", {
      flow_id,
    });
    const body = { flow: flowWithoutDefault(known) };
    await call(context, "updateFlow", "a state without a default", { flow_id, body });
    const warned = await call(context, "validateFlow", "no default, validated", { flow_id });
    return { created, validated, published, read, warned };
  },
};

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
    // What has errors is refused while nothing else is live.
    await context.use(broken);
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

export const replaced: Probe<Replaced> = {
  name: "a published flow, replaced by another",
  run: async (context) => {
    const { form, flow_id: before } = await working(context);
    const { greeting: earlier } = await context.use(live);
    const about = { name: "Concordat B", type: "conversation", flow: form(...texts.b) };
    const created = await create(context, about, "a flow with a definition");
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

const of = (name: string, pick: (context: ProbeContext) => Promise<Exchange>): ControlProbe => ({
  name,
  run: async (context) => ({ control: await pick(context) }),
});

/** A valid request of every operation on flows. */
export const flowControls: Readonly<Record<string, ControlProbe>> = {
  listFlows: of("flows, listed", async ({ use }) => (await use(draft)).listed),
  createFlow: of("a flow, made", async ({ use }) => (await use(draft)).created),
  getFlow: of("a flow, read", async ({ use }) => (await use(draft)).read),
  updateFlow: of("a flow, renamed", async ({ use }) => (await use(draft)).renamed),
  validateFlow: of("a flow, validated", async ({ use }) => (await use(defined)).validated),
  publishFlow: of("a flow, published", async ({ use }) => (await use(live)).published),
  deleteFlow: of("a flow, deleted", async ({ use }) => (await use(deleted)).deleted),
};

/** Whether the answer to a session or message holds a text. */
export const speaks = (exchange: Exchange, text: string): boolean =>
  exchange.response !== undefined &&
  isSuccess(exchange.response) &&
  JSON.stringify(at(exchange.response.json, "messages") ?? []).includes(text);
