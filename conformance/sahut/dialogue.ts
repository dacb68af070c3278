import { at, control, isSuccess } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { ownId, readableId } from "./own-conversation.ts";

/** The messages of a conversation, asked for nothing else. */
export const messageList: ControlProbe = {
  name: "the messages of our conversation",
  run: async (context) => ({
    control: await context.send({
      operationId: "listMessages",
      purpose: "the messages, no parameter",
      path: { conversation_id: await readableId(context) },
    }),
  }),
};

/** Sends a message to a conversation. */
export const send = (
  context: ProbeContext,
  conversation_id: string,
  body: unknown,
  purpose: string,
): Promise<Exchange> =>
  context.send({ operationId: "sendMessage", path: { conversation_id }, body, purpose });

/**
 * A text in our own conversation. Free text may be refused on WhatsApp when the customer has been silent for a day, and
 * ours has said nothing; a private note never leaves the house, so it stands in then.
 */
export const sentMessage: ControlProbe = {
  name: "a message in our conversation",
  run: async (context) => {
    const id = await ownId(context);
    const content = `Halo dari Concordat (${context.tag}).`;
    const text = await send(context, id, { content }, "a text message");
    if (text.response === undefined || isSuccess(text.response)) return { control: text };
    const note = await send(context, id, { content, private: true }, "a private note");
    return { control: note.response && isSuccess(note.response) ? note : text };
  },
};

/** What a server that folds, escapes, miscounts or cuts off at 255 would change. */
export const tricky = `  Baris satu\nbaris "dua" <b>&amp;</b> — ñ e\u0301 你好 🙏🏽 1/2 %20 \\ {{x}} ${"Terima kasih telah menunggu. ".repeat(9)}\n`;

/** Whether two texts read the same. That white space at the ends and code points survive is not documented. */
export const sameText = (one: unknown, other: string): boolean =>
  typeof one === "string" && one.trim().normalize() === other.trim().normalize();

export interface Dialogue {
  readonly first: Exchange;
  readonly second: Exchange;
  readonly third: Exchange;
  readonly list: Exchange;
  readonly pages: readonly [Exchange, Exchange];
}

/** Three messages, the last at least a second later, and the list that holds them. */
export const dialogue: Probe<Dialogue> = {
  name: "three messages and their list",
  run: async (context) => {
    const first = (await context.use(sentMessage)).control;
    control(first);
    const conversation_id = first.call.path?.conversation_id ?? "";
    const note = at(first.call.body, "private") === true ? { private: true } : {};
    const say = (content: string, purpose: string): Promise<Exchange> =>
      send(context, conversation_id, { ...note, content }, purpose);
    const list = (query: Record<string, string>, purpose: string): Promise<Exchange> =>
      context.send({ operationId: "listMessages", path: { conversation_id }, query, purpose });
    const second = await say(tricky, "a message with every kind of character");
    // Timestamps have whole seconds, and the order within one second is not documented.
    const elapsed = context.clock.now().getTime() - Date.parse(second.startedAt);
    await context.clock.sleep(Math.max(0, 1100 - elapsed));
    const third = await say("Terima kasih.", "a message a second later");
    return {
      first,
      second,
      third,
      list: await list({ per_page: "100" }, "all messages on one page"),
      pages: [
        await list({ per_page: "1", page: "1" }, "the first message alone"),
        await list({ per_page: "1", page: "2" }, "the second message alone"),
      ],
    };
  },
};
