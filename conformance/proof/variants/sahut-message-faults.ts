import type { LooseAnswer } from "../../../server/contract/handlers.ts";
import { sahutDemo } from "../../../server/demo/sahut.ts";
import { arrayAt, isObject, type JsonObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { type Called, type Fault, handling } from "../fault/fault.ts";
import { invalid } from "./sahut-problem.ts";
import type { variantsOf } from "./variant.ts";

const both = ["listMessages", "sendMessage"];

/** Refuses messages, where a condition holds. */
export const refused = (when: (body: JsonObject) => boolean): Fault =>
  handling("sendMessage", async (call, next) => (when(call.body) ? invalid : next(call)));

/** Changes every message of an answer. */
export const messages = (change: (message: JsonObject) => unknown): Fault =>
  handling(both, async (call, next) => {
    const answer = await next(call);
    const data = at(answer.body, "data");
    const changed = Array.isArray(data)
      ? data.map((message) => (isObject(message) ? change(message) : message))
      : isObject(data)
        ? change(data)
        : data;
    return answer.status < 300 ? { ...answer, body: { ...answer.body, data: changed } } : answer;
  });

/** A message list of the variant's own making. */
export const relisted = (change: (items: readonly unknown[]) => readonly unknown[]): Fault =>
  handling("listMessages", async (call, next) => {
    const [page, perPage] = [Number(call.query.page), Number(call.query.per_page)];
    const whole: unknown[] = [];
    for (let number = 1; ; number += 1) {
      const answer = await next({ ...call, query: { page: number, per_page: 100 } });
      if (answer.status !== 200) return answer;
      const data = arrayAt(answer.body, "data");
      if (data.length === 0) break;
      whole.push(...data);
    }
    const list = change(whole);
    return {
      status: 200,
      body: {
        data: list.slice((page - 1) * perPage, page * perPage),
        meta: {
          total: list.length,
          page,
          per_page: perPage,
          total_pages: Math.ceil(list.length / perPage),
        },
      },
    };
  });

/** Remembers the ids of the messages that were sent in a certain way. */
export function remembered(
  which: (call: Called) => boolean,
  change: (message: JsonObject) => unknown,
): Fault {
  const ids = new Set<unknown>();
  return handling(both, async (call, next) => {
    const answer = await next(call);
    if (call.path.conversation_id !== undefined && which(call))
      ids.add(at(answer.body, "data", "id"));
    const edit = (message: unknown): unknown =>
      isObject(message) && ids.has(message.id) ? change(message) : message;
    const data = at(answer.body, "data");
    if (answer.status >= 300) return answer;
    return {
      ...answer,
      body: { ...answer.body, data: Array.isArray(data) ? data.map(edit) : edit(data) },
    };
  });
}

/** Changes the conversation after something was sent in it. */
export const afterSending = (status: string): Fault =>
  handling("sendMessage", async (call, next, { updateConversation }) => {
    const answer = await next(call);
    const id = call.path.conversation_id ?? "";
    if (answer.status === 201)
      await updateConversation?.({ ...call, path: { id }, body: { status } });
    return answer;
  });

/** Notes are kept where the API does not show them. */
export function hiddenNotes(): Fault {
  const notes = new Set<unknown>();
  const list = relisted((items) => items.filter((item) => !notes.has(at(item, "id"))));
  const watch = handling("sendMessage", async (call, next) => {
    const answer = await next(call);
    if (call.body.private === true) notes.add(at(answer.body, "data", "id"));
    return answer;
  });
  return {
    handlers: (api, table) => watch.handlers?.(api, list.handlers?.(api, table) ?? table) ?? table,
  };
}

export const isWhatsapp = async (
  call: Called,
  getConversation: ((call: Called) => Promise<LooseAnswer>) | undefined,
): Promise<boolean> => {
  const id = call.path.conversation_id ?? "";
  const answer = await getConversation?.({ ...call, path: { id } });
  return at(answer?.body, "data", "channel", "type") === "whatsapp";
};

/** Free text goes to WhatsApp only within 24 hours of the customer's last message; our customers never write. */
export const silentCustomers = (): Fault =>
  handling(["sendMessage", "createConversation"], async (call, next, { getConversation }) => {
    const isText = (message: unknown): boolean =>
      isObject(message) && typeof message.content === "string" && message.private !== true;
    const late =
      call.path.conversation_id === undefined
        ? call.body.channel_id === sahutDemo.whatsappChannelId && isText(call.body.message)
        : isText(call.body) && (await isWhatsapp(call, getConversation));
    return late ? invalid : next(call);
  });

export const onWhatsapp: NonNullable<Parameters<typeof variantsOf>[1][string]["configure"]> = (
  target,
) => ({
  ...target,
  fixtures: new Map([
    ...target.fixtures,
    ["contact_id", [sahutDemo.whatsappContactId]],
    ["channel_id", [sahutDemo.whatsappChannelId]],
  ]),
});

/** Keeps another text than was sent. */
export const keeping = (change: (content: string) => string): Fault =>
  handling("sendMessage", async (call, next) => {
    const { content } = call.body;
    if (typeof content !== "string") return next(call);
    return next({ ...call, body: { ...call.body, content: change(content) } });
  });

/** Lists private notes as activities. */
export const activityNotes = (): Fault =>
  remembered(
    ({ body }) => body.private === true,
    (message) => ({
      ...message,
      type: "activity",
      sender: { type: "agent", id: "usr_01HX0Z7I1K3L5M", name: "Sari Dewi" },
    }),
  );
