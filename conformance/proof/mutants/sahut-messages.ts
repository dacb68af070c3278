import { sahutDemo } from "../../../server/demo/sahut.ts";
import { arrayAt, isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { around, asked, body, handling } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";

/** Keeps another text than was sent. */
const keeping = (change: (content: string) => string) =>
  asked("sendMessage", ({ body: message }) =>
    typeof message.content === "string"
      ? { body: { ...message, content: change(message.content) } }
      : {},
  );

const escapes: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };
const sent: unknown[] = [];

export const messageMutants = mutantsOf("sahut", {
  "spaces-collapsed": {
    breaks: "A message's content is listed as it was sent, with its lines.",
    kills: ["sahut/messages/content-is-kept-as-sent"],
    fault: keeping((content) => content.replaceAll(/\s+/g, " ")),
  },
  "content-escaped": {
    breaks: "A message's content is listed as it was sent, not as HTML.",
    kills: ["sahut/messages/content-is-kept-as-sent"],
    fault: keeping((content) => content.replaceAll(/[<>&]/g, (each) => escapes[each] ?? each)),
  },
  "emoji-lost": {
    breaks: "A message's content is listed as it was sent, in every script.",
    kills: ["sahut/messages/content-is-kept-as-sent"],
    fault: keeping((content) => content.replaceAll(/[\u{10000}-\u{10ffff}]/gu, "?")),
  },
  "beyond-latin-1-lost": {
    breaks: "A message's content is listed as it was sent, in every script.",
    kills: ["sahut/messages/content-is-kept-as-sent"],
    fault: keeping((content) => Buffer.from(content, "latin1").toString("latin1")),
  },
  "sent-message-comes-in": {
    breaks: "A message of the team has the type `outgoing`.",
    kills: ["sahut/messages/sent-message-is-outgoing"],
    fault: body("listMessages", "data.*.type", (type) => (type === "outgoing" ? "incoming" : type)),
  },
  "sent-message-is-lost": {
    breaks: "A message that was sent is in the conversation's list.",
    kills: ["sahut/messages/sent-message-is-listed"],
    fault: body("listMessages", "data", (data) =>
      Array.isArray(data) ? data.filter((each) => at(each, "type") !== "outgoing") : data,
    ),
  },
  "said-twice": {
    breaks: "A message is said once for each time its sending was accepted.",
    kills: ["sahut/messages/said-once-and-only-if-accepted"],
    fault: handling("sendMessage", async (call, next) => {
      await next(call);
      return next(call);
    }),
  },
  "refused-and-said": {
    breaks: "A message whose sending was refused is not said.",
    kills: ["sahut/messages/said-once-and-only-if-accepted"],
    only: "all",
    fault: around("sendMessage", async (arrival, proceed) => {
      const answer = await proceed();
      const content = at(arrival.body, "content");
      const refused = answer.status >= 400 && answer.status < 500;
      // It is kept before the key is looked at.
      if (refused && typeof content === "string")
        await proceed({ body: { content }, authorization: `Bearer ${sahutDemo.key}` });
      return answer;
    }),
  },
  "newest-first": {
    breaks: "Messages are listed oldest first.",
    kills: ["sahut/messages/oldest-first"],
    fault: body("listMessages", "data", (data) => (Array.isArray(data) ? data.toReversed() : data)),
  },
  "messages-without-order": {
    breaks: "Messages are listed oldest first.",
    kills: ["sahut/messages/oldest-first"],
    only: "all",
    fault: body("listMessages", "data", (data) =>
      Array.isArray(data)
        ? data.toSorted((a, b) => String(at(b, "content")).length - String(at(a, "content")).length)
        : data,
    ),
  },
  "second-page-repeats-the-first": {
    breaks: "The pages of the message list continue each other.",
    kills: ["sahut/messages/pages-continue-each-other"],
    fault: handling("listMessages", async (call, next) => {
      const first = await next({ ...call, query: { ...call.query, page: 1 } });
      const own = await next(call);
      return { ...own, body: { ...own.body, data: arrayAt(first.body, "data") } };
    }),
  },
  "messages-leak": {
    breaks: "A message stands in the conversation it was sent in and in no other.",
    kills: ["sahut/messages/stay-in-their-conversation"],
    fault: handling("listMessages", async (call, next) => {
      const answer = await next(call);
      const data = arrayAt(answer.body, "data");
      const ids = sent.map((message) => at(message, "id"));
      const own = data.filter((message) => !ids.includes(at(message, "id")));
      sent.push(...own);
      return answer.status === 200
        ? { ...answer, body: { ...answer.body, data: [...sent] } }
        : answer;
    }),
  },
  "outgoing-from-the-contact": {
    breaks: "An outgoing message is an agent's or a bot's.",
    kills: ["sahut/messages/sender-fits-the-type"],
    fault: body("listMessages", "data.*", (message) =>
      isObject(message) && message.type === "outgoing"
        ? { ...message, sender: { type: "contact", id: "ct_01HX3C0L4N6P8Q", name: "Budi" } }
        : message,
    ),
  },
  "incoming-from-an-agent": {
    breaks: "An incoming message is a contact's.",
    kills: ["sahut/messages/sender-fits-the-type"],
    fault: body("listMessages", "data.*", (message) =>
      isObject(message) && message.type === "incoming"
        ? { ...message, sender: { type: "agent", id: "usr_01HX0Z7I1K3L5M", name: "Sari Dewi" } }
        : message,
    ),
  },
  "ids-by-the-second": {
    breaks: "Every message has an id of its own.",
    kills: ["sahut/messages/ids-are-unique"],
    fault: body(["listMessages"], "data.*", (message) =>
      isObject(message) ? { ...message, id: `msg_${String(message.created_at)}` } : message,
    ),
  },
  "neither-content-nor-template": {
    breaks: "A message has a content or a template.",
    kills: ["sahut/derived/sendMessage/body/anyOf"],
    fault: around("sendMessage", ({ body: message }, proceed) =>
      isObject(message) && message.template_id === undefined
        ? proceed({ body: { content: "", ...message } })
        : proceed(),
    ),
  },
  "notes-are-refused": {
    breaks: "A message can be sent as a private note.",
    kills: ["sahut/messages/private-note-is-accepted"],
    fault: handling("sendMessage", async (call, next) =>
      call.body.private === true
        ? {
            status: 422,
            body: { error: { code: "validation_error", message: "No notes", status: 422 } },
          }
        : next(call),
    ),
  },
  "unknown-template-accepted": {
    breaks: "A template that does not exist is refused.",
    kills: ["sahut/messages/unknown-template-is-refused"],
    fault: handling("sendMessage", async (call, next) => {
      const answer = await next(call);
      const { template_id } = call.body;
      if (answer.status !== 422 || typeof template_id !== "string") return answer;
      return next({ ...call, body: { content: template_id } });
    }),
  },
  "templates-need-content": {
    breaks: "A template is sent without content.",
    kills: ["sahut/messages/template-is-accepted"],
    fault: handling("sendMessage", async (call, next) =>
      call.body.template_id !== undefined && call.body.content === undefined
        ? {
            status: 422,
            body: { error: { code: "validation_error", message: "No content", status: 422 } },
          }
        : next(call),
    ),
  },
  "answer-shows-another-text": {
    breaks: "The answer to a sent message shows the message as it was sent.",
    kills: ["sahut/messages/answer-shows-the-message"],
    fault: body("sendMessage", "data.content", (content) => `${String(content).slice(0, 20)}…`),
  },
  "answer-comes-in": {
    breaks: "The answer to a sent message shows it as outgoing.",
    kills: ["sahut/messages/answer-shows-the-message"],
    fault: body("sendMessage", "data.type", () => "incoming"),
  },
  "sending-is-answered-with-the-id": {
    breaks: "The answer to a sent message is the message.",
    kills: ["sahut/derived/sendMessage/success-shape"],
    fault: body("sendMessage", "data", (data) => ({ id: at(data, "id") })),
  },
  "attachments-null": {
    breaks: "`attachments` is an empty list when there are none.",
    kills: ["sahut/derived/listMessages/success-body"],
    only: "all",
    fault: body("listMessages", "data.*.attachments", () => null),
  },
  "attachment-without-type": {
    breaks: "An attachment has its `content_type`.",
    kills: ["sahut/derived/listMessages/success-body"],
    only: "all",
    fault: body("listMessages", "data.*.attachments.*.content_type", () => undefined),
  },
  "notes-have-a-type-of-their-own": {
    breaks: "A message is incoming, outgoing or an activity.",
    kills: ["sahut/derived/listMessages/success-body"],
    only: "all",
    fault: body("listMessages", "data.*", (message) =>
      isObject(message) && message.content === "Catatan." ? { ...message, type: "note" } : message,
    ),
  },
  "messages-without-time": {
    breaks: "A message has its `created_at`, as in the example.",
    kills: ["sahut/derived/listMessages/success-shape"],
    only: "all",
    fault: body("listMessages", "data.*.created_at", () => undefined),
  },
});
