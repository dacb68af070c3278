import { type Check, observe } from "../check.ts";
import { answered, at, control, isSuccess, listAt, show } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { paged } from "./conversation-reading.ts";
import {
  conversationList,
  ownConversation,
  ownHistory,
  recorded,
  shifted,
} from "./conversations.ts";
import { status } from "./silent-general.ts";
import { itemWith } from "./walk.ts";

interface Queries {
  readonly unknownName: Exchange;
  readonly offset: Exchange;
  readonly badTime: Exchange;
  readonly reversed: Exchange;
  readonly unknownChannel: Exchange;
  readonly unknownCursor: Exchange;
  readonly lowerCase: Exchange;
}

/** Queries that are sent only to see what happens. */
const queries: Probe<Queries> = {
  name: "queries that are not documented",
  run: async ({ send, use }) => {
    const { call } = (await use(conversationList)).control;
    const own = (await use(ownConversation)).control;
    const { since } = await use(recorded);
    const ask = (query: Readonly<Record<string, string>>, purpose: string): Promise<Exchange> =>
      send({ ...call, query, purpose });
    const lower = (own.call.path?.conversation_id ?? "").toLowerCase();
    return {
      unknownName: await ask({ concordat: "1" }, "a parameter that is not documented"),
      offset: await ask({ end_time: "2020-01-01T03:00:00+03:00" }, "a bound of another offset"),
      badTime: await ask({ start_time: "yesterday" }, "a start_time that is no time"),
      reversed: await ask(
        { start_time: since, end_time: shifted(since, -3600) },
        "an end before the start",
      ),
      unknownChannel: await ask({ channel: "concordat" }, "an unknown channel"),
      unknownCursor: await ask({ cursor: "concordat" }, "a cursor that no list gave"),
      lowerCase: await send({
        ...own.call,
        path: { ...own.call.path, conversation_id: lower },
        purpose: "the conversation's id in lower case",
      }),
    };
  },
};

const expiredConversation: Probe<{ readonly reading: Exchange }> = {
  name: "the conversation of an expired session",
  run: async (context: ProbeContext) => {
    const [conversation_id] = await context.fixture("expired_session_id");
    const { call } = (await context.use(ownConversation)).control;
    const path = { ...call.path, conversation_id };
    const purpose = "the conversation of an expired session";
    return { reading: await context.send({ ...call, path, purpose }) };
  },
};

/** How many conversations an answer lists, or its status. */
function found(exchange: Exchange): string {
  const list = at(answered(exchange).json, "conversations");
  return Array.isArray(list) ? `lists ${list.length}` : status(exchange);
}

/** Which way a member goes along a list. */
export function order(items: readonly unknown[], member: string): string {
  const times = items.map((item) => Date.parse(String(at(item, member))));
  const goes = (fits: (one: number, next: number) => boolean): boolean =>
    times.every((time, place) => place === 0 || fits(times[place - 1] ?? time, time));
  if (times.length < 2) return "too short to tell";
  if (goes((one, next) => one >= next)) return `by ${member}, the newest first`;
  return goes((one, next) => one <= next) ? `by ${member}, the oldest first` : `not by ${member}`;
}

const membersOf = (value: unknown): string =>
  value === null || value === undefined ? "none" : Object.keys(Object(value)).join(", ") || "empty";

/** What the documentation leaves open of conversations: recorded, never judged. */
export const conversationSilentPoints: readonly Check[] = [
  observe("sarufi/silent/last-cursor", paged, ({ whole }) => {
    const [page] = whole.pages;
    const cursor = at(control(page).json, "next_cursor");
    return cursor === undefined ? "is absent" : `is ${show(cursor)}`;
  }),
  observe("sarufi/silent/order-of-conversations", conversationList, ({ control: page }) =>
    order(listAt(page, "conversations"), "created_at"),
  ),
  observe("sarufi/silent/case-of-ids", queries, ({ lowerCase }) => status(lowerCase)),
  observe("sarufi/silent/words-of-other-refusals", queries, ({ lowerCase }) =>
    isSuccess(answered(lowerCase)) ? "none seen" : show(at(answered(lowerCase).json, "detail")),
  ),
  observe("sarufi/silent/status-of-an-expired-session", expiredConversation, ({ reading }) =>
    isSuccess(answered(reading)) ? show(at(reading.response?.json, "status")) : status(reading),
  ),
  observe("sarufi/silent/session-as-a-conversation", recorded, ({ id, sessionId }) => {
    if (id === undefined) untestable("the session is not found among the conversations");
    return id === sessionId ? "the same id" : "an id of its own";
  }),
  observe("sarufi/silent/user-of-a-chat", ownConversation, ({ control: reading }) => {
    const { json } = control(reading);
    return ["user_phone", "contact_name", "unread_count"]
      .map((member) => `${member} ${show(at(json, member))}`)
      .join(", ");
  }),
  observe("sarufi/silent/greeting-in-the-history", ownHistory, ({ control: page }) =>
    at(listAt(page, "messages")[0], "message") === null
      ? "a record without a message"
      : "not as a record of its own",
  ),
  observe("sarufi/silent/form-of-a-record", ownHistory, ({ control: page }) => {
    const last = listAt(page, "messages").at(-1);
    return `message: ${membersOf(at(last, "message"))}; response: ${membersOf(at(last, "response"))}`;
  }),
  observe("sarufi/silent/meaning-of-count", ownHistory, ({ control: page }) => {
    const { length } = listAt(page, "messages");
    return `${show(at(control(page).json, "count"))} for ${length} records`;
  }),
  observe("sarufi/silent/statuses-of-messages", ownHistory, ({ control: page }) =>
    [...new Set(listAt(page, "messages").map((each) => String(at(each, "status"))))].join(", "),
  ),
  observe("sarufi/silent/unknown-parameter", queries, ({ unknownName }) => status(unknownName)),
  observe("sarufi/silent/offset-of-a-bound", queries, ({ offset }) => found(offset)),
  observe("sarufi/silent/bad-time", queries, ({ badTime }) => found(badTime)),
  observe("sarufi/silent/reversed-times", queries, ({ reversed }) => found(reversed)),
  observe("sarufi/silent/unknown-channel", queries, ({ unknownChannel }) => found(unknownChannel)),
  observe("sarufi/silent/unknown-cursor", queries, ({ unknownCursor }) => found(unknownCursor)),
  {
    id: "sarufi/silent/end-time-is-included",
    probes: [recorded, paged],
    judge: ({ evidence }) => {
      const { id = "" } = evidence(recorded);
      const { items } = evidence(paged).whole;
      return { observed: itemWith(items, id) === undefined ? "it does not" : "it does" };
    },
  },
];
