import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import type { SarufiHandlers } from "./api.ts";
import { findChatbot } from "./chatbot-rows.ts";
import { chatbotNotFound } from "./errors.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Silent: what a message and a user are. What the user said and what was answered count one each;
 * somebody without a telephone is another user in each conversation.
 */
async function figures(sql: Sql, chatbotId: string, now: Date) {
  const weekAgo = timestamp(new Date(now.getTime() - WEEK_MS));
  const talk = await sql.get<{ conversations: number; users: number }>(
    `SELECT COUNT(*) AS conversations, COUNT(DISTINCT
       CASE WHEN last_message_at >= ? THEN COALESCE(user_phone, id) END) AS users
     FROM sarufi_conversations WHERE chatbot_id = ?`,
    weekAgo,
    chatbotId,
  );
  const said = await sql.get<{ messages: number }>(
    `SELECT COUNT(m.message) + COUNT(m.response) AS messages
     FROM sarufi_messages m JOIN sarufi_conversations c ON c.id = m.conversation_id
     WHERE c.chatbot_id = ?`,
    chatbotId,
  );
  return {
    total_conversations: talk?.conversations ?? 0,
    total_messages: said?.messages ?? 0,
    active_users_7d: talk?.users ?? 0,
  };
}

export function chatbotStats({ store, clock }: Services): Pick<SarufiHandlers, "getChatbotStats"> {
  return {
    async getChatbotStats({ key, path }) {
      const chatbot = await findChatbot(store, key.workspaceId, path.chatbot_id);
      if (chatbot === undefined) return chatbotNotFound;
      const { id, name, is_active, created_at } = chatbot;
      const stats = await figures(store, id, clock());
      return { status: 200, body: { id, name, is_active, stats, created_at } };
    },
  };
}
