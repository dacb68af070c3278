import { describe, expect, test } from "vitest";
import { apis } from "./app.ts";
import { operationsOf } from "./contract/document.ts";
import type { RunningServer } from "./main.ts";
import { type Caller, caller, serve } from "./testing.ts";

/** A request that is about what our workspace has. */
interface Case {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

const conversation = "/conversations/conv_01HX2B9K3M5N7P";
const contact = "ct_01HX4D1M5O7Q9R";
const bot = "/chatbots/01HX1A0000CHATB0T000000001";
const chat = "01HX1A0000C0NV000000000000";
const flow = "/flows/01HX1A0000F10W000000000001";
const draft = "/chatbots/01HX1A0000CHATB0T000000003/flows/01HX1A0000F10W000000000003";
const definition = { a: { message: "Hi" } };

/** A request for each operation, which is answered 2xx to whoever has our key. */
const cases: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  sahut: {
    listConversations: { method: "GET", path: "/conversations?per_page=100" },
    createConversation: {
      method: "POST",
      path: "/conversations",
      body: { contact_id: contact, channel_id: "ch_01HX1B9K3M5N7P", message: { content: "Halo" } },
    },
    getConversation: { method: "GET", path: conversation },
    updateConversation: { method: "PATCH", path: conversation, body: { status: "resolved" } },
    listMessages: { method: "GET", path: `${conversation}/messages` },
    sendMessage: { method: "POST", path: `${conversation}/messages`, body: { content: "Halo" } },
    listContacts: { method: "GET", path: "/contacts?per_page=100" },
    createContact: { method: "POST", path: "/contacts", body: { name: "Siti" } },
    getContact: { method: "GET", path: `/contacts/${contact}` },
    updateContact: { method: "PUT", path: `/contacts/${contact}`, body: { name: "Mallory" } },
    createWebhook: {
      method: "POST",
      path: "/webhooks",
      body: { url: "https://example.com/", events: ["contact.created"] },
    },
    deleteWebhook: { method: "DELETE", path: "/webhooks/{webhook}" },
  },
  sarufi: {
    createChatSession: { method: "POST", path: `${bot}/chat/sessions` },
    sendChatMessage: {
      method: "POST",
      path: `${bot}/chat/sessions/{session}/messages`,
      body: { message: "faq" },
    },
    listConversations: { method: "GET", path: `${bot}/conversations` },
    getConversation: { method: "GET", path: `${bot}/conversations/${chat}` },
    listConversationMessages: { method: "GET", path: `${bot}/conversations/${chat}/messages` },
    getMe: { method: "GET", path: "/me" },
    listChatbots: { method: "GET", path: "/chatbots" },
    createChatbot: { method: "POST", path: "/chatbots", body: { name: "Another" } },
    getChatbot: { method: "GET", path: bot },
    updateChatbot: { method: "PATCH", path: bot, body: { description: "Taken over" } },
    deleteChatbot: { method: "DELETE", path: bot },
    getChatbotStats: { method: "GET", path: `${bot}/stats` },
    listFlows: { method: "GET", path: `${bot}/flows` },
    createFlow: {
      method: "POST",
      path: `${bot}/flows`,
      body: { name: "Taken over", type: "conversation", flow: definition },
    },
    getFlow: { method: "GET", path: bot + flow },
    updateFlow: { method: "PATCH", path: bot + flow, body: { flow: definition } },
    deleteFlow: { method: "DELETE", path: draft },
    validateFlow: { method: "POST", path: `${bot + flow}/validate` },
    publishFlow: { method: "POST", path: `${bot + flow}/publish` },
  },
};

/** What is theirs, with something of ours in it. */
const crossed: [string, string, Case][] = [
  [
    "sahut",
    "a conversation on our channel",
    post("/conversations", theirs({ channel_id: "ch_01HX1B9K3M5N7P" })),
  ],
  [
    "sahut",
    "a conversation with our contact",
    post("/conversations", theirs({ contact_id: contact })),
  ],
  [
    "sahut",
    "an assignment to our agent",
    patch("/conversations/conv_01HXZ000000000", { assignee_id: "usr_01HX0Z7I1K3L5M" }),
  ],
  [
    "sahut",
    "an assignment to our team",
    patch("/conversations/conv_01HXZ000000000", { team_id: "team_01HX0W1A2B3C4D" }),
  ],
  [
    "sarufi",
    "our flow at their chatbot",
    { method: "GET", path: `/chatbots/01HX1A0000CHATB0T000000004${flow}` },
  ],
  [
    "sarufi",
    "our conversation at their chatbot",
    { method: "GET", path: `/chatbots/01HX1A0000CHATB0T000000004/conversations/${chat}` },
  ],
  [
    "sarufi",
    "our session at their chatbot",
    post("/chatbots/01HX1A0000CHATB0T000000004/chat/sessions/{session}/messages", {
      message: "faq",
    }),
  ],
];

