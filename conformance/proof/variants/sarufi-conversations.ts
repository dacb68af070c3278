import { arrayAt, isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { edit } from "../fault/edit.ts";
import {
  around,
  arriving,
  asked,
  body,
  type Fault,
  handling,
  leaving,
  together,
} from "../fault/fault.ts";
import { reordered } from "./sarufi-lists.ts";
import { variantsOf } from "./variant.ts";

const list = "listConversations";
const get = "getConversation";
const history = "listConversationMessages";
const lists = [list, history, "listChatbots"];
const chat = ["createChatSession", "sendChatMessage"];

/** Changes every conversation over the API that is shown. */
const chats = (change: (conversation: Readonly<Record<string, unknown>>) => object): Fault => {
  const changed = (item: unknown): unknown =>
    isObject(item) && item.channel === "api" ? change(item) : item;
  return together(body(get, "", changed), body(list, "conversations.*", changed));
};

/** What the bot said, as a list, however many messages it is. */
const said = (response: unknown): readonly unknown[] =>
  isObject(response) && Array.isArray(response.messages) ? response.messages : [response];

const prefixed =
  (prefix: string) =>
  (id: unknown): unknown =>
    typeof id === "string" ? `${prefix}${id}` : id;

/** Bends page sizes to what is possible. */
const bent = (operation: string, most: number): Fault =>
  arriving(operation, ({ query }) => {
    const limit = Number(query.limit ?? 50);
    const bending = Number.isNaN(limit) ? 50 : Math.min(Math.max(limit, 1), most);
    return { query: { ...query, limit: String(bending) } };
  });

export const conversationVariants = variantsOf(
  "sarufi",
  {
    "chats-without-a-user": {
      does: "A conversation over the API says nothing of its user.",
      open: "R1",
      fault: () => chats(({ user_phone: _, contact_name: __, unread_count: ___, ...rest }) => rest),
    },
    "chats-with-a-made-up-user": {
      does: "A conversation over the API has a user that is called `API`.",
      open: "R1",
      fault: () =>
        chats((each) => ({ ...each, user_phone: "api:1", contact_name: "API", unread_count: 1 })),
    },
    "no-cursor-at-the-end": {
      does: "The last page has no `next_cursor`.",
      open: "G4",
      fault: () => body(lists, "next_cursor", (cursor) => cursor ?? undefined),
    },
    "an-empty-page-at-the-end": {
      does: "The last page is an empty one.",
      open: "G4",
      fault: () =>
        handling(list, async (call, next) => {
          if (call.query.cursor === "end")
            return { status: 200, body: { count: 0, conversations: [], next_cursor: null } };
          const answer = await next(call);
          return at(answer.body, "next_cursor") === null &&
            arrayAt(answer.body, "conversations").length > 0
            ? { ...answer, body: { ...answer.body, next_cursor: "end" } }
            : answer;
        }),
    },
    "limits-are-bent": {
      does: "A page size that is not possible is bent to one that is.",
      open: "G4",
      fault: () => together(bent(list, 67), bent(history, 67), bent("listChatbots", 100)),
    },
    "bad-cursor-starts-over": {
      does: "A cursor that nobody gave out leads to the first page.",
      open: "G2",
      fault: () =>
        handling(list, async (call, next) => {
          const answer = await next(call);
          const { cursor: _, ...query } = call.query;
          return answer.status === 400 ? next({ ...call, query }) : answer;
        }),
    },
    "list-refusals-are-422": {
      does: "What is wrong in a query is answered 422, with a list of problems.",
      open: "G2",
      fault: () =>
        leaving(lists, ({ status }) =>
          status === 400
            ? { status: 422, body: { detail: [{ loc: ["query", "cursor"], msg: "bad" }] } }
            : {},
        ),
    },
    "conversations-counted-whole": {
      does: "`count` of a list counts all pages.",
      open: "R4",
      fault: () => body(list, "count", () => 1000),
    },
    "utterances-counted": {
      does: "`count` of a history counts what was said on both sides.",
      open: "C4",
      fault: () => body(history, "count", (count) => Number(count) * 2),
    },
    "greeting-not-stored": {
      does: "The history begins with the user's first message.",
      open: "R2",
      fault: () =>
        handling(history, async (call, next) => {
          const { cursor, limit } = call.query;
          const query =
            cursor === undefined ? { ...call.query, limit: Number(limit) + 1 } : call.query;
          const answer = await next({ ...call, query });
          if (answer.status !== 200) return answer;
          const messages = arrayAt(answer.body, "messages")
            .filter((each) => at(each, "message") !== null)
            .slice(0, Number(limit));
          return { ...answer, body: { ...answer.body, messages, count: messages.length } };
        }),
    },
    "answers-in-parts": {
      does: "The answer in a history has its messages under `parts`.",
      open: "R3",
      fault: () => body(history, "messages.*.response", (response) => ({ parts: said(response) })),
    },
    "answers-cut-to-their-first": {
      does: "The answer in a history is the first text of it.",
      open: "R3",
      fault: () =>
        body(history, "messages.*.response", (response) => ({
          text: at(said(response)[0], "text"),
        })),
    },
    "oldest-conversations-first": {
      does: "The list of conversations begins with the oldest.",
      open: "G5",
      fault: () => reordered(list, "conversations", (items) => items.toReversed()),
    },
    "conversations-under-ids-of-their-own": {
      does: "A session's conversation has another id than the session.",
      open: "H2",
      fault: () =>
        handling([list, get, history], async (call, next) => {
          const { conversation_id, ...path } = call.path;
          const bare = conversation_id?.replace(/^conv_/, "");
          const answer = await next({
            ...call,
            path: { ...path, ...(bare !== undefined && { conversation_id: bare }) },
          });
          if (answer.status !== 200) return answer;
          const own = prefixed("conv_");
          const places = ["conversations.*.id", "messages.*.conversation_id"];
          const named = at(answer.body, "channel") === undefined ? places : ["id"];
          return {
            ...answer,
            body: Object(
              named.reduce<unknown>((json, place) => edit(json, place, own), answer.body),
            ),
          };
        }),
    },
    "sessions-under-ids-of-their-own": {
      does: "A session has another id than its conversation.",
      open: "H2",
      fault: () =>
        handling(chat, async (call, next) => {
          const { session_id, ...path } = call.path;
          const bare = session_id?.replace(/^sess_/, "");
          const answer = await next({
            ...call,
            path: { ...path, ...(bare !== undefined && { session_id: bare }) },
          });
          return answer.status < 300
            ? { ...answer, body: Object(edit(answer.body, "session_id", prefixed("sess_"))) }
            : answer;
        }),
    },
    "ids-in-any-case": {
      does: "Ids are understood in small letters, too.",
      open: "G6",
      fault: () =>
        asked("everywhere", ({ path }) => ({
          path: Object.fromEntries(
            Object.entries(path).map(([name, id]) => [
              name,
              /^01[a-z0-9]{24}$/.test(id) ? id.toUpperCase() : id,
            ]),
          ),
        })),
    },
    "unknown-status-finds-nothing": {
      does: "A status that there is not is one that no conversation has.",
      open: "G2",
      fault: () =>
        around(list, async ({ query }, proceed) => {
          const answer = await proceed();
          return answer.status === 422 && query.status !== undefined
            ? proceed({ query: { channel: "none" } })
            : answer;
        }),
    },
    "unknown-channel-refused": {
      does: "A channel that there is not is refused.",
      open: "R5",
      fault: () =>
        handling(list, async (call, next) =>
          ["api", "whatsapp", "web", "sms", undefined].some((one) => one === call.query.channel)
            ? next(call)
            : { status: 400, body: { detail: "There is no such channel" } },
        ),
    },
    "bad-times-ignored": {
      does: "What is no time filters nothing.",
      open: "R5",
      fault: () =>
        arriving(list, ({ query: { start_time, ...query } }) => ({
          query: {
            ...query,
            ...(Number.isNaN(Date.parse(start_time ?? "")) ? {} : { start_time }),
          },
        })),
    },
  },
  { features: true },
);
