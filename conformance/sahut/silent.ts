import { type Check, observe } from "../check.ts";
import { answered, at, control, isSuccess, listAt, show, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { assigning } from "./assignment.ts";
import { dialogue, sentMessage, tricky } from "./dialogue.ts";
import { stray } from "./envelope.ts";
import { change, largestPage, ownConversation, ownId, pastTheLastPage } from "./inbox.ts";

const status = (exchange: Exchange): string => `answers ${answered(exchange).status}`;

/** Requests that are sent only to see what happens. */
const curiosities: Probe<{
  readonly emptyChange: Exchange;
  readonly emptyText: Exchange;
  readonly unknownChannel: Exchange;
}> = {
  name: "what is not documented",
  run: async (context) => {
    const id = await ownId(context);
    return {
      emptyChange: await change(context, id, {}, "a change of nothing"),
      emptyText: await context.send({
        operationId: "sendMessage",
        path: { conversation_id: id },
        body: { content: "", private: true },
        purpose: "an empty note",
      }),
      unknownChannel: await context.send({
        operationId: "listConversations",
        query: { channel_id: "ch_00CONCORDAT000" },
        purpose: "an unknown channel",
      }),
    };
  },
};

/** The order of a list, by the timestamps of its items. */
function orderOf(page: Exchange): string {
  const items = listAt(page, "data");
  for (const member of ["updated_at", "created_at"]) {
    const times = items.map((item) => Date.parse(String(at(item, member))));
    if (times.every((time, i) => time <= (times[i - 1] ?? time))) return `${member}, latest first`;
    if (times.every((time, i) => time >= (times[i - 1] ?? time)))
      return `${member}, earliest first`;
  }
  return "neither by created_at nor by updated_at";
}

/** What the documentation leaves open: recorded, never judged. */
export const silentPoints: readonly Check[] = [
  observe("sahut/silent/create-status", ownConversation, ({ control: made }) => status(made)),
  observe("sahut/silent/send-status", sentMessage, ({ control: sent }) => status(sent)),
  observe(
    "sahut/silent/new-conversation-status",
    ownConversation,
    ({ control: made }) => `is ${show(at(control(made).json, "data", "status"))}`,
  ),
  observe("sahut/silent/list-order", largestPage, ({ page }) => orderOf(page)),
  observe("sahut/silent/past-the-last-page", pastTheLastPage, ({ past }) => status(past)),
  observe("sahut/silent/empty-change", curiosities, ({ emptyChange }) => status(emptyChange)),
  observe("sahut/silent/empty-content", curiosities, ({ emptyText }) => status(emptyText)),
  observe("sahut/silent/white-space-around-content", dialogue, ({ second, list }) => {
    const id = textAt(second, "data", "id");
    const content = at(
      listAt(list, "data").find((message) => at(message, "id") === id),
      "content",
    );
    return typeof content === "string" && content.startsWith(tricky.slice(0, 3))
      ? "kept"
      : "taken away";
  }),
  observe("sahut/silent/filter-by-unknown-channel", curiosities, ({ unknownChannel: exchange }) =>
    isSuccess(answered(exchange)) ? `lists ${listAt(exchange, "data").length}` : status(exchange),
  ),
  observe("sahut/silent/no-assignee", assigning, ({ nobody }) => {
    const data = at(control(nobody.after).json, "data");
    return `assignee is ${at(data, "assignee") === undefined ? "absent" : show(at(data, "assignee"))}`;
  }),
  observe("sahut/silent/sender-of-api-messages", dialogue, ({ first, list }) => {
    const id = at(first.response?.json, "data", "id");
    const sent = listAt(list, "data").find((message) => at(message, "id") === id);
    return `sender.type is ${show(at(sent, "sender", "type"))}`;
  }),
  observe("sahut/silent/broken-json-status", stray, ({ brokenJson }) => status(brokenJson)),
  observe("sahut/silent/other-media-type", stray, ({ otherType }) => status(otherType)),
  observe("sahut/silent/unknown-route", stray, ({ unknownRoute }) => status(unknownRoute)),
  observe("sahut/silent/unknown-method", stray, ({ unknownMethod }) => status(unknownMethod)),
];
