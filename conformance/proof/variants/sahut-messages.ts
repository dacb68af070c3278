import type { LooseAnswer } from "../../../server/contract/handlers.ts";
import { sahutDemo } from "../../../server/demo/sahut.ts";
import { arrayAt, isObject, type JsonObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { type Called, type Fault, handling, together } from "../fault/fault.ts";
import { withoutFixtures } from "../trial.ts";
import { variantsOf } from "./variant.ts";

const both = ["listMessages", "sendMessage"];
const invalid: LooseAnswer = {
  status: 422,
  body: { error: { code: "validation_error", message: "Not possible", status: 422 } },
};

/** Refuses messages, where a condition holds. */
const refused = (when: (body: JsonObject) => boolean): Fault =>
  handling("sendMessage", async (call, next) => (when(call.body) ? invalid : next(call)));

/** Changes every message of an answer. */
const messages = (change: (message: JsonObject) => unknown): Fault =>
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
const relisted = (change: (items: readonly unknown[]) => readonly unknown[]): Fault =>
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
function remembered(
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
const afterSending = (status: string): Fault =>
  handling("sendMessage", async (call, next, { updateConversation }) => {
    const answer = await next(call);
    const id = call.path.conversation_id ?? "";
    if (answer.status === 201)
      await updateConversation?.({ ...call, path: { id }, body: { status } });
    return answer;
  });

/** Notes are kept where the API does not show them. */
function hiddenNotes(): Fault {
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

const isWhatsapp = async (
  call: Called,
  getConversation: ((call: Called) => Promise<LooseAnswer>) | undefined,
): Promise<boolean> => {
  const id = call.path.conversation_id ?? "";
  const answer = await getConversation?.({ ...call, path: { id } });
  return at(answer?.body, "data", "channel", "type") === "whatsapp";
};

/** Free text goes to WhatsApp only within 24 hours of the customer's last message; our customers never write. */
const silentCustomers = (): Fault =>
  handling(["sendMessage", "createConversation"], async (call, next, { getConversation }) => {
    const isText = (message: unknown): boolean =>
      isObject(message) && typeof message.content === "string" && message.private !== true;
    const late =
      call.path.conversation_id === undefined
        ? call.body.channel_id === sahutDemo.whatsappChannelId && isText(call.body.message)
        : isText(call.body) && (await isWhatsapp(call, getConversation));
    return late ? invalid : next(call);
  });

const onWhatsapp: NonNullable<Parameters<typeof variantsOf>[1][string]["configure"]> = (
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
const keeping = (change: (content: string) => string): Fault =>
  handling("sendMessage", async (call, next) => {
    const { content } = call.body;
    if (typeof content !== "string") return next(call);
    return next({ ...call, body: { ...call.body, content: change(content) } });
  });

/** Lists private notes as activities. */
const activityNotes = (): Fault =>
  remembered(
    ({ body }) => body.private === true,
    (message) => ({
      ...message,
      type: "activity",
      sender: { type: "agent", id: "usr_01HX0Z7I1K3L5M", name: "Sari Dewi" },
    }),
  );

export const messageVariants = variantsOf("sahut", {
  "content-trimmed": {
    does: "White space at the ends of a message is taken away.",
    open: "M1",
    fault: () => keeping((content) => content.trim()),
  },
  "characters-decomposed": {
    does: "Letters are kept apart from their accents.",
    open: "Unicode: canonical equivalence",
    fault: () => keeping((content) => content.normalize("NFD")),
  },
  "characters-composed": {
    does: "Letters are kept together with their accents.",
    open: "Unicode: canonical equivalence",
    fault: () => keeping((content) => content.normalize("NFC")),
  },
  "empty-content-refused": {
    does: "A message without a character is refused.",
    open: "M1",
    fault: () => refused(({ content }) => content === ""),
  },
  "unknown-template-is-404": {
    does: "A template that does not exist is answered 404.",
    open: "M3",
    fault: () =>
      handling("sendMessage", async (call, next) => {
        const answer = await next(call);
        return answer.status === 422 && call.body.template_id !== undefined
          ? { status: 404, body: { error: { code: "not_found", message: "?", status: 404 } } }
          : answer;
      }),
  },
  "templates-on-whatsapp-only": {
    does: "A template goes to WhatsApp only.",
    open: "M3",
    fault: () =>
      handling("sendMessage", async (call, next, { getConversation }) =>
        call.body.template_id !== undefined && !(await isWhatsapp(call, getConversation))
          ? invalid
          : next(call),
      ),
  },
  "template-without-content": {
    does: "A template message has no content.",
    open: "M4",
    fault: () =>
      remembered(
        ({ body }) => body.template_id !== undefined,
        (message) => ({ ...message, content: null }),
      ),
  },
  "template-shown-by-its-id": {
    does: "The content of a template message is the template's id.",
    open: "M4",
    fault: () =>
      remembered(
        ({ body }) => body.template_id !== undefined,
        (message) => ({ ...message, content: "tmpl_order_confirmation" }),
      ),
  },
  "late-texts-refused": {
    does: "Free text on WhatsApp is refused when the customer has been silent for a day.",
    open: "M5",
    fault: silentCustomers,
  },
  "late-texts-refused-and-nothing-configured": {
    does: "The same, where the suite finds its channel itself.",
    open: "M5",
    fault: silentCustomers,
    configure: (target) => withoutFixtures(target, [...target.fixtures.keys()]),
  },
  "whatsapp-only": {
    does: "The same, where the only channel is WhatsApp, so that notes and templates are all that can be sent.",
    open: "M5",
    fault: silentCustomers,
    configure: onWhatsapp,
  },
  "notes-not-listed": {
    does: "Private notes are not in the list of messages.",
    open: "M6",
    fault: hiddenNotes,
  },
  "notes-not-listed-and-whatsapp-only": {
    does: "Private notes are not listed, and nothing else can be sent.",
    open: "M6",
    fault: () => together(silentCustomers(), hiddenNotes()),
    configure: onWhatsapp,
    takesAway: "texts, and notes in the list",
  },
  "notes-are-activities": {
    does: "A private note is listed as an activity of an agent.",
    open: "M6",
    fault: activityNotes,
  },
  "notes-are-activities-and-whatsapp-only": {
    does: "A private note is listed as an activity, and nothing else can be sent.",
    open: "M6",
    fault: () => together(silentCustomers(), activityNotes()),
    configure: onWhatsapp,
    takesAway: "texts, and notes that are outgoing",
  },
  "sent-by-an-agent": {
    does: "What is sent by key comes from an agent.",
    open: "M7",
    fault: () =>
      messages((message) =>
        message.type === "outgoing"
          ? { ...message, sender: { type: "agent", id: "usr_01HX0Z7I1K3L5M", name: "Sari Dewi" } }
          : message,
      ),
  },
  "sending-sets-pending": {
    does: "A conversation waits for the customer once something was sent.",
    open: "M8",
    fault: () => afterSending("pending"),
  },
  "sending-reopens": {
    does: "A conversation is open once something was sent.",
    open: "M8",
    fault: () => afterSending("open"),
  },
  "no-activities": {
    does: "Nothing that happens is recorded among the messages.",
    open: "M9",
    fault: () => relisted((items) => items.filter((item) => at(item, "type") !== "activity")),
  },
  "activities-have-senders": {
    does: "An activity names who caused it.",
    open: "M9",
    fault: () =>
      messages((message) =>
        message.type === "activity"
          ? { ...message, content: null, sender: { type: "bot", id: "bot_1", name: "Rules" } }
          : message,
      ),
  },
  "activities-without-the-member": {
    does: "An activity has no `sender`.",
    open: "M9",
    fault: () =>
      messages(({ sender, ...message }) =>
        message.type === "activity" ? message : { ...message, sender },
      ),
  },
  "files-without-a-text": {
    does: "A message that only carries files has no content.",
    open: "M10",
    fault: () =>
      messages((message) =>
        Array.isArray(message.attachments) && message.attachments.length > 0
          ? { ...message, content: null }
          : message,
      ),
  },
  "latest-first-within-a-second": {
    does: "Of messages of the same second the latest stands first.",
    open: "M11",
    fault: () =>
      relisted((items) =>
        items.toReversed().toSorted((a, b) => {
          const [one, other] = [String(at(a, "created_at")), String(at(b, "created_at"))];
          return one < other ? -1 : one > other ? 1 : 0;
        }),
      ),
  },
});