function theirs(more: object): object {
  return {
    contact_id: "ct_01HX4E2N6P8R0S",
    channel_id: "ch_01HX1D1M5O7Q9R",
    message: { content: "a" },
    ...more,
  };
}

function post(path: string, body: unknown): Case {
  return { method: "POST", path, body };
}

function patch(path: string, body: unknown): Case {
  return { method: "PATCH", path, body };
}

/** All that our key reads, and what of it may be in nobody else's answer: every id. */
async function ours(call: Caller, api: string) {
  const reads = Object.values(cases[api] ?? {}).filter(({ method }) => method === "GET");
  const pages = api === "sahut" ? [get("/conversations?per_page=100&page=2")] : [];
  const replies = await Promise.all([...reads, ...pages].map(({ path }) => call("GET", path)));
  const text = JSON.stringify(replies.map(({ body }) => body));
  return { text, ids: new Set(text.match(/\b(?:conv|ct|msg|ch|usr|team|bot)_\w+|\b01H\w{23}/g)) };
}

function get(path: string): Case {
  return { method: "GET", path };
}

/** A server, with callers of both workspaces, and what our workspace has beside the demo. */
async function open(api: string) {
  const server = await serve();
  const { url, demo } = api === "sahut" ? server.sahut : server.sarufi;
  const we = caller(url, demo.key);
  const made =
    api === "sahut" ? { webhook: await webhookOf(we) } : { session: await sessionOf(we, server) };
  const send = (call: Caller, { method, path, body }: Case) =>
    call(
      method,
      path.replace(/\{(\w+)\}/, (_, name) => new Map(Object.entries(made)).get(name) ?? ""),
      body,
    );
  return { we, they: caller(url, demo.otherWorkspaceKey), send };
}

async function webhookOf(call: Caller): Promise<string> {
  const webhook = { url: "https://example.com/", events: ["contact.created"] };
  return (await call<{ data: { id: string } }>("POST", "/webhooks", webhook)).body.data.id;
}

async function sessionOf(call: Caller, { sarufi }: RunningServer): Promise<string> {
  const path = `/chatbots/${sarufi.demo.chatbotId}/chat/sessions`;
  return (await call<{ session_id: string }>("POST", path)).body.session_id;
}

describe.each(apis.map(({ name, contract }) => ({ api: name, contract })))(
  "another workspace's key at $api",
  ({ api, contract }) => {
    const operations = operationsOf(contract).map(({ operationId }) => operationId);

    test("is tried with every operation", () => {
      expect(Object.keys(cases[api] ?? {}).sort()).toEqual(operations.sort());
    });

    test.each(Object.entries(cases[api] ?? {}))("sees and changes nothing: %s", async (_, one) => {
      const { we, they, send } = await open(api);
      const before = await ours(we, api);
      const reply = await send(they, one);
      // 422 where the body is what names it.
      expect([200, 201, 204, 404, 422]).toContain(reply.status);
      const seen = JSON.stringify(reply.body ?? null);
      const asked = JSON.stringify(one);
      const told = [...before.ids].filter((id) => seen.includes(id) && !asked.includes(id));
      expect(told).toEqual([]);
      expect((await ours(we, api)).text).toBe(before.text);
      // As it is our key that makes the difference.
      expect((await send(we, one)).status).toBeLessThan(300);
    });
  },
);

test.each(crossed)("another workspace's key at %s gets nothing by %s", async (api, _, one) => {
  const { we, they, send } = await open(api);
  const before = await ours(we, api);
  const reply = await send(they, one);
  expect([404, 422]).toContain(reply.status);
  expect((await ours(we, api)).text).toBe(before.text);
});
