import { type Check, check } from "../check.ts";
import { at, control, isSuccess, listAt, show } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { missingFixture, untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { ownHistory, ownPath, type Recorded, recorded, textsOf } from "./conversations.ts";
import { complete, counted, disjoint, third, type Walk, walk, withinLimit } from "./walk.ts";

/** The chat, and all that is kept of it. */
interface History {
  readonly chat: Recorded;
  readonly page: Exchange;
  readonly small: Walk;
}

export const history: Probe<History> = {
  name: "a chat's history",
  run: async (context) => {
    const chat = await context.use(recorded);
    const page = (await context.use(ownHistory)).control;
    const length = listAt(page, "messages").length;
    const small = await walk(
      context,
      {
        operationId: "listConversationMessages",
        items: "messages",
        path: await ownPath(context),
        query: { limit: third(length) },
        purpose: "the messages of a session",
      },
      5,
    );
    return { chat, page, small };
  },
};

/** A text stands somewhere in what is kept; in which form, the documentation shows for plain texts only. */
const mentions = (value: unknown, text: string): boolean =>
  JSON.stringify(value ?? null).includes(JSON.stringify(text).slice(1, -1));

/** The records in which the user says a text. */
const recordsOf = (page: Exchange, text: string): readonly unknown[] =>
  listAt(page, "messages").filter((record) => mentions(at(record, "message"), text));

/** The texts of a reply. */
function repliesTo(reply: Exchange): readonly string[] {
  if (reply.response === undefined || !isSuccess(reply.response)) return [];
  return listAt(reply, "messages").flatMap((message) => {
    const text = at(message, "text");
    return typeof text === "string" && text.trim() !== "" ? [text] : [];
  });
}

function mustHaveSpoken(chat: Recorded): readonly string[] {
  const texts = textsOf(chat);
  return texts.length > 0
    ? texts
    : missingFixture("button_id", "the chatbot's flow takes no free text");
}

/** The replies that hold a text, each with what it answers. */
function mustHaveAnswered({ said }: Recorded): readonly (readonly [string, readonly string[]])[] {
  const answers = said
    .map((reply) => [String(at(reply.call.body, "message")), repliesTo(reply)] as const)
    .filter(([, replies]) => replies.length > 0);
  return answers.length > 0
    ? answers
    : missingFixture("button_id", "the chatbot's flow answers a free text without a text");
}

const heldIn = (records: readonly unknown[], replies: readonly string[]): boolean =>
  records.some((record) => replies.some((reply) => mentions(at(record, "response"), reply)));

/** What the documentation promises of a conversation's messages. */
export const historyChecks: readonly Check[] = [
  check("sarufi/sessions/history-is-kept", history, ({ chat, page }) =>
    mustHaveSpoken(chat)
      .filter((text) => recordsOf(page, text).length === 0)
      .map((text) => ({
        message: "What was said in a chat is not among its messages",
        expected: `a record whose message holds ${show(text)}`,
        actual: `${listAt(page, "messages").length} records without it`,
        exchange: page,
      })),
  ),
  check("sarufi/history/holds-the-answers", history, ({ chat, page }) =>
    mustHaveAnswered(chat)
      .filter(([, replies]) => !heldIn(listAt(page, "messages"), replies))
      .map(([, replies]) => ({
        message: "What the bot answered is not among the messages",
        expected: `a record whose response holds ${show(replies[0])}`,
        actual: `${listAt(page, "messages").length} records without it`,
        exchange: page,
      })),
  ),
  check("sarufi/history/record-is-an-exchange", history, ({ chat, page }) =>
    mustHaveAnswered(chat)
      .filter(([text, replies]) => !heldIn(recordsOf(page, text), replies))
      .map(([text, replies]) => ({
        message: "What was said and what was answered are not one record",
        expected: `${show(replies[0])} as the response to ${show(text)}`,
        actual: show(recordsOf(page, text).map((record) => at(record, "response"))),
        exchange: page,
      })),
  ),
  check("sarufi/history/oldest-first", history, ({ chat, page }) => {
    const records = listAt(page, "messages");
    const places = mustHaveSpoken(chat).map((text) =>
      records.findIndex((record) => mentions(at(record, "message"), text)),
    );
    const received = records.map((record) => Date.parse(String(at(record, "received_at"))));
    const rising = (values: readonly number[]): boolean =>
      values.every((value, place) => place === 0 || value >= (values[place - 1] ?? value));
    if (records.length < 2)
      missingFixture("button_id", "the chatbot's flow takes no two texts in a chat");
    if (rising(places) && rising(received)) return [];
    return [
      {
        message: "The messages of a conversation do not come oldest first",
        expected: "what was said first stands first",
        actual: `texts at ${places.join(", ")}; received ${records.map((r) => at(r, "received_at")).join(", ")}`,
        exchange: page,
      },
    ];
  }),
  check("sarufi/history/names-its-conversation", ownHistory, ({ control: page }) => {
    const expected = page.call.path?.conversation_id;
    const stray = listAt(page, "messages").find((each) => at(each, "conversation_id") !== expected);
    if (stray === undefined) return [];
    return [
      {
        message: "A message names another conversation than the one it was asked of",
        expected: show(expected),
        actual: show(at(stray, "conversation_id")),
        exchange: page,
      },
    ];
  }),
  check("sarufi/history/the-bot-answers", history, ({ chat, page }) => {
    const records = mustHaveSpoken(chat).flatMap((text) => recordsOf(page, text));
    if (records.length === 0) untestable("what was said is not among the messages");
    const stray = records.find((record) => at(record, "responder") !== "BOT");
    if (stray === undefined) return [];
    return [
      {
        message: "A chat with the bot has another responder",
        expected: "BOT",
        actual: show(at(stray, "responder")),
        exchange: page,
      },
    ];
  }),
  check("sarufi/history/count-covers-the-page", ownHistory, ({ control: page }) =>
    counted(page, "messages"),
  ),
  check("sarufi/history/limit-holds", history, ({ small }) => withinLimit(small, "messages")),
  check("sarufi/history/pages-do-not-overlap", history, ({ small }) => disjoint(small)),
  check("sarufi/history/pages-leave-nothing-out", history, ({ page, small }) => {
    control(page);
    return complete(small, { pages: [page], items: listAt(page, "messages"), whole: true });
  }),
];
