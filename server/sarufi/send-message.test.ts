import { describe, expect, test } from "vitest";
import { open } from "./testing.ts";

test("a click on a button is answered like in the documentation's example", async () => {
  const { chat, clock } = await open();
  const { id, say } = await chat();
  clock.advance(5_000);
  const reply = await say("FAQ", { button_id: "faq" });
  expect(reply.status).toBe(200);
  expect(reply.body).toEqual({
    session_id: id,
    messages: [
      { type: "text", text: "Sure! Here are our most common questions:" },
      {
        type: "list",
        text: "Select a topic",
        button_text: "View topics",
        sections: [
          {
            title: "General",
            rows: [
              { id: "hours", title: "Business hours" },
              { id: "pricing", title: "Pricing" },
            ],
          },
        ],
      },
    ],
    messages_count: 2,
    current_state: "faq_menu",
    timestamp: "2026-04-02T12:00:05Z",
  });
});

test.each([
  ["the id of a button", "faq", {}],
  ["the title of a button", "talk to SUPPORT", {}],
  ["a button_id under message_type text", "x", { button_id: "faq", message_type: "text" }],
  ["message_type button without an id", "faq", { message_type: "button" }],
  ["a button_id of null", "faq", { button_id: null }],
  ["an unknown button_id with a known text", "faq", { button_id: "unknown" }],
])("understands %s", async (_, message, more) => {
  const { chat } = await open();
  const { say } = await chat();
  const { body } = await say(message, more);
  expect(["faq_menu", "support"]).toContain(body.current_state);
});

test.each(["", "   ", "something else", "👋🏽".repeat(1024)])(
  "answers what it does not understand with the fallback: %.20s",
  async (message) => {
    const { chat } = await open();
    const { say } = await chat();
    const { status, body } = await say(message);
    expect(status).toBe(200);
    expect(body.current_state).toBe("fallback");
    expect(body.messages_count).toBe(body.messages.length);
  },
);

test("each turn goes on from the state before, and rows of a list lead on", async () => {
  const { chat } = await open();
  const { say } = await chat();
  const states: (string | null)[] = [];
  for (const message of ["FAQ", "Business hours", "menu", "support", "My order", "bye"]) {
    states.push((await say(message)).body.current_state);
  }
  const expected = ["faq_menu", "hours", "greeting", "support", "support_noted", "goodbye"];
  expect(states).toEqual(expected);
});

test("sessions do not share a state", async () => {
  const { chat } = await open();
  const [one, two] = [await chat(), await chat()];
  await one.say("faq");
  expect((await two.say("hours")).body.current_state).toBe("fallback");
  expect((await one.say("hours")).body.current_state).toBe("hours");
});

test("every type of message can be reached by clicks, and by words", async () => {
  const { chat } = await open();
  const clicked = ["?", "gallery", "image", "?", "video", "?", "audio", "menu", "faq", "pricing"];
  for (const way of ["clicks", "words"]) {
    const { say } = await chat();
    const types = new Set<string>();
    for (const each of clicked) {
      const { body } =
        way === "clicks"
          ? await say("a click", { button_id: each })
          : await say(`I would like ${each}, please`);
      for (const { type } of body.messages) types.add(type);
    }
    const all = ["audio", "buttons", "document", "image", "list", "text", "video"];
    expect([...types].sort()).toEqual(all);
  }
});

test("what a user has said is said back", async () => {
  const { chat } = await open();
  const { say } = await chat();
  await say("Talk to support", { button_id: "support" });
  expect((await say("My parcel is late.")).body.messages).toEqual([
    { type: "text", text: "Thank you, we have noted: My parcel is late. Is there anything else?" },
  ]);
});

test("messages sent at once are answered one after the other", async () => {
  const { chat, demo } = await open();
  const { say } = await chat(demo.otherChatbotId);
  const replies = await Promise.all(Array.from({ length: 6 }, () => say("yes")));
  const states = replies.map(({ body }) => body.current_state);
  expect(states.toSorted()).toEqual(["booked", "booked", "booked", "when", "when", "when"]);
});

describe("a body that breaks its schema is refused with 422, and detail says how", () => {
  const wrong: [object, string][] = [
    [{}, "message is required"],
    [{ button_id: "faq" }, "message is required"],
    [{ message: 5 }, "message must be string"],
    [{ message: null }, "message must be string"],
    [{ message: "x".repeat(4097) }, "message must NOT have more than 4096 characters"],
    [{ message: "👋".repeat(4097) }, "message must NOT have more than 4096 characters"],
    [{ message: "x", message_type: "image" }, "message_type must be one of text, button"],
    [{ message: "x", message_type: "BUTTON" }, "message_type must be one of text, button"],
    [{ message: "x", button_id: 7 }, "button_id must be string,null"],
  ];
  test.each(wrong)("%.60j", async (body, detail) => {
    const { chat, send } = await open();
    const { id, say } = await chat();
    const reply = await send(id, body);
    expect(reply.status).toBe(422);
    expect(reply.body).toEqual({ detail });
    expect((await say("faq")).body.current_state).toBe("faq_menu");
  });
});

test.each(["x".repeat(4096), "👋".repeat(4096)])(
  "4096 characters pass, counted as people count them",
  async (message) => {
    const { chat } = await open();
    const { say } = await chat();
    expect((await say(message)).status).toBe(200);
  },
);
