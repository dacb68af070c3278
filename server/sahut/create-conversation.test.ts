import { describe, expect, test } from "vitest";
import type { ConversationResult, MessageList } from "../../generated/sahut/types.ts";
import { caller, sahutError, serve, testClock } from "../testing.ts";

async function open() {
  const { sahut } = await serve({ clock: testClock() });
  const call = caller(sahut.url, sahut.demo.key);
  const { contactId: contact_id, channelId: channel_id } = sahut.demo;
  const pair = { contact_id, channel_id };
  const create = (more: object = {}) =>
    call<ConversationResult>("POST", "/conversations", { ...pair, ...more });
  const messagesOf = async (id: string) =>
    (await call<MessageList>("GET", `/conversations/${id}/messages`)).body.data;
  return { ...sahut, call, pair, create, messagesOf };
}

describe("a new conversation", () => {
  test("is open, unassigned, without labels, and made now", async () => {
    const { create, call } = await open();
    const reply = await create();
    expect(reply.status).toBe(201);
    expect(reply.body.data).toEqual({
      id: expect.stringMatching(/^conv_[0-9A-Z]{26}$/),
      status: "open",
      channel: { id: "ch_01HX1B9K3M5N7P", type: "live_chat", name: "Live Chat Toko" },
      contact: { id: "ct_01HX4D1M5O7Q9R", name: "Siti Rahma", phone: "+628987654321" },
      assignee: null,
      labels: [],
      created_at: "2026-04-02T12:00:00Z",
      updated_at: "2026-04-02T12:00:00Z",
    });
    const read = await call("GET", `/conversations/${reply.body.data.id}`);
    expect(read.body).toEqual(reply.body);
  });

  test("comes first in the list", async () => {
    const { create, call } = await open();
    const { body } = await create();
    const list = await call("GET", "/conversations?per_page=1");
    expect(list.body).toMatchObject({ data: [body.data], meta: { total: 134 } });
  });

  test("has no message, or the one that was given", async () => {
    const { create, messagesOf } = await open();
    const silent = await create();
    expect(await messagesOf(silent.body.data.id)).toEqual([]);
    const spoken = await create({ message: { content: "Halo Budi, ada yang bisa kami bantu?" } });
    expect(await messagesOf(spoken.body.data.id)).toEqual([
      {
        id: expect.stringMatching(/^msg_/),
        type: "outgoing",
        content: "Halo Budi, ada yang bisa kami bantu?",
        sender: { type: "bot", id: "bot_01HX0K1A2B3C4D", name: "Order desk" },
        attachments: [],
        created_at: "2026-04-02T12:00:00Z",
      },
    ]);
  });

  test("starts with a template, whose variables have no place here and stay", async () => {
    const { create, messagesOf, demo } = await open();
    const { status, body } = await create({ message: { template_id: demo.templateId } });
    expect(status).toBe(201);
    const [message] = await messagesOf(body.data.id);
    expect(message?.content).toContain("{{customer_name}}");
  });

  test("is assigned at once when an agent is named", async () => {
    const { create, demo } = await open();
    const { body } = await create({ assignee_id: demo.agentIds[1] });
    expect(body.data.assignee).toEqual({ id: demo.agentIds[1], name: "Andi Pratama" });
  });

  test("may be the second with the same contact on the same channel", async () => {
    const { create } = await open();
    const [first, second] = [await create(), await create()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body.data.id).not.toBe(second.body.data.id);
  });
});

describe("is refused, and nothing is created", () => {
  const wrong: [string, object, number][] = [
    ["without a contact", { contact_id: undefined }, 400],
    ["without a channel", { channel_id: undefined }, 400],
    ["with a contact that is no text", { contact_id: 7 }, 400],
    ["with a message that is no object", { message: "Halo" }, 400],
    ["with an assignee null", { assignee_id: null }, 400],
    ["with an unknown contact", { contact_id: "ct_unknown" }, 422],
    ["with an unknown channel", { channel_id: "ch_unknown" }, 422],
    ["with an unknown agent", { assignee_id: "usr_unknown" }, 422],
    ["with another workspace's contact", { contact_id: "ct_01HX4E2N6P8R0S" }, 422],
    ["with another workspace's channel", { channel_id: "ch_01HX1D1M5O7Q9R" }, 422],
    ["with another workspace's agent", { assignee_id: "usr_01HX0Y1A2B3C4D" }, 422],
    ["with an empty message", { message: {} }, 422],
    ["with an unknown template", { message: { template_id: "tmpl_unknown" } }, 422],
    [
      "with a text and a template",
      { message: { content: "Halo", template_id: "tmpl_order_confirmation" } },
      422,
    ],
  ];
  test.each(wrong)("%s", async (_, more, status) => {
    const { create, call } = await open();
    const reply = await create(more);
    expect(reply.status).toBe(status);
    const code = status === 400 ? "bad_request" : "validation_error";
    expect(reply.body).toEqual(sahutError(status, code));
    const list = await call("GET", "/conversations?per_page=1");
    expect(list.body).toMatchObject({ meta: { total: 133 } });
  });
});
