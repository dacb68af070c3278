import { isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { around, body, errorBody, leaving } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";

const hours = 60 * 60 * 1000;
const reading = ["listConversations", "getConversation"];

/** The clock on the wall in Jakarta, seven hours ahead, with any zone behind it. */
const wallClock = (time: unknown, zone: string): string =>
  `${new Date(Date.parse(String(time)) + 7 * hours).toISOString().slice(0, 19)}${zone}`;

const page = "<!doctype html><title>Error</title><h1>Something went wrong</h1>";

export const answerMutants = mutantsOf("sahut", {
  "not-found-is-null": {
    breaks: "An unknown id is answered 404, and not 200 with null.",
    kills: ["sahut/derived/getConversation/path/id/unknown"],
    fault: leaving("getConversation", ({ status }) =>
      status === 404 ? { status: 200, body: { data: null } } : {},
    ),
  },
  "not-found-crashes": {
    breaks: "An unknown id is answered 404, and not 500.",
    kills: [
      "sahut/derived/getConversation/path/id/unknown",
      "sahut/derived/getConversation/no-server-error",
    ],
    fault: leaving("getConversation", ({ status }) =>
      status === 404
        ? { status: 500, body: { error: { code: "server_error", message: "?", status: 500 } } }
        : {},
    ),
  },
  "messages-of-nothing-are-none": {
    breaks: "The messages of an unknown conversation are answered 404, and not with an empty list.",
    kills: ["sahut/derived/listMessages/path/conversation_id/unknown"],
    fault: leaving("listMessages", ({ status }) =>
      status === 404
        ? {
            status: 200,
            body: { data: [], meta: { total: 0, page: 1, per_page: 50, total_pages: 0 } },
          }
        : {},
    ),
  },
  "broken-json-crashes": {
    breaks: "A body that is not JSON is refused, and no server error.",
    kills: ["sahut/envelope/broken-json-is-refused"],
    fault: around("createConversation", async (arrival, proceed) =>
      arrival.body === undefined
        ? {
            status: 500,
            body: { error: { code: "server_error", message: "Unexpected end", status: 500 } },
            headers: {},
          }
        : proceed(),
    ),
  },
  "broken-json-is-an-empty-body": {
    breaks: "A body that is not JSON is refused.",
    kills: ["sahut/envelope/broken-json-is-refused"],
    fault: around("createConversation", async (arrival, proceed) =>
      arrival.body === undefined ? { status: 200, body: { data: {} }, headers: {} } : proceed(),
    ),
  },
  "wrong-type-crashes": {
    breaks: "A value of another type may be refused or not; it is no server error.",
    kills: ["sahut/derived/sendMessage/no-server-error"],
    only: "all",
    fault: around("sendMessage", async (arrival, proceed) => {
      const content = at(arrival.body, "content");
      return content === undefined || typeof content === "string"
        ? proceed()
        : {
            status: 500,
            body: { error: { code: "server_error", message: "trim is no function", status: 500 } },
            headers: {},
          };
    }),
  },
  "errors-are-web-pages": {
    breaks: "An error is a JSON object with `error`.",
    kills: [
      "sahut/derived/getConversation/media-type",
      "sahut/derived/getConversation/refusal-body",
      "sahut/envelope/broken-json-is-refused",
    ],
    fault: leaving("everywhere", ({ status }) =>
      status >= 400 ? { body: page, headers: { "content-type": "text/html" } } : {},
    ),
  },
  "errors-are-texts": {
    breaks: "`error` is an object with code, message and status.",
    kills: ["sahut/derived/getConversation/refusal-body"],
    fault: errorBody("everywhere", "error", (error) => at(error, "message")),
  },
  "errors-without-a-wrapper": {
    breaks: "An error body has the member `error`.",
    kills: ["sahut/derived/updateConversation/refusal-body"],
    fault: errorBody("everywhere", "", (answer) => at(answer, "error")),
  },
  "errors-without-a-message": {
    breaks: "`error.message` says why.",
    kills: ["sahut/derived/listConversations/refusal-body"],
    fault: errorBody("everywhere", "error.message", () => undefined),
  },
  "one-code-for-all-errors": {
    breaks: "`error.code` is the one that the table has for the status.",
    kills: ["sahut/derived/getConversation/refusal-body"],
    fault: errorBody("everywhere", "error.code", () => "bad_request"),
  },
  "code-of-404-has-the-resource": {
    breaks: "`error.code` of a 404 is `not_found`.",
    kills: ["sahut/derived/getConversation/refusal-body"],
    only: "all",
    fault: errorBody("everywhere", "error.code", () => "conversation_not_found", 404),
  },
  "error-status-is-always-400": {
    breaks: "`error.status` repeats the HTTP status.",
    kills: ["sahut/derived/getConversation/refusal-body"],
    fault: errorBody("everywhere", "error.status", () => 400),
  },
  "error-status-is-a-text": {
    breaks: "`error.status` is a number.",
    kills: ["sahut/derived/sendMessage/refusal-body"],
    fault: errorBody("everywhere", "error.status", String),
  },
  "a-change-has-no-answer": {
    breaks: "Every success is an object with `data`.",
    kills: ["sahut/derived/updateConversation/documented-status"],
    fault: leaving("updateConversation", ({ status }) =>
      status === 200 ? { status: 204, body: null } : {},
    ),
  },
  "sending-is-accepted-for-later": {
    breaks: "A sent message is answered with a documented status.",
    kills: ["sahut/derived/sendMessage/documented-status"],
    fault: leaving("sendMessage", ({ status }) => (status === 201 ? { status: 202 } : {})),
  },
  "list-without-envelope": {
    breaks: "A list stands in `data`.",
    kills: ["sahut/envelope/success-has-data", "sahut/derived/listConversations/success-body"],
    fault: body("listConversations", "", (answer) => at(answer, "data")),
  },
  "list-without-meta": {
    breaks: "A list has `meta`.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body("listConversations", "meta", () => undefined),
  },
  "second-item-lacks-its-contact": {
    breaks: "Every conversation of a list has its contact, not only the first.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body("listConversations", "data.1.contact", () => undefined),
  },
  "labels-null-when-none": {
    breaks: "`labels` is a list, also when it is empty.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body(reading, "data.*.labels", (labels) =>
      Array.isArray(labels) && labels.length === 0 ? null : labels,
    ),
  },
  "labels-are-objects": {
    breaks: "Labels are names.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body("listConversations", "data.*.labels.*", (name) => ({ name })),
  },
  "status-in-capitals": {
    breaks: "`status` has one of the four values as they are written.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body("listConversations", "data.*.status", (status) => String(status).toUpperCase()),
  },
  "a-fifth-status": {
    breaks: "`status` has one of four values.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body("listConversations", "data.*", (item) =>
      isObject(item) && item.status === "snoozed" ? { ...item, status: "sleeping" } : item,
    ),
  },
  "assignee-is-an-id": {
    breaks: "`assignee` is an object with id and name.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body("listConversations", "data.*.assignee", (assignee) => at(assignee, "id") ?? null),
  },
  "ids-are-numbers": {
    breaks: "An id is a text.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body("listConversations", "data.*.channel.id", () => 17),
  },
  "members-in-camel-case": {
    breaks: "Members are called as documented.",
    kills: ["sahut/derived/getConversation/success-shape"],
    fault: body("getConversation", "data", (data) =>
      isObject(data)
        ? Object.fromEntries(
            Object.entries(data).map(([name, value]) => [
              name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
              value,
            ]),
          )
        : data,
    ),
  },
  "local-time-with-offset": {
    breaks: "Timestamps are in UTC.",
    kills: ["sahut/timestamps/are-utc"],
    only: "all",
    fault: body(reading, "data.created_at", (time) => wallClock(time, "+07:00")),
  },
  "local-time-without-zone": {
    breaks: "Timestamps are in UTC.",
    kills: ["sahut/timestamps/are-utc"],
    fault: body("listConversations", "data.*.created_at", (time) => wallClock(time, "")),
  },
  "local-time-labelled-utc": {
    breaks: "A new conversation's `created_at` is the time at which it was made, in UTC.",
    kills: ["sahut/timestamps/creation-is-now"],
    fault: body(reading, "data.created_at", (time) => wallClock(time, "Z")),
  },
  "message-times-are-local": {
    breaks: "A new message's `created_at` is the time at which it was sent, in UTC.",
    kills: ["sahut/timestamps/message-is-now"],
    fault: body("listMessages", "data.*.created_at", (time) => wallClock(time, "Z")),
  },
  "times-are-numbers": {
    breaks: "Timestamps are texts.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body(
      "listConversations",
      "data.*.updated_at",
      (time) => Date.parse(String(time)) / 1000,
    ),
  },
  "times-are-dates-only": {
    breaks: "Timestamps have a time of day.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body("listConversations", "data.*.created_at", (time) => String(time).slice(0, 10)),
  },
  "json-with-a-mark-before-it": {
    breaks: "Every answer is a JSON object, and JSON has no byte order mark.",
    kills: ["sahut/derived/getConversation/success-body"],
    fault: leaving("getConversation", (answer) =>
      answer.status === 200 ? { body: `\ufeff${JSON.stringify(answer.body)}` } : {},
    ),
  },
  "json-with-a-trailing-comma": {
    breaks: "Every answer is JSON.",
    kills: ["sahut/derived/listMessages/success-body"],
    fault: leaving("listMessages", (answer) =>
      answer.status === 200 ? { body: JSON.stringify(answer.body).replace(/\}$/, ",}") } : {},
    ),
  },
  "json-in-latin-1": {
    breaks: "JSON is in UTF-8.",
    kills: ["sahut/derived/listMessages/success-body"],
    only: "all",
    fault: leaving("listMessages", (answer) =>
      answer.status === 200 ? { body: Buffer.from(JSON.stringify(answer.body), "latin1") } : {},
    ),
  },
  "refusals-are-successes": {
    breaks: "A refusal has a status of 400 or above.",
    kills: ["sahut/derived/createConversation/body/contact_id/required"],
    fault: leaving("everywhere", ({ status }) =>
      status >= 400 && status < 500 ? { status: 200 } : {},
    ),
  },
});
