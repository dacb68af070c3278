import { isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { edit } from "../fault/edit.ts";
import { around, arriving, asked, body, handling, leaving } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";

const say = "sendChatMessage";
const refusal = { status: 422, body: { detail: "Not possible" } };

/** Refuses messages, where a condition on the body holds. */
const refused = (when: (body: Readonly<Record<string, unknown>>) => boolean) =>
  handling(say, async (call, next) => (when(call.body) ? refusal : next(call)));

/** Puts something possible in place of a value, before it is checked. */
const lenient = (member: string, change: (value: unknown) => unknown) =>
  arriving(say, ({ body: message }) =>
    isObject(message) ? { body: edit(message, member, change) } : {},
  );

const hours = 60 * 60 * 1000;
const wallClock = (time: unknown, zone: string): string =>
  `${new Date(Date.parse(String(time)) + 3 * hours).toISOString().slice(0, 19)}${zone}`;

export const chatMutants = mutantsOf("sarufi", {
  "button-id-ignored": {
    breaks: "A message with a `button_id` is a button.",
    kills: ["sarufi/messages/button-id-decides-the-type"],
    fault: asked(say, ({ body: { button_id: _, ...rest } }) => ({ body: rest })),
  },
  "text-type-overrules-the-button": {
    breaks: "A message with a `button_id` is a button, whatever its type says.",
    kills: ["sarufi/messages/button-id-decides-the-type"],
    // The type is `text` where none is given, so only a click of type `button` is one.
    fault: asked(say, ({ body: { button_id, ...rest } }) => ({
      body: rest.message_type === "button" ? { ...rest, button_id } : rest,
    })),
  },
  "text-overrules-the-button": {
    breaks: "A message with a `button_id` is a button, whatever its text says.",
    kills: ["sarufi/messages/button-id-decides-the-type"],
    fault: asked(say, ({ body: { button_id, ...rest } }) => ({
      body: String(rest.message).toLowerCase() === button_id ? { ...rest, button_id } : rest,
    })),
  },
  "button-refused": {
    breaks: "A button of the greeting can be picked by its id.",
    kills: ["sarufi/messages/button-is-accepted"],
    fault: refused(
      ({ button_id, message_type }) => button_id !== undefined && message_type !== "button",
    ),
  },
  "button-type-refused": {
    breaks: "A picked button may be marked `message_type` `button`.",
    kills: ["sarufi/messages/button-type-is-accepted"],
    fault: refused(({ message_type }) => message_type === "button"),
  },
  "rows-refused": {
    breaks: "A button or list row of a reply can be picked by its id.",
    kills: ["sarufi/messages/choice-of-a-reply-is-accepted"],
    fault: refused(({ button_id }) => button_id === "hours"),
  },
  "text-type-refused": {
    breaks: "The type `text` may be named.",
    kills: ["sarufi/derived/sendChatMessage/body/message_type/accepts-text"],
    fault: refused(
      ({ message_type, button_id }) => message_type === "text" && button_id === undefined,
    ),
  },
  "null-button-refused": {
    breaks: "`button_id` may be null.",
    kills: ["sarufi/derived/sendChatMessage/body/button_id/accepts-null"],
    fault: refused(({ button_id }) => button_id === null),
  },
  "message-not-required": {
    breaks: "`message` is required.",
    kills: ["sarufi/derived/sendChatMessage/body/message/required"],
    fault: arriving(say, ({ body: message }) =>
      isObject(message) ? { body: { message: "", ...message } } : {},
    ),
  },
  "type-unchecked": {
    breaks: "`message_type` is `text` or `button`.",
    kills: ["sarufi/derived/sendChatMessage/body/message_type/enum"],
    fault: lenient("message_type", (type) =>
      typeof type !== "string" || type === "button" ? type : "text",
    ),
  },
  "type-may-be-a-number": {
    breaks: "`message_type` is a text.",
    kills: ["sarufi/derived/sendChatMessage/body/message_type/type"],
    fault: lenient("message_type", (type) => (typeof type === "number" ? "text" : type)),
  },
  "message-may-be-a-number": {
    breaks: "`message` is a text.",
    kills: ["sarufi/derived/sendChatMessage/body/message/type"],
    fault: lenient("message", (message) => (typeof message === "number" ? `${message}` : message)),
  },
  "button-may-be-a-number": {
    breaks: "`button_id` is a text.",
    kills: ["sarufi/derived/sendChatMessage/body/button_id/type"],
    fault: lenient("button_id", (id) => (typeof id === "number" ? `${id}` : id)),
  },
  "4097-characters-accepted": {
    breaks: "A message has at most 4096 characters.",
    kills: ["sarufi/derived/sendChatMessage/body/message/maxLength"],
    fault: lenient("message", (message) =>
      typeof message === "string" ? message.slice(0, 4096) : message,
    ),
  },
  "4096-characters-refused": {
    breaks: "A message may have 4096 characters.",
    kills: ["sarufi/derived/sendChatMessage/body/message/accepts-maxLength"],
    fault: refused(({ message }) => typeof message === "string" && message.length >= 4096),
  },
  "long-message-crashes": {
    breaks: "A message that is too long is refused, and no server error.",
    kills: [
      "sarufi/derived/sendChatMessage/body/message/maxLength",
      "sarufi/derived/sendChatMessage/no-server-error",
    ],
    fault: around(say, async ({ body: message }, proceed) =>
      String(at(message, "message")).length === 4097
        ? { status: 500, body: { detail: "Message processing failed" }, headers: {} }
        : proceed(),
    ),
  },
  "broken-json-crashes": {
    breaks: "A body that is not JSON is refused, and no server error.",
    kills: ["sarufi/errors/broken-json-is-refused"],
    fault: around(say, async (arrival, proceed) =>
      arrival.body === undefined
        ? { status: 500, body: { detail: "Message processing failed" }, headers: {} }
        : proceed(),
    ),
  },
  "broken-json-accepted": {
    breaks: "A body that is not JSON is refused.",
    kills: ["sarufi/errors/broken-json-is-refused"],
    fault: arriving(say, (arrival) =>
      arrival.body === undefined ? { body: { message: "" } } : {},
    ),
  },
  "count-is-always-0": {
    breaks: "`messages_count` counts at least the messages of the reply.",
    kills: ["sarufi/messages/count-covers-the-reply"],
    fault: body(say, "messages_count", () => 0),
  },
  "count-one-too-low": {
    breaks: "`messages_count` counts at least the messages of the reply.",
    kills: ["sarufi/messages/count-covers-the-reply"],
    fault: body(say, "messages_count", (count) => Math.max(0, Number(count) - 1)),
  },
  "reply-time-is-local": {
    breaks: "A reply's `timestamp` is the time at which it was given, in UTC.",
    kills: ["sarufi/timestamps/reply-is-now"],
    fault: body(say, "timestamp", (time) => wallClock(time, "Z")),
  },
  "reply-time-with-offset": {
    breaks: "Timestamps are in UTC.",
    kills: ["sarufi/timestamps/are-utc"],
    only: "all",
    fault: body(say, "timestamp", (time) => wallClock(time, "+03:00")),
  },
  "reply-time-without-zone": {
    breaks: "Timestamps are in UTC.",
    kills: ["sarufi/derived/sendChatMessage/success-body"],
    fault: body(say, "timestamp", (time) => wallClock(time, "")),
  },
  "replies-are-accepted-for-later": {
    breaks: "A reply is produced at once, with 200.",
    kills: ["sarufi/derived/sendChatMessage/documented-status"],
    fault: leaving(say, ({ status }) => (status === 200 ? { status: 202 } : {})),
  },
});
