import type { Conversation } from "../../generated/sarufi/types.ts";
import { timestamp } from "../clock.ts";
import type { Sql, Value } from "../store/store.ts";
import type { SortKey } from "./cursor.ts";

export interface ConversationFilter {
  readonly status?: string;
  readonly channel?: string;
  readonly start_time?: string;
  readonly end_time?: string;
}

const COLUMNS = `id, chatbot_id, user_phone, contact_name, channel, status, last_message_id,
  last_message_at, last_message_preview, unread_count, created_at, updated_at`;

/** Undefined for an unknown conversation, and for one of another chatbot. */
export function findConversation(
  sql: Sql,
  chatbotId: string,
  id: string,
): Promise<Conversation | undefined> {
  return sql.get<Conversation>(
    `SELECT ${COLUMNS} FROM sarufi_conversations WHERE chatbot_id = ? AND id = ?`,
    chatbotId,
    id,
  );
}

/**
 * What passes every filter and follows a sort key, at most `limit` of it.
 * Silent: the order. The newest comes first.
 */
export function listConversationRows(
  sql: Sql,
  chatbotId: string,
  filter: ConversationFilter,
  after: SortKey | undefined,
  limit: number,
): Promise<Conversation[]> {
  const clauses = ["chatbot_id = ?"];
  const values: Value[] = [chatbotId];
  const narrow = (clause: string, ...given: Value[]): void => {
    clauses.push(clause);
    values.push(...given);
  };
  const { status, channel, start_time, end_time } = filter;
  if (status !== undefined) narrow("status = ?", status);
  if (channel !== undefined) narrow("channel = ?", channel);
  if (start_time !== undefined) narrow("created_at >= ?", wholeSecond(start_time, Math.ceil));
  if (end_time !== undefined) narrow("created_at <= ?", wholeSecond(end_time, Math.floor));
  if (after !== undefined) {
    const [createdAt = "", id = ""] = after;
    narrow("(created_at, id) < (?, ?)", createdAt, id);
  }
  return sql.all<Conversation>(
    `SELECT ${COLUMNS} FROM sarufi_conversations WHERE ${clauses.join(" AND ")}
     ORDER BY created_at DESC, id DESC LIMIT ?`,
    ...values,
    limit,
  );
}

/** Conversations are created at whole seconds, as clients see them, so bounds are such, too. */
function wholeSecond(text: string, round: (seconds: number) => number): string {
  return timestamp(new Date(round(Date.parse(text) / 1000) * 1000));
}
