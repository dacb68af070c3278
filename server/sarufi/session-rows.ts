import type { UserMessage } from "../../generated/sarufi/types.ts";
import { timestamp } from "../clock.ts";
import type { Place, Turn } from "../flow/interpret.ts";
import type { Variables } from "../flow/variables.ts";
import { fromJson } from "../store/json.ts";
import type { Sql } from "../store/store.ts";
import { addSaid } from "./message-rows.ts";

export interface Session {
  readonly id: string;
  readonly chatbotId: string;
  /** What was live at creation; the session stays with it (silent). */
  readonly versionId: string;
  readonly createdAt: Date;
}

/** Where an existing session stands. */
export interface SessionState extends Place {
  /** Null once its flow is deleted; the session is closed then. */
  readonly version_id: string | null;
  readonly closed: number;
  readonly active_at: string;
  /** The place of the latest message: another one has come when it is another. */
  readonly position: number;
  /** Whom the bot talks to, where that is known. */
  readonly contact_name: string | null;
}

/** Undefined for an unknown session, and for one of another chatbot. */
export async function findSession(
  sql: Sql,
  chatbotId: string,
  id: string,
): Promise<SessionState | undefined> {
  const row = await sql.get<Omit<SessionState, "variables"> & { variables: string }>(
    `SELECT s.version_id, s.state, s.variables, s.closed, s.active_at, c.contact_name,
       (SELECT COALESCE(MAX(position), 0) FROM sarufi_messages WHERE conversation_id = c.id)
         AS position
     FROM sarufi_chats s JOIN sarufi_conversations c ON c.id = s.conversation_id
     WHERE c.chatbot_id = ? AND c.id = ?`,
    chatbotId,
    id,
  );
  if (row === undefined) return undefined;
  // Member by member, since SQLite's rows are slow to copy whole.
  const { version_id, state, closed, active_at, position, contact_name } = row;
  const variables = fromJson<Variables>(row.variables);
  return { version_id, state, closed, active_at, position, contact_name, variables };
}

/**
 * Starts a session, which is a conversation on the channel `api` of the same id (silent), and keeps
 * its greeting as something said without being asked (silent).
 */
export async function addSession(
  sql: Sql,
  session: Session,
  greeting: Turn,
  messageId: string,
): Promise<void> {
  const { id, chatbotId, versionId, createdAt } = session;
  const at = timestamp(createdAt);
  // Silent: who is talking on this channel. Nobody is named, and nothing counts as unread.
  await sql.run(
    `INSERT INTO sarufi_conversations (id, chatbot_id, channel, status, unread_count, created_at)
     VALUES (?, ?, 'api', ?, 0, ?)`,
    id,
    chatbotId,
    greeting.ended ? CLOSED : ACTIVE,
    at,
  );
  await sql.run(
    `INSERT INTO sarufi_chats (conversation_id, version_id, state, variables, closed, active_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    id,
    versionId,
    greeting.state,
    JSON.stringify(greeting.variables),
    greeting.ended ? 1 : 0,
    createdAt.toISOString(),
  );
  await addSaid(sql, { id: messageId, conversationId: id, answer: greeting.messages, at });
}

/** What a turn says on both sides, and where it leads. */
export interface Exchanged {
  readonly message: UserMessage;
  readonly turn: Turn;
  readonly messageId: string;
  /** What the session ran by before. */
  readonly versionId: string;
  /** The place of the message that was the latest before. */
  readonly after: number;
}

/**
 * Moves the session on at `now`, which clients see as `at`, and keeps what was said on both sides. False, and nothing is done, when it has been closed, deleted
 * or spoken to meanwhile, or its flow has been deleted.
 */
export async function advanceSession(
  sql: Sql,
  id: string,
  { message, turn, messageId, versionId, after }: Exchanged,
  now: Date,
  at = timestamp(now),
): Promise<boolean> {
  const moved = await sql.run(
    `UPDATE sarufi_chats SET state = ?, variables = ?, closed = ?, active_at = ?
     WHERE conversation_id = ? AND version_id = ? AND closed = 0 AND NOT EXISTS
       (SELECT 1 FROM sarufi_messages WHERE conversation_id = ? AND position > ?)`,
    turn.state,
    JSON.stringify(turn.variables),
    turn.ended ? 1 : 0,
    now.toISOString(),
    id,
    versionId,
    id,
    after,
  );
  if (moved === 0) return false;
  const answer = turn.messages;
  const said = { id: messageId, conversationId: id, message, answer, at, position: after + 1 };
  // A session that is not closed is ACTIVE.
  await addSaid(sql, said, { ...(turn.ended && { status: CLOSED }), updated_at: at });
  return true;
}

/** Silent: the status of a session. One that has merely expired stays as it was. */
const ACTIVE = "ACTIVE";
const CLOSED = "CLOSED";
