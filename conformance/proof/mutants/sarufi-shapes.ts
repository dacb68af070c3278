import { isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { body, errorBody, leaving } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";

const both = ["createChatSession", "sendChatMessage"];
const started = "sarufi/derived/createChatSession";
const replied = "sarufi/derived/sendChatMessage";

export const shapeMutants = mutantsOf("sarufi", {
  "unknown-message-type": {
    breaks: "A message has one of the seven types.",
    kills: [`${started}/success-body`],
    fault: body(both, "messages.*.type", (type) => (type === "buttons" ? "quick_replies" : type)),
  },
  "second-message-without-text": {
    breaks: "A message with buttons has a text.",
    kills: [`${started}/success-body`],
    fault: body("createChatSession", "messages.1.text", () => undefined),
  },
  "text-is-null": {
    breaks: "The text of a message is a text.",
    kills: [`${replied}/success-body`],
    fault: body("sendChatMessage", "messages.0.text", () => null),
  },
  "second-button-without-title": {
    breaks: "Every button has an id and a title.",
    kills: [`${started}/success-body`],
    fault: body("createChatSession", "messages.*.buttons.1.title", () => undefined),
  },
  "buttons-have-payloads": {
    breaks: "A button's id is called `id`.",
    kills: [`${started}/success-body`],
    fault: body("createChatSession", "messages.*.buttons.*", (button) => ({
      payload: at(button, "id"),
      title: at(button, "title"),
    })),
  },
  "rows-without-sections": {
    breaks: "A list has sections, and a section has rows.",
    kills: [`${replied}/success-body`],
    only: "all",
    fault: body("sendChatMessage", "messages.*", (message) =>
      isObject(message) && message.type === "list"
        ? { ...message, sections: undefined, rows: at(message, "sections", 0, "rows") }
        : message,
    ),
  },
  "row-without-id": {
    breaks: "Every row of a list has an id, not only the first.",
    kills: [`${replied}/success-body`],
    only: "all",
    fault: body("sendChatMessage", "messages.*.sections.*.rows.1.id", () => undefined),
  },
  "list-without-button-text": {
    breaks: "A list has a `button_text`.",
    kills: [`${replied}/success-body`],
    only: "all",
    fault: body("sendChatMessage", "messages.*", (message) =>
      isObject(message) && message.type === "list"
        ? { ...message, button_text: undefined }
        : message,
    ),
  },
  "section-without-title": {
    breaks: "A section has a title, as in the examples.",
    kills: [`${replied}/success-shape`],
    only: "all",
    fault: body("sendChatMessage", "messages.*.sections.*.title", () => undefined),
  },
  "greeting-has-a-section-without-title": {
    breaks: "A section of a greeting's list has a title, as in the examples.",
    kills: [`${started}/success-shape`],
    fault: body("createChatSession", "messages", (messages) => [
      ...[messages].flat(),
      { type: "list", text: "More", button_text: "View", sections: [{ rows: [] }] },
    ]),
  },
  "channel-is-web": {
    breaks: "The channel of a session is always `api`.",
    kills: [`${started}/success-body`],
    fault: body("createChatSession", "channel", () => "web"),
  },
  "session-id-is-a-number": {
    breaks: "`session_id` is a text.",
    kills: [`${replied}/success-body`],
    fault: body("sendChatMessage", "session_id", () => 17),
  },
  "one-message-is-no-list": {
    breaks: "`messages` is a list, also when it is one.",
    kills: [`${replied}/success-body`],
    only: "all",
    fault: body("sendChatMessage", "messages", (messages) =>
      Array.isArray(messages) && messages.length === 1 ? messages[0] : messages,
    ),
  },
  "messages-are-texts": {
    breaks: "A message is an object with a type.",
    kills: [`${started}/success-body`],
    fault: body("createChatSession", "messages.*", (message) => at(message, "text")),
  },
  "greeting-missing": {
    breaks: "A session has `messages`, the greeting.",
    kills: [`${started}/success-body`],
    fault: body("createChatSession", "messages", () => undefined),
  },
  "state-missing": {
    breaks: "A reply has its `current_state`.",
    kills: [`${replied}/success-body`],
    fault: body("sendChatMessage", "current_state", () => undefined),
  },
  "count-is-a-text": {
    breaks: "`messages_count` is a number.",
    kills: [`${replied}/success-body`],
    fault: body("sendChatMessage", "messages_count", String),
  },
  "reply-in-an-envelope": {
    breaks: "The reply is the body itself.",
    kills: [`${replied}/success-body`],
    fault: body("sendChatMessage", "", (data) => ({ data })),
  },
  "session-times-are-numbers": {
    breaks: "Timestamps are ISO 8601.",
    kills: [`${started}/success-body`],
    fault: body("createChatSession", "created_at", (time) => Date.parse(String(time))),
  },
  "created-is-ok": {
    breaks: "A new session is answered 201.",
    kills: [`${started}/documented-status`],
    fault: leaving("createChatSession", ({ status }) => (status === 201 ? { status: 200 } : {})),
  },
  "errors-have-messages": {
    breaks: "An error body has `detail`.",
    kills: [`${replied}/refusal-body`],
    fault: errorBody(both, "", (answer) => ({ message: at(answer, "detail") })),
  },
  "detail-is-an-object": {
    breaks: "`detail` of a 404 is a text.",
    kills: [`${started}/refusal-body`],
    only: "all",
    fault: errorBody(both, "detail", (text) => ({ text }), 404),
  },
  "errors-are-web-pages": {
    breaks: "An error is JSON.",
    kills: [`${replied}/media-type`, `${started}/media-type`],
    only: "all",
    fault: leaving(both, ({ status }) =>
      status >= 400
        ? { body: "<!doctype html><h1>Error</h1>", headers: { "content-type": "text/html" } }
        : {},
    ),
  },
});
