import { type Check, observe, observeAll } from "../check.ts";
import { answered, at, control, isSuccess, listAt, show, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { second } from "./creating.ts";
import { dialogue, messageList, send } from "./dialogue.ts";
import { privateNote, template, unknownTemplate } from "./notes-and-templates.ts";
import { statusOf } from "./observed.ts";
import { ownId, read } from "./own-conversation.ts";

interface After {
  readonly before: Exchange;
  readonly sent: Exchange;
  readonly after: Exchange;
}

/** The second conversation before and after a message, which is sent at least a second after the conversation began. */
const afterMessage: Probe<After> = {
  name: "a conversation before and after a message",
  run: async (context) => {
    const { reading: before, messages } = await context.use(second);
    const id = textAt(before, "data", "id");
    const elapsed = context.clock.now().getTime() - Date.parse(messages.startedAt);
    await context.clock.sleep(Math.max(0, 1100 - elapsed));
    const sent = await send(context, id, { content: "Halo lagi." }, "a message to look after");
    return { before, sent, after: await read(context, id, "after a message") };
  },
};

/** A private note, and the list that may hold it. */
const noteInList: Probe<{ readonly note: Exchange; readonly list: Exchange }> = {
  name: "a private note and the list",
  run: async (context) => {
    const { note } = await context.use(privateNote);
    return { note, list: (await context.use(dialogue)).list };
  },
};

/** A message that is both a text and a template; a note, so that nobody gets it. */
const bothAtOnce: Probe<{ readonly exchange: Exchange }> = {
  name: "text and template at once",
  run: async (context) => {
    const [template_id] = await context.fixture("template_id");
    const body = { content: "Halo.", template_id, private: true };
    return { exchange: await send(context, await ownId(context), body, "text and template") };
  },
};

/** A member of the conversation before the message and after it. */
function beforeAndAfter({ before, sent, after }: After, member: string): readonly unknown[] {
  control(sent);
  return [before, after].map((reading) => at(control(reading).json, "data", member));
}

/** Every message that a run has seen in a list. */
const seen = (exchanges: readonly Exchange[]): readonly unknown[] =>
  exchanges
    .filter(({ call, response }) => call.operationId === "listMessages" && response !== undefined)
    .flatMap(({ response }) => at(response?.json, "data") ?? []);

/** What the documentation leaves open of messages: recorded, never judged. */
export const messageSilentPoints: readonly Check[] = [
  observe("sahut/silent/text-and-template", bothAtOnce, ({ exchange }) => statusOf(exchange)),
  observe("sahut/silent/status-of-unknown-template", unknownTemplate, ({ exchange }) =>
    statusOf(exchange),
  ),
  observe("sahut/silent/content-of-a-template-message", template, ({ sent }) =>
    isSuccess(answered(sent)) ? show(at(sent.response?.json, "data", "content")) : statusOf(sent),
  ),
  observe("sahut/silent/note-in-the-list", noteInList, ({ note, list }) => {
    const id = at(control(note).json, "data", "id");
    const found = listAt(list, "data").find((message) => at(message, "id") === id);
    return found === undefined ? "is not listed" : `is listed as ${show(at(found, "type"))}`;
  }),
  observe("sahut/silent/status-after-a-message", afterMessage, (evidence) => {
    const [before, after] = beforeAndAfter(evidence, "status");
    return `${show(before)} becomes ${show(after)}`;
  }),
  observe("sahut/silent/update-time-after-a-message", afterMessage, (evidence) => {
    const [before, after] = beforeAndAfter(evidence, "updated_at");
    return before === after ? "updated_at stays" : "updated_at moves";
  }),
  observeAll("sahut/silent/activities", [messageList], (exchanges) => {
    const activities = seen(exchanges).filter((message) => at(message, "type") === "activity");
    const senders = activities.map((message) => show(at(message, "sender")));
    return `${activities.length} seen, sent by ${[...new Set(senders)].join(", ") || "nobody"}`;
  }),
  observeAll("sahut/silent/files-without-text", [messageList], (exchanges) => {
    const bare = seen(exchanges).filter(
      (message) =>
        at(message, "attachments", 0) !== undefined && !String(at(message, "content") ?? ""),
    );
    const contents = new Set(bare.map((message) => show(at(message, "content"))));
    return [...contents].join(", ") || "none seen";
  }),
  observe("sahut/silent/order-within-a-second", dialogue, ({ first, second: next, list }) => {
    const messages = listAt(list, "data");
    const [one, other] = [first, next].map((sent) =>
      messages.findIndex((message) => at(message, "id") === at(sent.response?.json, "data", "id")),
    );
    if (one === undefined || other === undefined || one < 0 || other < 0)
      return untestable("the messages are not listed");
    const times = [one, other].map((place) => at(messages[place], "created_at"));
    if (times[0] !== times[1]) return "not seen: the two have different times";
    return one < other ? "as they were sent" : "otherwise than they were sent";
  }),
];
