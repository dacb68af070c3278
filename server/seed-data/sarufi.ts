import type {
  Chat,
  Chatbot,
  Exchange,
  SarufiConversation,
  SarufiWorkspace,
} from "../../generated/seed-data.ts";
import { addKey } from "../access/keys.ts";
import { timestamp } from "../clock.ts";
import { recountChatbots } from "../sarufi/chatbot-rows.ts";
import { exchangeRow, preview } from "../sarufi/message-rows.ts";
import type { Sql } from "../store/store.ts";
import type { Filling } from "./fill.ts";
import { insert } from "./insert.ts";
import { momentOf } from "./moment.ts";

/** Puts one workspace of Sarufi into the store. */
export async function fillSarufi(
  sql: Sql,
  workspace: SarufiWorkspace,
  filling: Filling,
): Promise<void> {
  const { id: workspaceId, name = "Workspace", plan = "free", keys, chatbots = [] } = workspace;
  const created_at = timestamp(momentOf(workspace.created_at, filling.start));
  await insert(sql, "sarufi_workspaces", [
    { id: workspaceId, name, plan, created_at, key_created_at: created_at },
  ]);
  for (const { key, id = `key_${filling.newId()}`, plan: limits = "standard" } of keys) {
    await addKey(sql, "sarufi", key, { id, workspaceId, label: id, plan: limits, readOnly: false });
  }
  for (const chatbot of chatbots) await fillChatbot(sql, workspaceId, chatbot, filling);
  await recountChatbots(sql, workspaceId, chatbots.length);
}

async function fillChatbot(
  sql: Sql,
  workspace_id: string,
  chatbot: Chatbot,
  filling: Filling,
): Promise<void> {
  const { id, name, description = null, category = null, is_active = true } = chatbot;
  const at = (moment: string | undefined) => timestamp(momentOf(moment, filling.start));
  const created_at = at(chatbot.created_at);
  const webhook_secret = chatbot.webhook_secret ?? `whsec_${filling.newId()}`;
  const about = { id, workspace_id, name, description, category, webhook_secret, created_at };
  await insert(sql, "sarufi_chatbots", [{ ...about, is_active: is_active ? 1 : 0 }]);
  const flows = (chatbot.flows ?? []).map((flow) => ({
    id: flow.id,
    chatbot_id: id,
    name: flow.name ?? "Main",
    type: flow.type ?? "conversation",
    status: flow.status ?? "published",
    definition: JSON.stringify(flow.flow),
    created_at: at(flow.created_at),
  }));
  await insert(sql, "sarufi_flows", flows);
  // The version that a published flow runs by has the id of the flow.
  const versions = flows.filter(({ status }) => status === "published");
  await insert(
    sql,
    "sarufi_versions",
    versions.map(({ id: flow_id, definition, created_at: published_at }) => ({
      id: flow_id,
      flow_id,
      definition,
      published_at,
    })),
  );
  await fillTalk(sql, chatbot, filling);
}

async function fillTalk(sql: Sql, chatbot: Chatbot, filling: Filling): Promise<void> {
  const { id: chatbot_id, chats = [], conversations = [] } = chatbot;
  const rows = conversations.map((each) => conversationRow(chatbot_id, each, filling));
  const chatRows = chats.map((chat) => chatConversationRow(chatbot_id, chat, filling));
  await insert(sql, "sarufi_conversations", [...chatRows, ...rows.map(({ row }) => row)]);
  await insert(
    sql,
    "sarufi_chats",
    chats.map(({ id, flow, state, closed = false, created_at }) => ({
      conversation_id: id,
      version_id: flow,
      state,
      closed: closed ? 1 : 0,
      active_at: momentOf(created_at, filling.start).toISOString(),
    })),
  );
  await insert(
    sql,
    "sarufi_messages",
    rows.flatMap(({ said }) => said),
  );
}

/** A chat is a conversation on the channel `api`, of the same id. */
function chatConversationRow(chatbot_id: string, chat: Chat, { start }: Filling) {
  return {
    id: chat.id,
    chatbot_id,
    channel: "api",
    status: chat.closed === true ? "CLOSED" : "ACTIVE",
    user_phone: null,
    contact_name: null,
    unread_count: 0,
    created_at: timestamp(momentOf(chat.created_at, start)),
    updated_at: null,
    last_message_id: null,
    last_message_at: null,
    last_message_preview: null,
  };
}

function conversationRow(chatbot_id: string, given: SarufiConversation, filling: Filling) {
  const { id = filling.newId(), channel, exchanges = [], updated_at } = given;
  const said = exchanges.map((exchange, index) => messageRow(id, exchange, index, filling));
  const last = exchanges.at(-1);
  const row = {
    id,
    chatbot_id,
    channel,
    status: given.status ?? "ACTIVE",
    user_phone: given.phone ?? null,
    contact_name: given.name ?? null,
    unread_count: given.unread ?? 0,
    created_at: timestamp(momentOf(given.created_at, filling.start)),
    updated_at: updated_at === undefined ? null : timestamp(momentOf(updated_at, filling.start)),
    last_message_id: said.at(-1)?.id ?? null,
    last_message_at: said.at(-1)?.received_at ?? null,
    last_message_preview: last === undefined ? null : preview(last.asked ?? last.answered ?? ""),
  };
  return { row, said };
}

function messageRow(conversationId: string, exchange: Exchange, index: number, filling: Filling) {
  const { id = filling.newId(), asked, answered, by = "BOT" } = exchange;
  return {
    position: index + 1,
    ...exchangeRow({
      id,
      conversationId,
      ...(asked === undefined ? {} : { message: { message: asked } }),
      answer: answered === undefined ? [] : [{ type: "text" as const, text: answered }],
      responder: by,
      at: timestamp(momentOf(exchange.at, filling.start)),
    }),
  };
}
