import { describe, expect, test } from "vitest";
import { caller } from "../testing.ts";
import { open } from "./testing.ts";

test("a session starts with the documentation's greeting", async () => {
  const { create } = await open();
  const reply = await create();
  expect(reply.status).toBe(201);
  expect(reply.body).toEqual({
    session_id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
    channel: "api",
    created_at: "2026-04-02T12:00:00Z",
    messages: [
      { type: "text", text: "Hello! How can I help you today?" },
      {
        type: "buttons",
        text: "Choose an option:",
        buttons: [
          { id: "faq", title: "FAQ" },
          { id: "support", title: "Talk to support" },
        ],
      },
    ],
  });
});

test("each session has an id of its own", async () => {
  const { create } = await open();
  const replies = await Promise.all(Array.from({ length: 5 }, () => create()));
  expect(new Set(replies.map(({ body }) => body.session_id)).size).toBe(5);
});

test("another chatbot greets with its own flow", async () => {
  const { create, demo } = await open();
  const { body } = await create(demo.otherChatbotId);
  const text = "Karibu! Do you want to book a table?";
  expect(body.messages).toMatchObject([{ type: "buttons", text }]);
});

describe("a body is of no account", () => {
  const bodies: [string, string, string][] = [
    ["an empty object", "{}", "application/json"],
    ["JSON that breaks off", "{", "application/json"],
    ["plain text", "hello", "text/plain"],
    ["a form", "a=b", "application/x-www-form-urlencoded"],
  ];
  test.each(bodies)("%s", async (_, body, type) => {
    const { call, demo } = await open();
    const path = `/chatbots/${demo.chatbotId}/chat/sessions`;
    const reply = await call("POST", path, body, { "Content-Type": type });
    expect(reply.status).toBe(201);
  });

  test("but more than 1 MiB of it is refused", async () => {
    const { call, demo } = await open();
    const path = `/chatbots/${demo.chatbotId}/chat/sessions`;
    const reply = await call("POST", path, "x".repeat(1024 * 1024 + 1));
    expect(reply.status).toBe(400);
  });

  test("and none at all, with a Content-Type, is fine", async () => {
    const { create, demo } = await open();
    const reply = await create(demo.chatbotId, { "Content-Type": "application/json" });
    expect(reply.status).toBe(201);
  });
});

test("a chatbot without a published flow is refused with 400", async () => {
  const { create, demo } = await open();
  const reply = await create(demo.unpublishedChatbotId);
  expect(reply.status).toBe(400);
  expect(reply.body).toEqual({ detail: "No published flow found for this chatbot" });
});

test("an unknown chatbot is 404", async () => {
  const { create } = await open();
  const reply = await create("01HX1A0000CHATB0T999999999");
  expect(reply.status).toBe(404);
  expect(reply.body).toEqual({ detail: "Chatbot not found" });
});

test("another workspace's chatbot is 404", async () => {
  const { url, demo } = await open();
  const other = caller(url, demo.otherWorkspaceKey);
  const reply = await other("POST", `/chatbots/${demo.chatbotId}/chat/sessions`);
  expect(reply.status).toBe(404);
  expect(reply.body).toEqual({ detail: "Chatbot not found" });
});
