import { type Check, observe } from "../check.ts";
import { answered, at, control, isSuccess, listAt, show, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { assigning } from "./assignment.ts";
import { dialogue, sentMessage, tricky } from "./dialogue.ts";
import { brokenJson, stray } from "./envelope.ts";
import { largestPage } from "./inbox.ts";
import { orderOf, statusOf } from "./observed.ts";
import { change, ownConversation, ownId } from "./own-conversation.ts";
import { pastTheLastPage } from "./past-the-last.ts";

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

/** What the documentation leaves open: recorded, never judged. */
export const silentPoints: readonly Check[] = [
  observe("sahut/silent/create-status", ownConversation, ({ control: made }) => statusOf(made)),
  observe("sahut/silent/send-status", sentMessage, ({ control: sent }) => statusOf(sent)),
  observe(
    "sahut/silent/new-conversation-status",
    ownConversation,
    ({ control: made }) => `is ${show(at(control(made).json, "data", "status"))}`,
  ),
  observe("sahut/silent/list-order", largestPage, ({ page }) => orderOf(page)),
  observe("sahut/silent/past-the-last-page", pastTheLastPage, ({ past }) => statusOf(past)),
  observe("sahut/silent/empty-change", curiosities, ({ emptyChange }) => statusOf(emptyChange)),
  observe("sahut/silent/empty-content", curiosities, ({ emptyText }) => statusOf(emptyText)),
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
    isSuccess(answered(exchange)) ? `lists ${listAt(exchange, "data").length}` : statusOf(exchange),
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
  observe("sahut/silent/broken-json-status", brokenJson, ({ exchange }) => statusOf(exchange)),
  observe("sahut/silent/other-media-type", stray, ({ otherType }) => statusOf(otherType)),
  observe("sahut/silent/unknown-route", stray, ({ unknownRoute }) => statusOf(unknownRoute)),
  observe("sahut/silent/unknown-method", stray, ({ unknownMethod }) => statusOf(unknownMethod)),
];
