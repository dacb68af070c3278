import { type Check, check } from "../check.ts";
import { at, control, refusedWith, show, textAt } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import {
  listed,
  ownConversation,
  ownPath,
  type Recorded,
  recorded,
  shifted,
  statusOf,
} from "./conversations.ts";
import { itemWith, type Walk } from "./walk.ts";

const statuses = ["ACTIVE", "CLOSED", "ARCHIVED", "HANDOFF_PENDING", "AGENT_ACTIVE"] as const;
const hourAhead = 60 * 60;

/** Every item of a filtered list passes the filter. */
function allPass(
  { pages, items }: Walk,
  member: string,
  passes: (value: unknown) => boolean,
): readonly Finding[] {
  for (const page of pages) control(page);
  const stray = items.find((item) => !passes(at(item, member)));
  const [page] = pages;
  if (stray === undefined || page === undefined) return [];
  return [
    {
      message: `A conversation is listed under a filter that it does not pass: ${page.call.purpose}`,
      expected: "only what passes the filter",
      actual: `${member} ${show(at(stray, member))}`,
      exchange: page,
    },
  ];
}

/** The recorded chat stands in a filtered list, or does not. */
function holds({ pages, items, whole }: Walk, { id }: Recorded, wanted: boolean): Finding[] {
  for (const page of pages) control(page);
  if (id === undefined) untestable("the session is not found among the conversations");
  const there = itemWith(items, id) !== undefined;
  const [page] = pages;
  if (there === wanted || page === undefined) return [];
  if (wanted && !whole) untestable("the list is too long to search");
  return [
    {
      message: `The session's conversation is ${wanted ? "missing" : "listed all the same"}: ${page.call.purpose}`,
      expected: wanted ? "it is listed" : "it is not listed",
      actual: there ? "it is listed" : "it is not listed",
      exchange: page,
    },
  ];
}

interface Times {
  readonly chat: Recorded;
  /** From an hour after the chat on. */
  readonly later: Walk;
  /** Until a minute before the run. */
  readonly earlier: Walk;
  /** From before the chat until an hour after it. */
  readonly around: Walk;
  /** From the chat's own second on. */
  readonly exactly: Walk;
}

const times: Probe<Times> = {
  name: "conversations by time",
  run: async (context) => {
    const chat = await context.use(recorded);
    const created = String(at(chat.item, "created_at"));
    control((await context.use(ownConversation)).control);
    const own = { channel: "api", start_time: chat.since };
    const ahead = shifted(created, hourAhead);
    return {
      chat,
      later: await listed(context, { start_time: ahead }),
      earlier: await listed(context, { end_time: chat.since }),
      around: await listed(context, { ...own, end_time: ahead }, 3),
      exactly: await listed(context, { channel: "api", start_time: shifted(created, 0) }, 3),
    };
  },
};

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

interface ByStatus {
  readonly chat: Recorded;
  readonly reading: Exchange;
  readonly lists: readonly (readonly [string, Walk])[];
  readonly own: Walk;
}

const byStatus: Probe<ByStatus> = {
  name: "conversations by status",
  run: async (context) => {
    const chat = await context.use(recorded);
    const reading = (await context.use(ownConversation)).control;
    const lists: (readonly [string, Walk])[] = [];
    for (const status of statuses) lists.push([status, await listed(context, { status })]);
    const filter = { status: statusOf(reading), channel: "api", start_time: chat.since };
    return { chat, reading, lists, own: await listed(context, filter, 3) };
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

const notBefore = (bound: string) => (value: unknown) =>
  Date.parse(String(value)) >= Date.parse(bound);
const notAfter = (bound: string) => (value: unknown) =>
  // A bound with whole seconds may include the whole of its second.
  Date.parse(String(value)) < Date.parse(bound) + 1000;

/** What the documentation promises of filters. */
export const conversationFilterChecks: readonly Check[] = [
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
  check("sarufi/conversations/every-status-is-accepted", byStatus, ({ lists }) =>
    lists.flatMap(([, { pages }]) => pages.flatMap((page) => refusedWith(page, [200]))),
  ),
  check("sarufi/conversations/status-filter-holds", byStatus, ({ chat, lists, own }) => [
    ...lists.flatMap(([status, list]) => allPass(list, "status", (value) => value === status)),
    ...holds(own, chat, true),
  ]),
  check("sarufi/conversations/start-time-bounds", times, ({ chat, later }) => [
    ...allPass(later, "created_at", notBefore(String(later.pages[0]?.call.query?.start_time))),
    ...holds(later, chat, false),
    ...allPass(chat.listing, "created_at", notBefore(chat.since)),
  ]),
  check("sarufi/conversations/end-time-bounds", times, ({ chat, earlier, around }) => [
    ...allPass(earlier, "created_at", notAfter(chat.since)),
    ...holds(earlier, chat, false),
    ...holds(around, chat, true),
  ]),
  check("sarufi/conversations/start-time-is-included", times, ({ chat, exactly }) =>
    holds(exactly, chat, true),
  ),
  check("sarufi/conversations/belong-to-their-chatbot", otherBot, ({ chat, read, list }) => [
    ...refusedWith(read, [404]),
    ...holds(
      { pages: [list], items: [at(control(list).json, "conversations")].flat(), whole: true },
      chat,
      false,
    ),
  ]),
];
