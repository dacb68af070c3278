import type { Attachment, Message, Sender } from "../../generated/sahut/types.ts";
import { fromJson } from "../store/json.ts";
import type { Sql } from "../store/store.ts";
import type { Slice } from "./conversation-rows.ts";

interface MessageRow {
  id: string;
  type: "incoming" | "outgoing" | "activity";
  content: string | null;
  sender_type: Sender["type"] | null;
  sender_id: string | null;
  sender_name: string | null;
  attachments: string;
  created_at: string;
}

/** A conversation's messages from the oldest on, and how many they are in all. */
export async function listMessageRows(
  sql: Sql,
  conversationId: string,
  { limit, offset }: Slice,
): Promise<{ total: number; messages: Message[] }> {
  const count = await sql.get<{ total: number }>(
    "SELECT COUNT(*) AS total FROM sahut_messages WHERE conversation_id = ?",
    conversationId,
  );
  const total = count?.total ?? 0;
  if (offset >= total) return { total, messages: [] };
  const rows = await sql.all<MessageRow>(
    `SELECT id, type, content, sender_type, sender_id, sender_name, attachments, created_at
     FROM sahut_messages WHERE conversation_id = ?
     ORDER BY created_at, position LIMIT ? OFFSET ?`,
    conversationId,
    limit,
    offset,
  );
  return { total, messages: rows.map(toMessage) };
}

/**
 * Adds a message at the end of its second; `private` is kept beside it, for the documented object does not show it.
 */
export async function addMessageRow(
  sql: Sql,
  conversationId: string,
  message: Message,
  isPrivate = false,
): Promise<void> {
  const { sender } = message;
  await sql.run(
    `INSERT INTO sahut_messages (id, conversation_id, position, type, content, sender_type,
       sender_id, sender_name, attachments, private, created_at)
     VALUES (?, ?, (SELECT COALESCE(MAX(position), 0) + 1 FROM sahut_messages
       WHERE conversation_id = ? AND created_at = ?), ?, ?, ?, ?, ?, ?, ?, ?)`,
    message.id,
    conversationId,
    conversationId,
    message.created_at,
    message.type,
    message.content,
    sender?.type ?? null,
    sender?.id ?? null,
    sender?.name ?? null,
    JSON.stringify(message.attachments),
    isPrivate ? 1 : 0,
    message.created_at,
  );
}

function toMessage(row: MessageRow): Message {
  const { id, type, content, created_at } = row;
  const attachments = fromJson<Attachment[]>(row.attachments);
  const sender = toSender(row);
  if (type === "activity") return { id, type, content, sender, attachments, created_at };
  if (sender === null) throw new Error(`Message ${id} is ${type} and has no sender.`);
  return { id, type, content, sender, attachments, created_at };
}

function toSender({ sender_type, sender_id, sender_name }: MessageRow): Sender | null {
  if (sender_type === null || sender_id === null || sender_name === null) return null;
  return { type: sender_type, id: sender_id, name: sender_name };
}
