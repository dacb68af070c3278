import { type Check, observe } from "../check.ts";
import { control, isSuccess } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { send, sentMessage } from "./dialogue.ts";
import { statusOf } from "./observed.ts";
import { ownConversation } from "./own-conversation.ts";

/** Two megabytes, in characters. */
const large = 2 * 1024 * 1024;

/** A body that hardly anybody takes. Its contact does not exist, so that nothing comes of it where it is read. */
const largeBody: Probe<{ readonly exchange: Exchange }> = {
  name: "a large body",
  run: async (context) => {
    const { call } = (await context.use(ownConversation)).control;
    const message = { content: "a".repeat(large) };
    const body = { ...Object(call.body), contact_id: "ct_00CONCORDAT000", message };
    return {
      // As a call of no operation: no other promise is judged by it, and no report shows it.
      exchange: await context.send({
        operationId: undefined,
        raw: { method: "POST", path: "/conversations" },
        body,
        purpose: "a body of two megabytes",
      }),
    };
  },
};

/** Lengths that are tried, the longest first. WhatsApp itself takes 4 096 characters. */
const lengths = [70_000, 5_000] as const;

/** Long notes, which the customer never sees, until one is accepted. */
const longNotes: Probe<readonly Exchange[]> = {
  name: "long notes",
  run: async (context) => {
    const first = (await context.use(sentMessage)).control;
    control(first);
    const notes: Exchange[] = [];
    for (const length of lengths) {
      const body = { content: "a".repeat(length), private: true };
      const id = first.call.path?.conversation_id ?? "";
      const note = await send(context, id, body, `a note of ${length} characters`);
      notes.push(note);
      if (note.response !== undefined && isSuccess(note.response)) break;
    }
    return notes;
  },
};

const outcomeOf = (exchange: Exchange): string =>
  exchange.response === undefined ? (exchange.failure ?? "no answer") : statusOf(exchange);

/** What the documentation leaves open of sizes: recorded, never judged. */
export const sizeSilentPoints: readonly Check[] = [
  observe("sahut/silent/too-large-a-body", largeBody, ({ exchange }) => outcomeOf(exchange)),
  observe("sahut/silent/longest-content", longNotes, (notes) =>
    notes.map((note, place) => `${lengths[place]} characters: ${outcomeOf(note)}`).join(", "),
  ),
];
