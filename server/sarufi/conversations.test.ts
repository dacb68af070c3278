import { describe, expect, test } from "vitest";
import contract from "../../generated/sarufi/contract.json" with { type: "json" };
import type { ConversationMessagePage, ConversationPage } from "../../generated/sarufi/types.ts";
import { caller } from "../testing.ts";
import { open } from "./testing.ts";

/** A server, and short words for its lists. */
async function openLists() {
  const server = await open();
  const { call, demo } = server;
  const path = `/chatbots/${demo.chatbotId}/conversations`;
  const list = (query = "") => call<ConversationPage>("GET", `${path}?${query}`);
  const messages = (id: string, query = "") =>
    call<ConversationMessagePage>("GET", `${path}/${id}/messages?${query}`);
  return { ...server, path, list, messages };
}

const LONG_ONE = "01HX1A0000C0NV000000000000";

describe("the list of conversations", () => {
  test("has 50 on a page, the newest first", async () => {
    const { list } = await openLists();
    const { body } = await list();
    expect(body.conversations).toHaveLength(50);
    expect(body.count).toBe(50);
    const times = body.conversations.map(({ created_at }) => created_at);
    expect(times).toEqual(times.toSorted().reverse());
  });

  test.each([
    ["channel=sms", "channel", "sms"],
    ["status=HANDOFF_PENDING", "status", "HANDOFF_PENDING"],
  ] as const)("holds under %s what passes it", async (query, member, value) => {
    const { list } = await openLists();
    const { conversations } = (await list(`${query}&limit=67`)).body;
    expect(conversations.length).toBeGreaterThan(5);
    expect(new Set(conversations.map((each) => each[member]))).toEqual(new Set([value]));
  });

  test("is bounded by both times, at both ends included", async () => {
    const { list } = await openLists();
    const at = "2026-02-02T13:00:00Z";
    const times = async (query: string) =>
      (await list(query)).body.conversations.map(({ created_at }) => created_at);
    expect(await times(`start_time=${at}&end_time=${at}`)).toEqual([at]);
    expect(await times(`start_time=${at}&end_time=2026-02-02T12:59:59Z`)).toEqual([]);
    expect(await times(`start_time=2026-02-02T13:00:00.5Z&end_time=${at}`)).toEqual([]);
    expect(await times("end_time=2026-02-02T16:00:00%2B03:00&start_time=2026-01-01T00:00:00Z"))
      // An offset is understood.
      .toEqual([at, "2026-02-02T08:00:00Z"]);
  });

  test("is walked to its end by cursors, each conversation once", async () => {
    const { list } = await openLists();
    const ids: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { body } = await list(`limit=25${cursor ? `&cursor=${cursor}` : ""}`);
      ids.push(...body.conversations.map(({ id }) => id));
      cursor = body.next_cursor;
    } while (cursor);
    expect(ids).toHaveLength(62);
    expect(new Set(ids).size).toBe(62);
  });

  test.each(["x", "bnVsbA", "WzEsMl0", Buffer.from('["a"]').toString("base64url")])(
    "answers 400 to the cursor %s, which it never gave",
    async (cursor) => {
      const { list } = await openLists();
      expect((await list(`cursor=${cursor}`)).status).toBe(400);
    },
  );

  test.each([
    "limit=0",
    "limit=68",
    "limit=x",
    "status=open",
    "start_time=yesterday",
    "start_time=1990-12-31T23:59:60Z",
    "end_time=2024-03-15T08:30:00%2B05",
  ])("answers 422 to %s", async (query) => {
    const { list } = await openLists();
    expect((await list(query)).status).toBe(422);
  });
});

describe("a chat", () => {
  test("is a conversation on the channel api, of the session's id", async () => {
    const { list, chat, demo } = await openLists();
    const { id, say } = await chat();
    await say("faq");
    const { conversations } = (await list("channel=api&start_time=2026-04-02T12:00:00Z")).body;
    expect(conversations).toEqual([
      {
        id,
        chatbot_id: demo.chatbotId,
        channel: "api",
        status: "ACTIVE",
        user_phone: null,
        contact_name: null,
        unread_count: 0,
        last_message_id: expect.stringMatching(/^[0-9A-Z]{26}$/),
        last_message_at: "2026-04-02T12:00:00Z",
        last_message_preview: "faq",
        created_at: "2026-04-02T12:00:00Z",
        updated_at: "2026-04-02T12:00:00Z",
      },
    ]);
  });

  test("is closed once its flow has ended", async () => {
    const { call, path, chat } = await openLists();
    const { id, say } = await chat();
    await say("bye");
    expect((await call("GET", `${path}/${id}`)).body).toMatchObject({ status: "CLOSED" });
  });

  test("is kept from the greeting on, an exchange a record", async () => {
    const { message_type: type } = contract.components.schemas.UserMessage.properties;
    const { messages, chat } = await openLists();
    const { id, say } = await chat();
    await say("FAQ", { button_id: "faq" });
    await say("hours");
    const { body } = await messages(id);
    expect(body).toMatchObject({ count: 3, next_cursor: null });
    expect(body.messages).toMatchObject([
      { message: null, response: { text: expect.stringMatching(/^Hello!/) }, responder: "BOT" },
      { message: { text: "FAQ", button_id: "faq" }, message_type: "button" },
      {
        message: { text: "hours" },
        message_type: type.default,
        response: { messages: [{ type: "text" }] },
      },
    ]);
  });
});

describe("the messages of a conversation", () => {
  test("come oldest first, 50 on a page, and go on by cursor", async () => {
    const { messages } = await openLists();
    const first = (await messages(LONG_ONE)).body;
    const second = (await messages(LONG_ONE, `cursor=${first.next_cursor}`)).body;
    expect([first.count, second.count, second.next_cursor]).toEqual([50, 20, null]);
    const times = [...first.messages, ...second.messages].map(({ received_at }) => received_at);
    expect(times).toEqual(times.toSorted());
    expect(new Set(times).size).toBe(70);
  });

  test("say where a person has answered", async () => {
    const { list, messages } = await openLists();
    const [handed] = (await list("status=AGENT_ACTIVE")).body.conversations;
    const { body } = await messages(String(handed?.id));
    expect(new Set(body.messages.map(({ responder }) => responder))).toEqual(new Set(["HUMAN"]));
  });

  test("take no cursor of another list", async () => {
    const { list, messages } = await openLists();
    const { next_cursor } = (await list()).body;
    expect((await messages(LONG_ONE, `cursor=${next_cursor}`)).status).toBe(400);
  });
});

test("what is not there, another chatbot's and another workspace's is 404", async () => {
  const { call, path, demo, url } = await openLists();
  const other = caller(url, demo.otherWorkspaceKey);
  const elsewhere = `/chatbots/${demo.otherChatbotId}/conversations/${LONG_ONE}`;
  const replies = [
    await call("GET", `${path}/unknown`),
    await call("GET", `${path}/unknown/messages`),
    await call("GET", "/chatbots/unknown/conversations"),
    await call("GET", elsewhere),
    await call("GET", `${elsewhere}/messages`),
    await other("GET", path),
    await other("GET", `${path}/${LONG_ONE}`),
    await other("GET", `${path}/${LONG_ONE}/messages`),
  ];
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
});
