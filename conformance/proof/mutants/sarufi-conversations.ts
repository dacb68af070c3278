import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import { arrayAt } from "../../contract/json.ts";
import { arriving, asked, body, handling } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";
import { laterBy, neverReads, openToStrangers, overlooks, where } from "./sarufi-tampering.ts";

const list = "listConversations";
const get = "getConversation";
const { chatbotId, otherChatbotId } = sarufiDemo;

/** Filters by another status than the one that was asked for. */
const statusMixedUp = (wanted: string, served: string) =>
  asked(list, ({ query }) =>
    query.status === wanted ? { query: { ...query, status: served } } : {},
  );

/** Begins every page with the last conversation of the page that was served before. */
function repeating() {
  let last: unknown;
  return handling(list, async (call, next) => {
    const answer = await next(call);
    const conversations = arrayAt(answer.body, "conversations");
    const before = last;
    last = conversations.at(-1);
    return call.query.cursor === undefined || before === undefined
      ? answer
      : {
          ...answer,
          body: { ...answer.body, conversations: [before, ...conversations.slice(0, -1)] },
        };
  });
}

export const conversationMutants = mutantsOf(
  "sarufi",
  {
    "channel-not-filtered": {
      breaks: "`channel` leaves out the conversations of other channels.",
      kills: ["sarufi/conversations/channel-filter-holds"],
      fault: overlooks(list, "channel"),
    },
    "channel-api-not-filtered": {
      breaks: "`channel` leaves out other channels also where it is `api`.",
      kills: ["sarufi/conversations/channel-filter-holds"],
      fault: asked(list, ({ query }) =>
        query.channel === "api" ? { query: { ...query, channel: undefined } } : {},
      ),
    },
    "chats-under-other-channels": {
      breaks: "A conversation over the API is in the list of no other channel.",
      kills: ["sarufi/sessions/channel-isolation"],
      only: ["sarufi/sessions/channel-isolation"],
      fault: handling(list, async (call, next) => {
        if (call.query.channel !== "whatsapp") return next(call);
        const own = await next(call);
        const more = await next({ ...call, query: { ...call.query, channel: "api" } });
        const conversations = [own, more].flatMap(({ body: page }) =>
          arrayAt(page, "conversations").map(
            where(({ channel }) => channel === "api", { channel: "whatsapp" }),
          ),
        );
        const whole = { ...own.body, conversations };
        return { ...own, body: own.status === 200 ? whole : Object(own.body) };
      }),
    },
    "chats-listed-as-web": {
      breaks: "A conversation over the API is on the channel `api`.",
      kills: [
        "sarufi/conversations/channel-filter-holds",
        "sarufi/conversations/reads-as-it-is-listed",
      ],
      fault: body(
        list,
        "conversations.*",
        where(({ channel }) => channel === "api", { channel: "web" }),
      ),
    },
    "chats-read-as-web": {
      breaks: "A conversation over the API is on the channel `api` where it is read, too.",
      kills: ["sarufi/conversations/reads-as-it-is-listed"],
      fault: body(get, "channel", () => "web"),
    },
    "status-not-filtered": {
      breaks: "`status` leaves out conversations with another.",
      kills: ["sarufi/conversations/status-filter-holds"],
      fault: overlooks(list, "status"),
    },
    "waiting-listed-as-served": {
      breaks: "`HANDOFF_PENDING` and `AGENT_ACTIVE` are two.",
      kills: ["sarufi/conversations/status-filter-holds"],
      fault: statusMixedUp("HANDOFF_PENDING", "AGENT_ACTIVE"),
    },
    "start-not-filtered": {
      breaks: "`start_time` leaves out what was created before.",
      kills: ["sarufi/conversations/start-time-bounds"],
      fault: overlooks(list, "start_time"),
    },
    "end-not-filtered": {
      breaks: "`end_time` leaves out what was created after.",
      kills: ["sarufi/conversations/end-time-bounds"],
      fault: overlooks(list, "end_time"),
    },
    "start-left-out": {
      breaks: "`start_time` includes what was created at that time.",
      kills: ["sarufi/conversations/start-time-is-included"],
      fault: asked(list, ({ query }) =>
        query.start_time === undefined
          ? {}
          : { query: { ...query, start_time: laterBy(1 / 3600)(query.start_time) } },
      ),
    },
    "end-left-out": {
      breaks: "`end_time` includes what was created at that time.",
      kills: ["sarufi/conversations/end-time-is-included"],
      fault: asked(list, ({ query }) =>
        query.end_time === undefined
          ? {}
          : { query: { ...query, end_time: laterBy(-1 / 3600)(query.end_time) } },
      ),
    },
    "conversations-in-one-page": {
      breaks: "A page has no more conversations than `limit` says.",
      kills: ["sarufi/conversations/limit-holds"],
      fault: neverReads(list, "limit"),
    },
    "conversations-67-by-default": {
      breaks: "A page has 50 conversations unless asked otherwise.",
      kills: ["sarufi/conversations/default-page-of-50"],
      fault: arriving(list, ({ query }) => ({ query: { limit: "67", ...query } })),
    },
    "conversations-without-cursor": {
      breaks: "`cursor` leads to the next page.",
      kills: [
        "sarufi/conversations/pages-do-not-overlap",
        "sarufi/conversations/pages-leave-nothing-out",
      ],
      fault: overlooks(list, "cursor"),
    },
    "conversations-repeated": {
      breaks: "No conversation is on two pages.",
      kills: ["sarufi/conversations/pages-do-not-overlap"],
      fault: repeating(),
    },
    "conversations-skipped": {
      breaks: "Every conversation is on a page.",
      kills: ["sarufi/conversations/pages-leave-nothing-out"],
      fault: handling(list, async (call, next) => {
        const answer = await next(call);
        const conversations = arrayAt(answer.body, "conversations").slice(1);
        return call.query.cursor === undefined || answer.status !== 200
          ? answer
          : { ...answer, body: { ...answer.body, conversations, count: conversations.length } };
      }),
    },
    "conversations-end-early": {
      breaks: "A page that is not the last one names a cursor.",
      kills: ["sarufi/conversations/pages-leave-nothing-out"],
      fault: body(list, "next_cursor", () => null),
    },
    "conversations-not-counted": {
      breaks: "`count` is how many conversations there are.",
      kills: ["sarufi/conversations/count-covers-the-page"],
      fault: body(list, "count", () => 0),
    },
    "conversation-of-another-chatbot": {
      breaks: "A conversation names its chatbot.",
      kills: ["sarufi/conversations/name-their-chatbot"],
      fault: body(get, "chatbot_id", () => otherChatbotId),
    },
    "conversation-under-any-chatbot": {
      breaks: "A conversation does not exist under another chatbot.",
      kills: [
        "sarufi/conversations/belong-to-their-chatbot",
        "sarufi/derived/getConversation/path/chatbot_id/unknown",
      ],
      only: ["sarufi/conversations", "sarufi/derived/getConversation"],
      fault: asked(get, ({ path }) => ({ path: { ...path, chatbot_id: chatbotId } })),
    },
    "conversations-of-another-chatbot": {
      breaks: "A chatbot's list has no conversations of another.",
      kills: ["sarufi/conversations/belong-to-their-chatbot"],
      fault: asked(list, ({ path }) =>
        path.chatbot_id === otherChatbotId ? { path: { chatbot_id: chatbotId } } : {},
      ),
    },
    "conversation-made-in-local-time": {
      breaks: "A conversation was created when its session was.",
      kills: ["sarufi/conversations/created-with-the-session"],
      fault: body(get, "created_at", laterBy(3)),
    },
    "chats-not-recorded": {
      breaks: "A session is among the conversations of its chatbot.",
      kills: ["sarufi/conversations/hold-chat-sessions"],
      fault: body(
        list,
        "conversations.*",
        where(({ channel }) => channel === "api", undefined),
      ),
    },
    ...Object.fromEntries(
      [list, get, "listConversationMessages"].map((operation) => [
        `${operation}-by-another-workspace`,
        {
          breaks: "A key reaches no conversation of another workspace.",
          kills: ["sarufi/keys/conversations-are-apart"] as const,
          only: ["sarufi/keys/conversations-are-apart"],
          fault: openToStrangers(operation),
        },
      ]),
    ),
  },
  { features: true, only: ["sarufi/conversations"] },
);
