import { describe, expect, test } from "vitest";
import type { ConversationList } from "../../generated/sahut/types.ts";
import { sahutError } from "../testing.ts";
import { BUDI, CHAT, openInbox, taken, WHATSAPP } from "./testing/inbox.ts";

const DAY = 24 * 60 * 60 * 1000;
const pair = { contact_id: BUDI, channel_id: WHATSAPP };
const refused = { status: 422, body: sahutError(422, "validation_error") };

async function open() {
  const inbox = await openInbox();
  const { call } = inbox;
  const start = (body: object = {}) =>
    call<{ data: { id: string } }>("POST", "/conversations", { ...pair, ...body });
  const send = (id: string, body: object) => call("POST", `/conversations/${id}/messages`, body);
  const count = async () => (await call<ConversationList>("GET", "/conversations")).body.meta.total;
  return { ...inbox, start, send, count };
}

describe("on WhatsApp, to a customer who has not written in 24 hours", () => {
  test("free text is refused, and the answer names the way: a template", async () => {
    const { start, send, history } = await open();
    const { id } = (await start()).body.data;
    const reply = await send(id, { content: "Halo" });
    expect(reply).toMatchObject(refused);
    expect(JSON.stringify(reply.body)).toContain("template_id");
    expect(await history(id)).toEqual([]);
  });

  test("a conversation with free text as its first message is refused, and not made", async () => {
    const { start, count, told } = await open();
    expect(await start({ message: { content: "Halo" } })).toMatchObject(refused);
    expect(await count()).toBe(0);
    expect(await told()).toEqual([]);
  });

  test("a template goes out, in a conversation and as its first message", async () => {
    const { start, send, history } = await open();
    const started = await start({ message: { template_id: "tmpl_hello" } });
    expect(started.status).toBe(201);
    const { id } = started.body.data;
    expect((await send(id, { template_id: "tmpl_hello" })).status).toBe(201);
    expect(await history(id)).toEqual(["outgoing: Halo!", "outgoing: Halo!"]);
  });

  test("a private note is taken", async () => {
    const { start, send } = await open();
    const { id } = (await start()).body.data;
    expect((await send(id, { content: "Telepon dulu", private: true })).status).toBe(201);
  });
});

describe("the 24 hours", () => {
  test("are over a second later, and not at their end", async () => {
    const { receive, send, clock } = await open();
    const { conversation } = taken(await receive());
    clock.advance(DAY);
    expect((await send(conversation, { content: "Masih?" })).status).toBe(201);
    clock.advance(1000);
    expect(await send(conversation, { content: "Masih?" })).toMatchObject(refused);
  });

  test("begin again with each of the customer's messages, and not with ours", async () => {
    const { receive, send, clock } = await open();
    const { conversation } = taken(await receive());
    clock.advance(DAY);
    await send(conversation, { content: "Masih di sana?" });
    clock.advance(1000);
    expect(await send(conversation, { content: "Halo?" })).toMatchObject(refused);
    await receive();
    expect((await send(conversation, { content: "Halo!" })).status).toBe(201);
  });

  test("count over all of the contact's conversations on the channel", async () => {
    const { receive, start } = await open();
    await receive();
    expect((await start({ message: { content: "Hal lain" } })).status).toBe(201);
  });

  test("do not count another channel's messages, or another contact's", async () => {
    const { receive, start } = await open();
    await receive({ channelId: CHAT });
    await receive({ from: { contactId: "ct_twin" } });
    expect(await start({ message: { content: "Halo" } })).toMatchObject(refused);
  });

  test("are WhatsApp's: on another channel free text goes out at any time", async () => {
    const { start } = await open();
    const reply = await start({ channel_id: CHAT, message: { content: "Halo" } });
    expect(reply.status).toBe(201);
  });
});

test.each(["tmpl_waits", "tmpl_no"])(
  "a template that is not approved is refused on every channel: %s",
  async (template_id) => {
    const { start, send, count } = await open();
    const { id } = (await start({ channel_id: CHAT })).body.data;
    expect(await send(id, { template_id })).toMatchObject(refused);
    expect(await start({ message: { template_id } })).toMatchObject(refused);
    expect(await count()).toBe(1);
  },
);
