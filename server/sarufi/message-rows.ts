import type { ConversationMessage, UserMessage } from "../../generated/sarufi/types.ts";
import type { GenericMessage } from "../flow/message.ts";
import { fromJson } from "../store/json.ts";
import type { Sql } from "../store/store.ts";
import type { SortKey } from "./cursor.ts";

/** One exchange, as it is written down. */
export interface Said {
  readonly id: string;
  readonly conversationId: string;
  /** Undefined where the bot speaks first. */
  readonly message?: UserMessage;
  readonly answer: readonly GenericMessage[];
  /** Who answered. Default: the bot. */
  readonly responder?: ConversationMessage["responder"];
  /** As clients see it. */
  readonly at: string;
  /** Where it stands in its conversation, where that is known. Default: behind all others. */
  readonly position?: number;
}

/** What an exchange makes of its conversation. */
export interface Change {
  /** Where it is another than before. */
  readonly status: string;
  readonly updated_at: string;
}

const COLUMNS = `conversation_id, id, message, response, message_type, responder, received_at,
  responded_at`;
const ADD = `INSERT INTO sarufi_messages (position, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const ADD_BEHIND = `INSERT INTO sarufi_messages (position, ${COLUMNS}) VALUES (
  (SELECT COALESCE(MAX(position), 0) + 1 FROM sarufi_messages WHERE conversation_id = ?),
  ?, ?, ?, ?, ?, ?, ?, ?)`;
const SHOW = `UPDATE sarufi_conversations SET last_message_id = ?, last_message_at = ?,
  last_message_preview = ?, updated_at = COALESCE(?, updated_at) WHERE id = ?`;
// Two indexes begin with the status, so it is written only where it is another.
const SHOW_WITH_STATUS = `UPDATE sarufi_conversations SET last_message_id = ?, last_message_at = ?,
  last_message_preview = ?, updated_at = COALESCE(?, updated_at), status = ? WHERE id = ?`;

/** Writes an exchange down, what the conversation's list shows of it, and what it changes there. */
export async function addSaid(
  sql: Sql,
  said: Said,
  { status, updated_at }: Partial<Change> = {},
): Promise<void> {
  const { id, conversationId, message, answer, at, position } = said;
  const row = exchangeRow(said);
  await sql.run(
    position === undefined ? ADD_BEHIND : ADD,
    position ?? conversationId,
    row.conversation_id,
    row.id,
    row.message,
    row.response,
    row.message_type,
    row.responder,
    row.received_at,
    row.responded_at,
  );
  const shown = [id, at, preview(message?.message ?? textOf(answer)), updated_at ?? null];
  if (status === undefined) await sql.run(SHOW, ...shown, conversationId);
  else await sql.run(SHOW_WITH_STATUS, ...shown, status, conversationId);
}

/** An exchange as its table keeps it, but for its position. */
export function exchangeRow({ id, conversationId, message, answer, responder, at }: Said) {
  const type = typeof message?.button_id === "string" ? "button" : message?.message_type;
  return {
    conversation_id: conversationId,
    id,
    message: message === undefined ? null : JSON.stringify(messageOf(message)),
    response: JSON.stringify(responseOf(answer)),
    message_type: type ?? "text",
    responder: responder ?? "BOT",
    received_at: at,
    responded_at: at,
  };
}

/** What a list shows of a text: its first 100 characters. */
export function preview(text: string): string {
  // No text has more characters than UTF-16 units.
  return text.length <= 100 ? text : Array.from(text).slice(0, 100).join("");
}

/** Silent: the form of a click. It is a text with the id of what was picked. */
function messageOf({ message, button_id }: UserMessage): object {
  return typeof button_id === "string" ? { text: message, button_id } : { text: message };
}

/** Silent: how several messages are one answer. Their texts are one text, and they stand beside it. */
function responseOf(answer: readonly GenericMessage[]): object {
  return { text: textOf(answer), messages: answer };
}

function textOf(answer: readonly GenericMessage[]): string {
  return answer.flatMap((each) => ("text" in each ? [each.text] : [])).join("\n");
}

type MessageRow = Omit<ConversationMessage, "message" | "response" | "status" | "created_at"> & {
  position: number;
  message: string | null;
  response: string | null;
};

/** What follows a sort key, the oldest first, at most `limit` of it. */
export async function listMessageRows(
  sql: Sql,
  conversationId: string,
  [position = 0]: SortKey,
  limit: number,
): Promise<{ position: number; record: ConversationMessage }[]> {
  const rows = await sql.all<MessageRow>(
    `SELECT id, conversation_id, position, message, response, message_type, responder, received_at,
       responded_at
     FROM sarufi_messages WHERE conversation_id = ? AND position > ? ORDER BY position LIMIT ?`,
    conversationId,
    position,
    limit,
  );
  return rows.map(({ position: place, message, response, ...row }) => ({
    position: place,
    record: {
      ...row,
      message: message === null ? null : fromJson<{ text: string }>(message),
      response: response === null ? null : fromJson<{ text: string }>(response),
      // Silent: what else there is. An answer in a chat has arrived when it is written down.
      status: "delivered",
      created_at: row.received_at,
    },
  }));
}
