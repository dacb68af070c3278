import { type Check, check } from "../check.ts";
import { at, control, refusedWith, show, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { allPass, holds } from "./conversation-filtered.ts";
import { listed, ownConversation, ownPath, type Recorded, recorded } from "./conversations.ts";
import type { Walk } from "./walk.ts";

const byChannel: Probe<{ readonly chats: Walk; readonly whatsapp: Walk }> = {
  name: "conversations by channel",
  run: async (context) => ({
    chats: await listed(context, { channel: "api" }),
    whatsapp: await listed(context, { channel: "whatsapp" }),
  }),
};

/** Messenger conversations since the run began, where a chat would stand if it were taken for one. */
const isolated: Probe<{
  readonly chat: Recorded;
  readonly reading: Exchange;
  readonly whatsapp: Walk;
}> = {
  name: "chats and another channel",
  run: async (context) => {
    const chat = await context.use(recorded);
    const reading = (await context.use(ownConversation)).control;
    const whatsapp = await listed(context, { channel: "whatsapp", start_time: chat.since });
    return { chat, reading, whatsapp };
  },
};

const otherBot: Probe<{
  readonly chat: Recorded;
  readonly read: Exchange;
  readonly list: Exchange;
}> = {
  name: "our conversation under another chatbot",
  run: async (context) => {
    const [chatbot_id] = await context.fixture("other_chatbot_id");
    const chat = await context.use(recorded);
    const path = { ...(await ownPath(context)), chatbot_id };
    control((await context.use(ownConversation)).control);
    return {
      chat,
      read: await context.send({
        operationId: "getConversation",
        path,
        purpose: "our conversation under another chatbot",
      }),
      list: await context.send({
        operationId: "listConversations",
        path: { chatbot_id },
        query: { channel: "api", start_time: chat.since, limit: "67" },
        purpose: "another chatbot's conversations",
      }),
    };
  },
};

/** What the documentation promises of channels, and of other chatbots. */
export const conversationChannelChecks: readonly Check[] = [
  check("sarufi/conversations/channel-filter-holds", byChannel, ({ chats, whatsapp }) => [
    ...allPass(chats, "channel", (value) => value === "api"),
    ...allPass(whatsapp, "channel", (value) => value === "whatsapp"),
  ]),
  check("sarufi/sessions/channel-isolation", isolated, ({ chat, reading, whatsapp }) => [
    ...holds(whatsapp, chat, false),
    ...(textAt(reading, "channel") === "api"
      ? []
      : [
          {
            message: "A chat session's conversation is on another channel",
            expected: "channel api",
            actual: show(at(reading.response?.json, "channel")),
            exchange: reading,
          },
        ]),
  ]),
  check("sarufi/conversations/belong-to-their-chatbot", otherBot, ({ chat, read, list }) => [
    ...refusedWith(read, [404]),
    ...holds(
      { pages: [list], items: [at(control(list).json, "conversations")].flat(), whole: true },
      chat,
      false,
    ),
  ]),
];
