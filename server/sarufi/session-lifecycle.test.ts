import { describe, expect, test } from "vitest";
import { caller } from "../testing.ts";
import { open } from "./testing.ts";

const MINUTE = 60_000;
const closed = { status: 410, body: { detail: "Chat session has been closed" } };
const expired = { status: 410, body: { detail: "Chat session has expired" } };
const unknown = { status: 404, body: { detail: "Chat session not found" } };

describe("expiry", () => {
  test("a session is alive a moment before 30 minutes, and expired at 30", async () => {
    const { chat, clock } = await open();
    const [one, two] = [await chat(), await chat()];
    clock.advance(30 * MINUTE - 1);
    expect((await one.say("faq")).status).toBe(200);
    clock.advance(1);
    expect(await two.say("faq")).toMatchObject(expired);
  });

  test("every message of the user gives it 30 minutes more", async () => {
    const { chat, clock } = await open();
    const { say } = await chat();
    for (let turn = 0; turn < 4; turn += 1) {
      clock.advance(29 * MINUTE);
      expect((await say("menu")).status).toBe(200);
    }
    clock.advance(30 * MINUTE);
    expect(await say("menu")).toMatchObject(expired);
  });

  test("a refused message gives it nothing", async () => {
    const { chat, send, clock } = await open();
    const { id, say } = await chat();
    clock.advance(29 * MINUTE);
    await send(id, { message: 5 });
    clock.advance(MINUTE);
    expect(await say("faq")).toMatchObject(expired);
  });

  test("it stays expired, and a new session starts from the beginning", async () => {
    const { chat, clock } = await open();
    const old = await chat();
    await old.say("faq");
    clock.advance(45 * MINUTE);
    await old.say("hours");
    expect(await old.say("hours")).toMatchObject(expired);
    const { say } = await chat();
    expect((await say("hours")).body.current_state).toBe("fallback");
  });
});

test("a terminal state is answered, and closes the session", async () => {
  const { chat } = await open();
  const { say } = await chat();
  const last = await say("bye");
  expect(last).toMatchObject({ status: 200, body: { current_state: "goodbye" } });
  expect(await say("hello?")).toMatchObject(closed);
});

test("a closed session stays closed when it would have expired", async () => {
  const { chat, clock } = await open();
  const { say } = await chat();
  await say("bye");
  clock.advance(31 * MINUTE);
  expect(await say("hello?")).toMatchObject(closed);
});

test("the demo has a closed and an expired session", async () => {
  const { send, demo } = await open();
  expect(await send(demo.closedSessionId, { message: "hi" })).toMatchObject(closed);
  expect(await send(demo.expiredSessionId, { message: "hi" })).toMatchObject(expired);
});

describe("a session that is not there", () => {
  test("is 404 when its id is unknown", async () => {
    const { send } = await open();
    const reply = await send("01HX1A0000SESS10N999999999", { message: "hi" });
    expect(reply).toMatchObject(unknown);
  });

  test("is 404 under another chatbot", async () => {
    const { chat, send, demo } = await open();
    const { id } = await chat();
    expect(await send(id, { message: "hi" }, demo.otherChatbotId)).toMatchObject(unknown);
  });

  test("is 404 under an unknown chatbot, whose lack comes first", async () => {
    const { chat, send } = await open();
    const { id } = await chat();
    const reply = await send(id, { message: "hi" }, "unknown");
    expect(reply).toMatchObject({ status: 404, body: { detail: "Chatbot not found" } });
  });

  test("is 404 for another workspace", async () => {
    const { chat, url, demo } = await open();
    const { id } = await chat();
    const path = `/chatbots/${demo.chatbotId}/chat/sessions/${id}/messages`;
    const reply = await caller(url, demo.otherWorkspaceKey)("POST", path, { message: "hi" });
    expect(reply.status).toBe(404);
  });
});
