import type { Sql } from "../store/store.ts";
import { SESSION_LIFETIME_MS } from "./chat-messages.ts";

/** How many sessions would take a message now: neither closed nor expired. */
export async function countLiveSessions(sql: Sql, now: Date): Promise<number> {
  const expired = new Date(now.getTime() - SESSION_LIFETIME_MS).toISOString();
  const row = await sql.get<{ count: number }>(
    "SELECT COUNT(*) AS count FROM sarufi_chats WHERE closed = 0 AND active_at > ?",
    expired,
  );
  return row?.count ?? 0;
}
