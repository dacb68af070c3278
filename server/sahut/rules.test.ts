import { describe, expect, test } from "vitest";
import type { ConversationResult } from "../../generated/sahut/types.ts";
import type { Action, Conditions } from "./rule.ts";
import { BUDI, CHAT, openInbox, taken, WHATSAPP } from "./testing/inbox.ts";

const label = (name: string): Action => ({ type: "add_label", label: name });

async function open() {
  const inbox = await openInbox();
  const start = async (body: object = {}) =>
    (
      await inbox.call<ConversationResult>("POST", "/conversations", {
        contact_id: BUDI,
        channel_id: CHAT,
        ...body,
      })
    ).body.data;
  const patch = async (id: string, change: object) =>
    (await inbox.call<ConversationResult>("PATCH", `/conversations/${id}`, change)).body.data;
  return { ...inbox, start, patch };
}

describe("conditions", () => {
  test.each<[string, Conditions, boolean]>([
    ["none, so always", {}, true],
    ["its channel", { channel_id: WHATSAPP }, true],
    ["another channel", { channel_id: CHAT }, false],
    ["a keyword, in either letter case", { keyword: "rEFund" }, true],
    ["a keyword that is not there", { keyword: "invoice" }, false],
    ["a tag of the contact", { tag: "vip" }, true],
    ["a tag in another letter case", { tag: "VIP" }, false],
    ["all of several", { channel_id: WHATSAPP, keyword: "refund", tag: "vip" }, true],
    ["all of several but one", { channel_id: WHATSAPP, keyword: "refund", tag: "new" }, false],
  ])("that name %s", async (_, conditions, fires) => {
    const { rule, receive, read } = await open();
    await rule({ conditions, actions: [label("seen")] });
    const { conversation } = taken(await receive({ content: "Saya minta REFUND, kak" }));
    expect((await read(conversation)).labels).toEqual(fires ? ["seen"] : []);
  });

  test("look for the keyword in the customer's latest message", async () => {
    const { rule, receive, patch, read } = await open();
    await rule({
      trigger: "conversation.updated",
      conditions: { keyword: "refund" },
      actions: [label("refund")],
    });
    const { conversation } = taken(await receive({ content: "refund?" }));
    await receive({ content: "Tidak jadi" });
    await patch(conversation, { assignee_id: "usr_sari" });
    expect((await read(conversation)).labels).toEqual([]);
    await receive({ content: "Refund saja" });
    await patch(conversation, { assignee_id: null });
    expect((await read(conversation)).labels).toEqual(["refund"]);
  });
});

describe("actions", () => {
  test("are done in their order, and recorded like anybody's", async () => {
    const { rule, receive, read, history } = await open();
    await rule({
      name: "Night",
      actions: [
        { type: "assign_agent", agent_id: "usr_sari" },
        { type: "assign_team", team_id: "team_sales" },
        label("night"),
        label("night"),
        { type: "send_message", content: "Kami buka pukul 8." },
        { type: "resolve" },
      ],
    });
    const { conversation } = taken(await receive({ content: "Halo" }));
    expect(await read(conversation)).toMatchObject({
      status: "resolved",
      assignee: { name: "Sari" },
      labels: ["night"],
    });
    expect(await history(conversation)).toEqual([
      "incoming: Halo",
      "activity: Assigned to Sari",
      "activity: Assigned to team Sales",
      "outgoing: Kami buka pukul 8.",
      "activity: Status changed from open to resolved",
    ]);
  });

  test("send their messages as a bot with the rule's id and name", async () => {
    const { rule, receive, told } = await open();
    const actions: Action[] = [{ type: "send_message", content: "Halo!" }];
    await rule({ id: "rule_hello", name: "Greeter", actions });
    await receive();
    expect((await told()).at(-1)).toMatchObject({
      event: "message.created",
      data: { type: "outgoing", sender: { type: "bot", id: "rule_hello", name: "Greeter" } },
    });
  });

  test.each<[string, Action, string]>([
    [
      "an agent who is not there",
      { type: "assign_agent", agent_id: "usr_gone" },
      "Unknown assignee_id: usr_gone",
    ],
    [
      "another workspace's agent",
      { type: "assign_agent", agent_id: "usr_other" },
      "Unknown assignee_id: usr_other",
    ],
    [
      "a team that is not there",
      { type: "assign_team", team_id: "team_gone" },
      "Unknown team_id: team_gone",
    ],
  ])("that name %s are left undone, with a word, and the rest is done", async (_, action, why) => {
    const { rule, receive, read, history } = await open();
    await rule({ name: "Old", actions: [action, label("done")] });
    const { conversation } = taken(await receive({ content: "Halo" }));
    expect((await read(conversation)).labels).toEqual(["done"]);
    expect(await history(conversation)).toEqual([
      "incoming: Halo",
      `activity: Rule "Old" left undone: ${why}`,
    ]);
  });

  test("send nothing that WhatsApp's 24 hours forbid", async () => {
    const { rule, start, history } = await open();
    const actions: Action[] = [{ type: "send_message", content: "Halo!" }];
    await rule({ name: "Greeter", trigger: "conversation.created", actions });
    const { id } = await start({ channel_id: WHATSAPP });
    expect(await history(id)).toEqual([
      expect.stringMatching(/^activity: Rule "Greeter" left undone: .*24 hours/),
    ]);
  });
});

