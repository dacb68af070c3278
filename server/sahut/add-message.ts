import type { SpokenMessage } from "../../generated/sahut/types.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import { emit } from "./events.ts";
import { type Adding, addMessageRow } from "./message-rows.ts";

/**
 * Adds what somebody says to a conversation, and tells `message.created`.
 *
 * Silent: what moves `updated_at`, and whether sending changes the status. Every message moves the one, and an outgoing
 * one leaves the other as it is.
 *
 * Silent: whether a private note is told, and what the event holds. A note is not: it is neither sent nor received, and
 * whoever listens could not tell it from a reply. Of a message, the event holds what the list shows, and the
 * conversation's id.
 */
export async function addMessage(
  sql: Sql,
  services: Services,
  workspaceId: string,
  conversationId: string,
  message: SpokenMessage,
  adding: Omit<Adding, "moves"> = {},
): Promise<void> {
  await addMessageRow(sql, conversationId, message, { ...adding, moves: true });
  if (adding.isPrivate === true) return;
  const data = { ...message, conversation_id: conversationId };
  await emit(sql, services, workspaceId, "message.created", data);
}
