import { addKey } from "../access/keys.ts";
import { addContactRow } from "../sahut/contact-rows.ts";
import { addMessageRow } from "../sahut/message-rows.ts";
import type { Sql } from "../store/store.ts";
import { insert } from "./insert.ts";
import { contacts, otherContact } from "./sahut-contacts.ts";
import {
  agents,
  channels,
  LIVE_CHAT,
  OTHER_WORKSPACE,
  otherAgent,
  SEED_CONVERSATION,
  SITI,
  team,
  templates,
  WHATSAPP,
  WORKSPACE,
} from "./sahut-directory.ts";
import { type DemoConversation, inbox, otherInbox } from "./sahut-inbox.ts";

/** What the Sahut demo data is called: enough to try, and to check, every operation. */
export interface SahutDemo {
  /** Plan Business: 1,000 requests a minute. */
  readonly key: string;
  /** Plan Starter: 60 requests a minute. */
  readonly starterKey: string;
  readonly readOnlyKey: string;
  readonly otherWorkspaceKey: string;
  /** A contact and a live chat channel with no open conversation between them. */
  readonly contactId: string;
  readonly channelId: string;
  /** The same on WhatsApp, where templates belong. */
  readonly whatsappContactId: string;
  readonly whatsappChannelId: string;
  readonly agentIds: readonly string[];
  readonly teamId: string;
  readonly templateId: string;
  readonly templateVariables: Readonly<Record<string, string>>;
  /** The open conversation of the documentation's examples. */
  readonly conversationId: string;
}

export const sahutDemo: SahutDemo = {
  key: "sk_live_demo_business",
  starterKey: "sk_live_demo_starter",
  readOnlyKey: "sk_live_demo_read_only",
  otherWorkspaceKey: "sk_live_demo_other_workspace",
  contactId: SITI,
  channelId: LIVE_CHAT,
  whatsappContactId: SITI,
  whatsappChannelId: WHATSAPP,
  agentIds: agents.map(({ id }) => id),
  teamId: team.id,
  templateId: "tmpl_order_confirmation",
  templateVariables: { customer_name: "Budi", order_id: "ORD-12345", total: "Rp 450.000" },
  conversationId: SEED_CONVERSATION,
};

export async function fillSahut(sql: Sql, now: Date): Promise<void> {
  await fillKeys(sql);
  await insert(sql, "sahut_channels", channels);
  for (const contact of contacts) await addContactRow(sql, WORKSPACE, contact);
  await addContactRow(sql, OTHER_WORKSPACE, otherContact);
  await insert(sql, "sahut_agents", [...agents, otherAgent]);
  await insert(sql, "sahut_teams", [team]);
  await insert(sql, "sahut_templates", templates);
  for (const conversation of [...inbox(now), ...otherInbox()]) {
    await fillConversation(sql, conversation);
  }
}

async function fillKeys(sql: Sql): Promise<void> {
  const shop = { workspaceId: WORKSPACE, plan: "business", readOnly: false };
  const { key, starterKey, readOnlyKey, otherWorkspaceKey } = sahutDemo;
  await addKey(sql, "sahut", key, { ...shop, id: "bot_01HX0K1A2B3C4D", label: "Order desk" });
  await addKey(sql, "sahut", starterKey, {
    ...shop,
    id: "bot_01HX0K2B3C4D5E",
    label: "Trial",
    plan: "starter",
  });
  await addKey(sql, "sahut", readOnlyKey, {
    ...shop,
    id: "bot_01HX0K3C4D5E6F",
    label: "Reporting",
    readOnly: true,
  });
  await addKey(sql, "sahut", otherWorkspaceKey, {
    ...shop,
    id: "bot_01HX0K4D5E6F7G",
    label: "Branch desk",
    workspaceId: OTHER_WORKSPACE,
  });
}

async function fillConversation(sql: Sql, conversation: DemoConversation): Promise<void> {
  const { messages, labels, ...columns } = conversation;
  await insert(sql, "sahut_conversations", [{ ...columns, labels: JSON.stringify(labels) }]);
  for (const message of messages) await addMessageRow(sql, conversation.id, message);
}
