import { permitted, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { type Walk, walk } from "./walk.ts";

type Body = Readonly<Record<string, unknown>>;

/** A chatbot of the run's own, made and given another name. */
export interface Scratch {
  readonly created: Exchange;
  readonly renamed: Exchange;
}

/** Changes a chatbot. */
export const change = (
  { send }: ProbeContext,
  chatbot_id: string,
  body: Body,
  purpose: string,
): Promise<Exchange> => send({ operationId: "updateChatbot", path: { chatbot_id }, body, purpose });

/** Makes a chatbot whose name says whose it is. */
export const make = ({ send }: ProbeContext, body: Body, purpose: string): Promise<Exchange> =>
  send({ operationId: "createChatbot", body, purpose });

/** The request that makes our chatbot, whatever came of it. */
const newChatbot: ControlProbe = {
  name: "a new chatbot",
  run: async (context) => {
    const now = context.clock.now().getTime().toString(36);
    const name = `Concordat ${context.tag} ${now}`;
    const about = { description: "Made by a conformance run", category: "support" };
    return { control: await make(context, { name, ...about }, "a new chatbot") };
  },
};

/**
 * A chatbot to try things on. It gets its final name by a change, so that its first one is free again when the request
 * that made it is sent once more, made wrong.
 */
export const scratch: Probe<Scratch> = {
  name: "a chatbot of our own",
  run: async (context) => {
    const { control: created } = await context.use(newChatbot);
    const name = `${textAt(created, "name")} (scratch)`;
    const renamed = await change(context, textAt(created, "id"), { name }, "another name");
    return { created, renamed };
  },
};

export const scratchId = async ({ use }: ProbeContext): Promise<string> =>
  textAt((await use(scratch)).created, "id");

/** A chatbot with nothing but a name, and where that is refused one with all that is documented. */
export const bare: Probe<{ readonly bare: Exchange; readonly full?: Exchange }> = {
  name: "a chatbot with a name alone",
  run: async (context) => {
    const { created } = await context.use(scratch);
    const name = `${textAt(created, "name")} (doomed)`;
    const alone = await make(context, { name }, "a bare chatbot");
    if (permitted(alone).length === 0) return { bare: alone };
    const body = { ...Object(created.call.body), name };
    return { bare: alone, full: await make(context, body, "the same with all members") };
  },
};

/** A chatbot that is made in order to be deleted. */
export interface Doomed {
  readonly made: Exchange;
  /** The name of our other chatbot, which it may not take. */
  readonly usurping: Exchange;
  readonly deleted: Exchange;
  readonly after: Exchange;
  /** What else is asked of it, as far as the target declares that there is such a thing. */
  readonly belongings: readonly Exchange[];
}

export const doomed: Probe<Doomed> = {
  name: "a chatbot that is deleted",
  run: async (context) => {
    const { renamed } = await context.use(scratch);
    const { bare: alone, full: made = alone } = await context.use(bare);
    const chatbot_id = textAt(made, "id");
    const { send } = context;
    const path = { chatbot_id };
    const name = textAt(renamed, "name");
    const belongings = async (): Promise<readonly Exchange[]> => {
      const lists = { flows: "listFlows", conversations: "listConversations" };
      const asked: Exchange[] = [];
      for (const [what, operationId] of Object.entries(lists)) {
        const purpose = `the ${what} of a deleted chatbot`;
        if (context.declares(what)) asked.push(await send({ operationId, path, purpose }));
      }
      return asked;
    };
    return {
      made,
      usurping: await change(context, chatbot_id, { name }, "the name of another chatbot"),
      deleted: await send({ operationId: "deleteChatbot", path, purpose: "its deletion" }),
      after: await send({ operationId: "getChatbot", path, purpose: "a deleted chatbot" }),
      belongings: await belongings(),
    };
  },
};

/** All chatbots, in pages as large as every page of the documentation allows. */
export const wholeList: Probe<Walk> = {
  name: "all chatbots",
  run: async (context) => {
    await context.use(scratch);
    return walk(
      context,
      {
        operationId: "listChatbots",
        items: "items",
        query: { limit: "37" },
        purpose: "all chatbots",
      },
      5,
    );
  },
};

const ofScratch = (operationId: string, purpose: string): ControlProbe => ({
  name: purpose,
  run: async (context) => {
    const path = { chatbot_id: await scratchId(context) };
    return { control: await context.send({ operationId, path, purpose }) };
  },
});

export const chatbotList: ControlProbe = {
  name: "a page of chatbots",
  run: async ({ send }) => ({
    control: await send({ operationId: "listChatbots", purpose: "the workspace's chatbots" }),
  }),
};

export const figures = ofScratch("getChatbotStats", "the figures of our chatbot");

/** A valid request of every operation on chatbots. */
export const chatbotControls: Readonly<Record<string, ControlProbe>> = {
  listChatbots: chatbotList,
  createChatbot: {
    name: "a chatbot, made",
    run: async ({ use }) => {
      const made = await use(newChatbot);
      // What is sent next repeats the name, which has to be free again; where it cannot be, that is judged elsewhere.
      await Promise.allSettled([use(scratch)]);
      return made;
    },
  },
  getChatbot: ofScratch("getChatbot", "our chatbot"),
  getChatbotStats: figures,
  updateChatbot: {
    name: "a chatbot, renamed",
    run: async ({ use }) => ({ control: (await use(scratch)).renamed }),
  },
  deleteChatbot: {
    name: "a chatbot, deleted",
    run: async ({ use }) => ({ control: (await use(doomed)).deleted }),
  },
};
