import { describe, expect, test } from "vitest";
import type { Chatbot, ChatbotPage, ChatbotStats } from "../../generated/sarufi/types.ts";
import { caller } from "../testing.ts";
import { open } from "./testing.ts";

const TAKEN = { detail: "Chatbot with this name already exists in workspace." };

/** A server, and a chatbot that was made on it. */
async function openWithChatbot() {
  const server = await open();
  const { body: made } = await server.call<Chatbot>("POST", "/chatbots", {
    name: "Orders",
    category: "sales",
  });
  return { ...server, made, path: `/chatbots/${made.id}` };
}

describe("a new chatbot", () => {
  test("is what was asked for, and has the rest unset", async () => {
    const { made, call, path } = await openWithChatbot();
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9A-Z]{26}$/),
      workspace_id: "01HX1A0000W0RKSPACE0000001",
      name: "Orders",
      description: null,
      category: "sales",
      webhook_secret: expect.stringMatching(/^whsec_[0-9a-f]{32}$/),
      is_active: true,
      created_at: "2026-04-02T12:00:00Z",
      updated_at: null,
    });
    expect((await call("GET", path)).body).toEqual(made);
  });

  test("needs a name that its workspace does not have, and another workspace may", async () => {
    const { call, url, demo } = await openWithChatbot();
    const again = await call("POST", "/chatbots", { name: "Orders" });
    expect(again).toMatchObject({ status: 409, body: TAKEN });
    const other = caller(url, demo.otherWorkspaceKey);
    expect((await other("POST", "/chatbots", { name: "Orders" })).status).toBe(201);
  });

  test.each([{}, { name: 5 }, { name: "x", description: null }])(
    "is refused with %j",
    async (body) => {
      const { call } = await open();
      expect((await call("POST", "/chatbots", body)).status).toBe(422);
    },
  );
});

describe("a change", () => {
  test("sets what it names and leaves the rest", async () => {
    const { call, path, made, clock } = await openWithChatbot();
    clock.advance(60_000);
    const changed = { ...made, description: "For orders", updated_at: "2026-04-02T12:01:00Z" };
    expect((await call("PATCH", path, { description: "For orders" })).body).toEqual(changed);
    expect((await call("GET", path)).body).toEqual(changed);
  });

  test("of nothing changes nothing", async () => {
    const { call, path, made } = await openWithChatbot();
    expect((await call("PATCH", path, {})).body).toEqual(made);
  });

  test("may keep the name, and not take another's", async () => {
    const { call, path } = await openWithChatbot();
    expect((await call("PATCH", path, { name: "Orders" })).status).toBe(200);
    expect(await call("PATCH", path, { name: "Support" })).toMatchObject({
      status: 409,
      body: TAKEN,
    });
  });
});

describe("the list of chatbots", () => {
  test("shows them in short, with their total", async () => {
    const { call } = await open();
    const { body } = await call<ChatbotPage>("GET", "/chatbots");
    expect(body.items.map(({ name }) => name)).toEqual(["Support", "Bookings", "Onboarding"]);
    expect(body).toMatchObject({ total: 3, next_cursor: null });
    expect(Object.keys(body.items[0] ?? {})).toEqual([
      "id",
      "name",
      "description",
      "is_active",
      "created_at",
    ]);
  });

  test("has 50 on a page, and 100 at most", async () => {
    const { call } = await open();
    for (let number = 1; number <= 98; number += 1) {
      await call("POST", "/chatbots", { name: `Bot ${number}` });
    }
    const size = async (query: string) =>
      (await call<ChatbotPage>("GET", `/chatbots${query}`)).body.items.length;
    expect([await size(""), await size("?limit=100")]).toEqual([50, 100]);
    expect((await call("GET", "/chatbots?limit=101")).status).toBe(422);
  });

  test("goes on by cursor", async () => {
    const { call } = await open();
    const first = (await call<ChatbotPage>("GET", "/chatbots?limit=2")).body;
    const second = (await call<ChatbotPage>("GET", `/chatbots?limit=2&cursor=${first.next_cursor}`))
      .body;
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      "Support",
      "Bookings",
      "Onboarding",
    ]);
    expect(second.next_cursor).toBeNull();
    expect((await call("GET", "/chatbots?cursor=x")).status).toBe(400);
  });
});

test("figures count conversations, what both sides said, and the users of a week", async () => {
  const { call, chat, made, path, demo } = await openWithChatbot();
  const figures = async (at: string) => (await call<ChatbotStats>("GET", `${at}/stats`)).body.stats;
  const none = { total_conversations: 0, total_messages: 0, active_users_7d: 0 };
  expect(await figures(path)).toEqual(none);
  expect((await call<ChatbotStats>("GET", `${path}/stats`)).body).toMatchObject({
    id: made.id,
    name: "Orders",
    is_active: true,
  });
  const { say } = await chat(demo.otherChatbotId);
  await say("yes");
  // Five old conversations of the demo with 1, 2, 3, 4 and 1 exchanges, and a greeting and an exchange.
  expect(await figures(`/chatbots/${demo.otherChatbotId}`)).toEqual({
    total_conversations: 6,
    total_messages: 2 * 11 + 1 + 2,
    active_users_7d: 1,
  });
});

test("a deleted chatbot is gone with all that it had", async () => {
  const { call, chat, demo } = await open();
  const path = `/chatbots/${demo.chatbotId}`;
  const { id } = await chat();
  const gone = await call("DELETE", path);
  expect([gone.status, gone.body]).toEqual([204, undefined]);
  const left = ["", "/stats", "/flows", "/conversations", `/conversations/${id}/messages`];
  for (const each of left) expect((await call("GET", `${path}${each}`)).status).toBe(404);
  expect((await call("DELETE", path)).status).toBe(404);
  expect((await call<ChatbotPage>("GET", "/chatbots")).body.total).toBe(2);
});

test("another workspace's chatbot is 404, whatever is done to it", async () => {
  const { url, demo, path } = await openWithChatbot();
  const other = caller(url, demo.otherWorkspaceKey);
  const replies = [
    await other("GET", path),
    await other("GET", `${path}/stats`),
    await other("PATCH", path, { name: "Mine" }),
    await other("DELETE", path),
  ];
  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});
