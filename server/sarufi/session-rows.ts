import type { Turn } from "../flow/interpret.ts";
import type { Sql } from "../store/store.ts";

export interface Session {
  readonly id: string;
  readonly chatbotId: string;
  /** The flow that was live at creation; the session stays with it (silent). */
  readonly flowId: string;
  readonly createdAt: Date;
}

/** Where an existing session stands. */
export interface SessionState {
  readonly flow_id: string;
  readonly state: string;
  readonly closed: number;
  readonly active_at: string;
}

/** Undefined for an unknown session, and for one of another chatbot. */
export function findSession(
  sql: Sql,
  chatbotId: string,
  id: string,
): Promise<SessionState | undefined> {
  return sql.get<SessionState>(
    "SELECT flow_id, state, closed, active_at FROM sarufi_sessions WHERE chatbot_id = ? AND id = ?",
    chatbotId,
    id,
  );
}

export async function addSession(sql: Sql, session: Session, greeting: Turn): Promise<void> {
  const now = session.createdAt.toISOString();
  await sql.run(
    `INSERT INTO sarufi_sessions (id, chatbot_id, flow_id, state, closed, created_at, active_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    session.id,
    session.chatbotId,
    session.flowId,
    greeting.state,
    greeting.ended ? 1 : 0,
    now,
    now,
  );
  await addExchange(sql, session.id, null, greeting, session.createdAt);
}

/** Moves the session on, and keeps what was said on both sides. */
export async function advanceSession(
  sql: Sql,
  id: string,
  message: object,
  turn: Turn,
  now: Date,
): Promise<void> {
  await sql.run(
    "UPDATE sarufi_sessions SET state = ?, closed = ?, active_at = ? WHERE id = ?",
    turn.state,
    turn.ended ? 1 : 0,
    now.toISOString(),
    id,
  );
  await addExchange(sql, id, message, turn, now);
}

async function addExchange(
  sql: Sql,
  sessionId: string,
  message: object | null,
  { messages }: Turn,
  now: Date,
): Promise<void> {
  await sql.run(
    `INSERT INTO sarufi_exchanges (session_id, position, message, response, received_at)
     SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ? FROM sarufi_exchanges WHERE session_id = ?`,
    sessionId,
    message && JSON.stringify(message),
    JSON.stringify(messages),
    now.toISOString(),
    sessionId,
  );
}