describe("rules for", () => {
  test("a new conversation run when the API or a customer starts one, and not when one goes on", async () => {
    const { rule, start, receive, history } = await open();
    const actions: Action[] = [{ type: "send_message", content: "Selamat datang" }];
    await rule({ trigger: "conversation.created", actions });
    const started = await start({ message: { content: "Halo Budi" } });
    expect(await history(started.id)).toEqual(["outgoing: Halo Budi", "outgoing: Selamat datang"]);
    const { conversation } = taken(await receive({ content: "Halo" }));
    await receive({ content: "Ada?" });
    expect(await history(conversation)).toEqual([
      "incoming: Halo",
      "outgoing: Selamat datang",
      "incoming: Ada?",
    ]);
  });

  test("a change run when status, assignee or labels change, and not for a team or for nothing", async () => {
    const { rule, start, patch } = await open();
    await rule({ trigger: "conversation.updated", actions: [label("touched")] });
    const { id } = await start();
    expect((await patch(id, { status: "open" })).labels).toEqual([]);
    expect((await patch(id, { team_id: "team_sales" })).labels).toEqual([]);
    expect((await patch(id, { status: "pending" })).labels).toEqual(["touched"]);
  });

  test("a change run when a customer's message reopens a conversation", async () => {
    const { rule, receive, patch, read } = await open();
    const { conversation } = taken(await receive());
    await patch(conversation, { status: "resolved" });
    await rule({ trigger: "conversation.updated", actions: [label("again")] });
    await receive();
    expect((await read(conversation)).labels).toEqual(["again"]);
  });

  test("a message run for a customer's, and not for ours, a note or an automatic reply", async () => {
    const { rule, receive, call, history } = await open();
    await rule({ actions: [{ type: "send_message", content: "Sebentar" }] });
    const { conversation } = taken(await receive({ content: "Halo" }));
    const path = `/conversations/${conversation}/messages`;
    await call("POST", path, { content: "Baik" });
    await call("POST", path, { content: "Catatan", private: true });
    expect(await history(conversation)).toEqual([
      "incoming: Halo",
      "outgoing: Sebentar",
      "outgoing: Baik",
      "outgoing: Catatan",
    ]);
  });
});

describe("the list of rules", () => {
  test("runs from top to bottom, every rule that fits", async () => {
    const { rule, receive, read } = await open();
    await rule({ actions: [label("first")] });
    await rule({ conditions: { channel_id: CHAT }, actions: [label("other")] });
    await rule({ actions: [label("third")] });
    const { conversation } = taken(await receive());
    expect((await read(conversation)).labels).toEqual(["first", "third"]);
  });

  test("ends after a rule that stops it, whose own actions are all done", async () => {
    const { rule, receive, read } = await open();
    await rule({ conditions: { channel_id: CHAT }, actions: [{ type: "stop" }] });
    await rule({ actions: [{ type: "stop" }, label("last")] });
    await rule({ actions: [label("never")] });
    const { conversation } = taken(await receive());
    expect((await read(conversation)).labels).toEqual(["last"]);
  });

  test("is stopped for its own happening alone", async () => {
    const { rule, receive, read } = await open();
    await rule({ trigger: "conversation.created", actions: [label("new"), { type: "stop" }] });
    await rule({ actions: [label("message")] });
    const { conversation } = taken(await receive());
    expect((await read(conversation)).labels).toEqual(["new", "message"]);
  });

  test("is not set off by what a rule does", async () => {
    const { rule, receive, read } = await open();
    await rule({ actions: [{ type: "resolve" }] });
    await rule({ trigger: "conversation.updated", actions: [label("echo")] });
    const { conversation } = taken(await receive());
    expect(await read(conversation)).toMatchObject({ status: "resolved", labels: [] });
  });
});

test("the answer to a request shows what rules have made of it", async () => {
  const { rule, start, read } = await open();
  await rule({
    trigger: "conversation.created",
    actions: [{ type: "assign_agent", agent_id: "usr_andi" }],
  });
  const started = await start({ assignee_id: "usr_sari" });
  expect(started.assignee?.name).toBe("Andi");
  expect(await read(started.id)).toEqual(started);
});
