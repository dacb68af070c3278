import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { monotonicFactory } from "ulid";
import { expect, onTestFinished } from "vitest";
import type { ConversationResult, MessageList } from "../../../generated/sahut/types.ts";
import { addKey, keyTables } from "../../access/keys.ts";
import { rateLimitTables } from "../../access/windows.ts";
import { agenda } from "../../agenda.ts";
import { createApp } from "../../app.ts";
import { movableClock } from "../../clock.ts";
import { basePath } from "../../contract/document.ts";
import { listen, stop } from "../../listen.ts";
import type { Services } from "../../services.ts";
import { START } from "../../store/testing/start.ts";
import { testStore } from "../../store/testing/store.ts";
import { caller } from "../../testing.ts";
import { sahut } from "../api.ts";
import { countNewContacts } from "../contact-rows.ts";
import { type InboundMessage, receiveMessage } from "../inbound.ts";
import type { Rule } from "../rule.ts";
import { addRuleRow } from "../rule-rows.ts";
import { endOfSnoozes } from "../snoozes.ts";
import { tables } from "../tables.ts";

export const WORKSPACE = "ws_1";
export const BUDI = "ct_budi";
export const WHATSAPP = "ch_whatsapp";
export const CHAT = "ch_chat";

/** Two channels, a customer, two agents, a team, templates, and a webhook that is told of everything. */
const directory = `
  INSERT INTO sahut_channels VALUES
    ('${WHATSAPP}', '${WORKSPACE}', 'whatsapp', 'WhatsApp'),
    ('${CHAT}', '${WORKSPACE}', 'live_chat', 'Chat'),
    ('ch_other', 'ws_2', 'whatsapp', 'Another workspace');
  INSERT INTO sahut_contacts (id, workspace_id, name, phone, email, tags, created_at) VALUES
    ('${BUDI}', '${WORKSPACE}', 'Budi', '+62811', 'budi@example.com', '["vip"]', '2024-01-01T00:00:00Z'),
    ('ct_twin', '${WORKSPACE}', 'Twin', '+62811', 'Budi@example.com', '[]', '2024-01-02T00:00:00Z'),
    ('ct_other', 'ws_2', 'Wayan', '+62822', 'wayan@example.com', '[]', '2024-01-01T00:00:00Z');
  INSERT INTO sahut_agents VALUES
    ('usr_sari', '${WORKSPACE}', 'Sari'), ('usr_andi', '${WORKSPACE}', 'Andi'), ('usr_other', 'ws_2', 'Dewa');
  INSERT INTO sahut_teams VALUES ('team_sales', '${WORKSPACE}', 'Sales');
  INSERT INTO sahut_templates (workspace_id, id, text, status) VALUES
    ('${WORKSPACE}', 'tmpl_hello', 'Halo!', 'approved'),
    ('${WORKSPACE}', 'tmpl_waits', 'Promo', 'pending'),
    ('${WORKSPACE}', 'tmpl_no', 'Promo', 'rejected');
  INSERT INTO sahut_webhooks VALUES ('wh_1', '${WORKSPACE}', 'https://example.com/hook',
    '["conversation.created","conversation.updated","conversation.resolved","message.created","contact.created","contact.updated"]',
    'whsec_1', '2024-01-01T00:00:00Z');`;

/** An empty inbox, served on a store that the test may look into, with a clock that stands still until it is moved. */
export async function openInbox() {
  const clock = movableClock(() => new Date(START));
  const ulid = monotonicFactory();
  const complaints: string[] = [];
  const log = (line: string) => void complaints.push(line);
  const store = await testStore([...keyTables, ...rateLimitTables, ...tables]);
  const services: Services = {
    store,
    clock: clock.read,
    newId: () => ulid(clock.read().getTime()),
    outbound: async () => ({ failure: "not in this test" }),
    allowPrivate: false,
    allowOutbound: false,
    wake: () => undefined,
    log,
  };
  await store.script(directory);
  await countNewContacts(store, WORKSPACE, 2);
  const key = {
    id: "bot_desk",
    workspaceId: WORKSPACE,
    label: "Desk",
    plan: "business",
    readOnly: false,
  };
  await addKey(store, sahut.name, "sk_live_test", key);

  const server = createServer(createApp(services, { selfCheck: true }).callback());
  await listen(server, 0, "127.0.0.1");
  // Snoozes alone: what is put down for webhooks stays, for the test to see.
  const due = agenda({ clock, works: [endOfSnoozes(services)], log });
  onTestFinished(async () => {
    await stop(server);
    await due.close();
    expect(complaints).toEqual([]);
  });
  // as: a server that listens on a TCP port has an address and a port.
  const { port } = server.address() as AddressInfo;
  const call = caller(`http://127.0.0.1:${port}${basePath(sahut.contract)}`, "sk_live_test");

  return {
    store,
    services,
    clock,
    call,
    advance: due.advance,
    /** A customer's message; Budi's on WhatsApp unless told otherwise. */
    receive: (message: Partial<InboundMessage> = {}) =>
      store.transaction((sql) =>
        receiveMessage(sql, services, WORKSPACE, {
          channelId: WHATSAPP,
          from: { contactId: BUDI },
          content: "Halo",
          ...message,
        }),
      ),
    /** Adds a rule below the others. */
    rule: (rule: Partial<Rule>) =>
      addRuleRow(store, WORKSPACE, {
        id: `rule_${ulid()}`,
        name: "A rule",
        trigger: "message.created",
        conditions: {},
        actions: [],
        ...rule,
      }),
    read: async (id: string) =>
      (await call<ConversationResult>("GET", `/conversations/${id}`)).body.data,
    /** What has been said and done in a conversation, a line each. */
    history: async (id: string) => {
      const { body } = await call<MessageList>("GET", `/conversations/${id}/messages`);
      return body.data.map(({ type, content }) => `${type}: ${content}`);
    },
    /** What the webhook is to be told, in this order. */
    told: async () => {
      const rows = await store.all<{ body: string }>(
        "SELECT body FROM sahut_deliveries ORDER BY id",
      );
      return rows.map(({ body }) => {
        // as: `emit` writes this envelope.
        const { event, data } = JSON.parse(body) as { event: string; data: unknown };
        return { event, data };
      });
    },
  };
}

/** The ids of what was received; fails the test when it was refused. */
export function taken(received: Awaited<ReturnType<typeof receiveMessage>>) {
  if ("refusal" in received) throw new Error(received.refusal);
  return received;
}
