import { describe, expect, test } from "vitest";
import type { ConversationResult, MessageResult } from "../../generated/sahut/types.ts";
import { BUDI, CHAT, openInbox, taken } from "./testing/inbox.ts";

async function open() {
  const inbox = await openInbox();
  const { call, told } = inbox;
  const start = async (body: object = {}) => {
    const pair = { contact_id: BUDI, channel_id: CHAT };
    return (await call<ConversationResult>("POST", "/conversations", { ...pair, ...body })).body
      .data;
  };
  const patch = async (id: string, change: object) =>
    (await call<ConversationResult>("PATCH", `/conversations/${id}`, change)).body.data;
  const send = async (id: string, body: object) =>
    (await call<MessageResult>("POST", `/conversations/${id}/messages`, body)).body.data;
  /** The names of what is told while `work` is done. */
  const during = async (work: () => Promise<unknown>) => {
    const before = (await told()).length;
    await work();
    return (await told()).slice(before).map(({ event }) => event);
  };
  return { ...inbox, start, patch, send, during };
}

describe("a conversation that is started", () => {
  test("is told as it is read, and then its first message, with the conversation's id", async () => {
    const { start, told, call } = await open();
    const started = await start({ message: { content: "Halo" }, assignee_id: "usr_sari" });
    const messages = await call<{ data: object[] }>("GET", `/conversations/${started.id}/messages`);
    expect(await told()).toEqual([
      { event: "conversation.created", data: started },
      {
        event: "message.created",
        data: { ...messages.body.data[0], conversation_id: started.id },
      },
    ]);
  });

  test("without a message is one event", async () => {
    const { start, during } = await open();
    expect(await during(() => start())).toEqual(["conversation.created"]);
  });
});

describe("a change", () => {
  test.each<[string, object, string[]]>([
    ["of status", { status: "pending" }, ["conversation.updated"]],
    ["of assignee", { assignee_id: "usr_sari" }, ["conversation.updated"]],
    ["of labels", { labels: ["vip"] }, ["conversation.updated"]],
    [
      "of everything at once",
      { status: "snoozed", assignee_id: "usr_sari", labels: ["vip"], team_id: "team_sales" },
      ["conversation.updated"],
    ],
    ["to resolved", { status: "resolved" }, ["conversation.updated", "conversation.resolved"]],
    ["of the team alone", { team_id: "team_sales" }, []],
    ["of nothing", { status: "open", assignee_id: null, labels: [] }, []],
    ["that is refused", { status: "resolved", assignee_id: "usr_gone" }, []],
  ])("%s", async (_, change, events) => {
    const { start, patch, during } = await open();
    const { id } = await start();
    expect(await during(() => patch(id, change))).toEqual(events);
  });

  test("is told with the conversation as it is read", async () => {
    const { start, patch, told } = await open();
    const { id } = await start();
    const after = await patch(id, { status: "resolved", labels: ["done"] });
    expect((await told()).slice(-2)).toEqual([
      { event: "conversation.updated", data: after },
      { event: "conversation.resolved", data: after },
    ]);
  });

  test("of what is resolved already is not told as resolving", async () => {
    const { start, patch, during } = await open();
    const { id } = await start();
    await patch(id, { status: "resolved" });
    const events = await during(() => patch(id, { status: "resolved", labels: ["done"] }));
    expect(events).toEqual(["conversation.updated"]);
  });
});

test("a message is told as it is read, with the conversation's id", async () => {
  const { start, send, told } = await open();
  const { id } = await start();
  const message = await send(id, { content: "Halo" });
  expect((await told()).at(-1)).toEqual({
    event: "message.created",
    data: { ...message, conversation_id: id },
  });
});

test("neither a private note nor an activity is told", async () => {
  const { start, send, patch, during } = await open();
  const { id } = await start();
  const events = await during(async () => {
    await send(id, { content: "Catatan", private: true });
    await patch(id, { team_id: "team_sales" });
  });
  expect(events).toEqual([]);
});

describe("a customer's message", () => {
  test("from somebody new tells of the contact, the conversation and the message", async () => {
    const { receive, told, call } = await open();
    const ids = taken(await receive({ from: { name: "Siti", email: "siti@example.com" } }));
    const contact = await call<{ data: object }>("GET", `/contacts/${ids.contact}`);
    expect(await told()).toMatchObject([
      { event: "contact.created", data: contact.body.data },
      { event: "conversation.created", data: { id: ids.conversation } },
      {
        event: "message.created",
        data: { id: ids.message, type: "incoming", conversation_id: ids.conversation },
      },
    ]);
  });

  test("in an open conversation tells of the message alone", async () => {
    const { receive, during } = await open();
    await receive();
    expect(await during(() => receive())).toEqual(["message.created"]);
  });

  test("that reopens tells of the message, then of the change", async () => {
    const { receive, patch, during } = await open();
    const { conversation } = taken(await receive());
    await patch(conversation, { status: "resolved" });
    expect(await during(() => receive())).toEqual(["message.created", "conversation.updated"]);
  });
});

test("what a rule does is told after what set it off", async () => {
  const { rule, receive, during } = await open();
  await rule({
    actions: [
      { type: "add_label", label: "new" },
      { type: "send_message", content: "Halo!" },
      { type: "resolve" },
    ],
  });
  expect(await during(() => receive())).toEqual([
    "conversation.created",
    "message.created",
    "conversation.updated",
    "message.created",
    "conversation.updated",
    "conversation.resolved",
  ]);
});
