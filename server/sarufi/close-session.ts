import { timestamp } from "../clock.ts";
import type { Store } from "../store/store.ts";

/** Closes a session in whichever workspace, as if its flow had ended. One that has expired can be closed, too. */
export function closeSession(
  store: Store,
  id: string,
  now: Date,
): Promise<"closed" | "closed already" | "unknown"> {
  return store.transaction(async (sql) => {
    const session = await sql.get<{ closed: number }>(
      "SELECT closed FROM sarufi_chats WHERE conversation_id = ?",
      id,
    );
    if (session === undefined) return "unknown";
    if (session.closed === 1) return "closed already";
    await sql.run("UPDATE sarufi_chats SET closed = 1 WHERE conversation_id = ?", id);
    await sql.run(
      "UPDATE sarufi_conversations SET status = 'CLOSED', updated_at = ? WHERE id = ?",
      timestamp(now),
      id,
    );
    return "closed";
  });
}
