import type { Attachment, Message, Sender } from "../../generated/sahut/types.ts";
import { fromJson } from "../store/json.ts";
import type { Sql } from "../store/store.ts";
import type { Slice } from "./conversation-slice.ts";

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
  const total = (await countMessages(sql, conversationId)) ?? 0;
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

/** Undefined where there is no such conversation. */
async function countMessages(sql: Sql, conversationId: string): Promise<number | undefined> {
  const row = await sql.get<{ messages: number }>(
    "SELECT messages FROM sahut_conversations WHERE id = ?",
    conversationId,
  );
  return row?.messages;
}

export interface Adding {
  /** Kept beside the message, for the documented object does not show it. Default false. */
  readonly isPrivate?: boolean | undefined;
  /** Whether the conversation's `updated_at` is the message's moment from now on. Default false. */
  readonly moves?: boolean;
  /** How many messages there are already, as this transaction has read. Default: it is read. */
  readonly behind?: number;
}

const COUNT = "UPDATE sahut_conversations SET messages = ? WHERE id = ?";
const COUNT_AND_MOVE = "UPDATE sahut_conversations SET messages = ?, updated_at = ? WHERE id = ?";

/** Adds a message at the end: its position is its conversation's number of messages. */
export async function addMessageRow(
  sql: Sql,
  conversationId: string,
  message: Message,
  { isPrivate = false, moves = false, behind }: Adding = {},
): Promise<void> {
  const { sender } = message;
  const position = (behind ?? (await countMessages(sql, conversationId)) ?? 0) + 1;
  const counted = moves
    ? await sql.run(COUNT_AND_MOVE, position, message.created_at, conversationId)
    : await sql.run(COUNT, position, conversationId);
  if (counted === 0) throw new Error(`Conversation ${conversationId} is gone.`);
  await sql.run(
    `INSERT INTO sahut_messages (id, conversation_id, position, type, content, sender_type,
       sender_id, sender_name, attachments, private, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    message.id,
    conversationId,
    position,
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
