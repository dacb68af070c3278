import { describe, expect, test } from "vitest";
import type { ContactResult, ConversationList, MessageList } from "../../generated/sahut/types.ts";
import { BUDI, CHAT, openInbox, taken, WHATSAPP } from "./testing/inbox.ts";

describe("a customer's message", () => {
  test("makes a conversation that is open and unassigned, and stands in it as incoming", async () => {
    const { receive, read, call } = await openInbox();
    const photo = {
      url: "https://a.example/1.jpg",
      content_type: "image/jpeg",
      file_name: "1.jpg",
    };
    const ids = taken(await receive({ content: "Ada promo?", attachments: [photo] }));
    expect(await read(ids.conversation)).toMatchObject({
      status: "open",
      channel: { id: WHATSAPP },
      contact: { id: BUDI },
      assignee: null,
      labels: [],
    });
    const { body } = await call<MessageList>("GET", `/conversations/${ids.conversation}/messages`);
    expect(body.data).toEqual([
      {
        id: ids.message,
        type: "incoming",
        content: "Ada promo?",
        sender: { type: "contact", id: BUDI, name: "Budi" },
        attachments: [photo],
        created_at: "2026-04-02T12:00:00Z",
      },
    ]);
  });

  test("joins the conversation that is open, and moves its updated_at", async () => {
    const { receive, read, history, clock } = await openInbox();
    const first = taken(await receive({ content: "Halo" }));
    clock.advance(60_000);
    const second = taken(await receive({ content: "Ada orang?" }));
    expect(second.conversation).toBe(first.conversation);
    expect(await history(first.conversation)).toEqual(["incoming: Halo", "incoming: Ada orang?"]);
    expect((await read(first.conversation)).updated_at).toBe("2026-04-02T12:01:00Z");
  });

  test("joins one that was started by the API", async () => {
    const { receive, call } = await openInbox();
    const pair = { contact_id: BUDI, channel_id: CHAT };
    const started = await call<{ data: { id: string } }>("POST", "/conversations", pair);
    const { conversation } = taken(await receive({ channelId: CHAT }));
    expect(conversation).toBe(started.body.data.id);
  });

  test("on another channel makes another conversation", async () => {
    const { receive } = await openInbox();
    const first = taken(await receive());
    const second = taken(await receive({ channelId: CHAT }));
    expect(second.conversation).not.toBe(first.conversation);
    expect(second.contact).toBe(first.contact);
  });

  test.each([
    ["a channel that is not there", { channelId: "ch_nowhere" }, "Unknown channel_id: ch_nowhere"],
    ["another workspace's channel", { channelId: "ch_other" }, "Unknown channel_id: ch_other"],
    [
      "another workspace's contact",
      { from: { contactId: "ct_other" } },
      "Unknown contact_id: ct_other",
    ],
    ["nobody", { from: {} }, "Give a contact, or a phone, an email or a name"],
    ["a phone number that is none", { from: { phone: "0811" } }, expect.stringMatching(/E\.164/)],
  ])("from or to %s is refused, and nothing is kept", async (_, message, refusal) => {
    const { receive, call, told } = await openInbox();
    expect(await receive(message)).toEqual({ refusal });
    const { body } = await call<ConversationList>("GET", "/conversations");
    expect(body.data).toEqual([]);
    expect(await told()).toEqual([]);
  });
});

describe("who writes", () => {
  test.each([
    ["by phone number, the one who was made first", { phone: "+62811" }, BUDI],
    ["by email in either letter case", { email: "BUDI@example.com" }, BUDI],
    ["by phone number before email", { phone: "+62811", email: "new@example.com" }, BUDI],
    ["by email when the number is new", { phone: "+62833", email: "budi@example.com" }, BUDI],
  ])("is found %s", async (_, from, contact) => {
    const { receive } = await openInbox();
    expect(taken(await receive({ from })).contact).toBe(contact);
  });

  test.each([
    ["with the name given", { phone: "+62822", name: "Made" }, "Made"],
    ["called by the phone number", { phone: "+62822", email: "m@example.com" }, "+62822"],
    ["called by the email", { email: "m@example.com" }, "m@example.com"],
  ])("gets a profile when not known in this workspace, %s", async (_, from, name) => {
    const { receive, call } = await openInbox();
    const first = taken(await receive({ from }));
    const { body } = await call<ContactResult>("GET", `/contacts/${first.contact}`);
    expect(body.data).toMatchObject({ phone: null, email: null, tags: [], ...from, name });
    expect(taken(await receive({ from }))).toMatchObject({
      contact: first.contact,
      conversation: first.conversation,
    });
  });
});
