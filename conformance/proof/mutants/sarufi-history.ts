import { isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { body, handling } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";
import { neverReads, overlooks } from "./sarufi-tampering.ts";

const list = "listConversationMessages";

/** Makes a page of messages anew, with the `count` to fit. */
const paged = (change: (messages: readonly unknown[], cursor: unknown) => readonly unknown[]) =>
  handling(list, async (call, next) => {
    const answer = await next(call);
    const given = at(answer.body, "messages");
    if (!Array.isArray(given)) return answer;
    const messages = change(given, call.query.cursor);
    return { ...answer, body: { ...answer.body, messages, count: messages.length } };
  });

export const historyMutants = mutantsOf(
  "sarufi",
  {
    "history-in-one-page": {
      breaks: "A page has no more messages than `limit` says.",
      kills: ["sarufi/history/limit-holds"],
      fault: neverReads(list, "limit"),
    },
    "history-without-cursor": {
      breaks: "`cursor` leads to the next messages.",
      kills: ["sarufi/history/pages-do-not-overlap", "sarufi/history/pages-leave-nothing-out"],
      fault: overlooks(list, "cursor"),
    },
    "history-skips": {
      breaks: "Every message is on a page.",
      kills: ["sarufi/history/pages-leave-nothing-out"],
      fault: paged((messages, cursor) => (cursor === undefined ? messages : messages.slice(1))),
    },
    "history-ends-early": {
      breaks: "A page that is not the last one names a cursor.",
      kills: ["sarufi/history/pages-leave-nothing-out"],
      fault: body(list, "next_cursor", () => null),
    },
    "history-not-counted": {
      breaks: "`count` is how many messages there are.",
      kills: ["sarufi/history/count-covers-the-page"],
      fault: body(list, "count", () => 0),
    },
    "history-newest-first": {
      breaks: "A conversation's messages are listed oldest first.",
      kills: ["sarufi/history/oldest-first"],
      fault: paged((messages) => messages.toReversed()),
    },
    "history-without-answers": {
      breaks: "The history has what the bot answered.",
      kills: ["sarufi/history/holds-the-answers", "sarufi/history/record-is-an-exchange"],
      fault: body(list, "messages.*.response", () => null),
    },
    "history-without-messages": {
      breaks: "The history has what the user said.",
      kills: ["sarufi/sessions/history-is-kept"],
      fault: body(list, "messages.*.message", () => null),
    },
    "history-by-utterance": {
      breaks: "A record has a message and the answer to it.",
      kills: ["sarufi/history/record-is-an-exchange"],
      fault: paged((messages) =>
        messages.flatMap((each) =>
          isObject(each)
            ? [
                { ...each, response: null },
                { ...each, id: `${String(each.id)}X`, message: null },
              ]
            : [each],
        ),
      ),
    },
    "history-lags": {
      breaks: "A message is in the history once it was answered.",
      kills: ["sarufi/sessions/history-is-kept"],
      fault: paged((messages) => messages.slice(0, -1)),
    },
    "history-of-another-conversation": {
      breaks: "A message names its conversation.",
      kills: ["sarufi/history/names-its-conversation"],
      fault: body(list, "messages.*.conversation_id", (id) => `${String(id).slice(0, -1)}?`),
    },
    "history-by-humans": {
      breaks: "What the bot answered was answered by the bot.",
      kills: ["sarufi/history/the-bot-answers"],
      fault: body(list, "messages.*.responder", () => "HUMAN"),
    },
    "api-chats-not-kept": {
      breaks: "What is said over the API is kept.",
      kills: ["sarufi/sessions/history-is-kept"],
      fault: body(list, "messages", () => []),
    },
  },
  { features: true, only: ["sarufi/history", "sarufi/sessions/history-is-kept"] },
);
