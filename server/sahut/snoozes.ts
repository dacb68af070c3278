import type { DueWork } from "../agenda.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import { changeConversation } from "./change.ts";
import { findConversation } from "./conversation-rows.ts";
import { runRules } from "./rules.ts";

/**
 * Snoozes a conversation until a moment, which replaces the one that it may have had. Gives what is wrong, in a
 * sentence, or undefined. Whoever calls it wakes the agenda when the transaction is done; a moment that has passed is due
 * then at once.
 *
 * Silent: where the moment comes from. PATCH has no member for it, so a snooze by the API has no end but the
 * customer's next message; this one is for the control plane and for seed data.
 */
export async function snoozeUntil(
  sql: Sql,
  services: Services,
  workspaceId: string,
  conversationId: string,
  until: Date,
): Promise<string | undefined> {
  const conversation = await findConversation(sql, workspaceId, conversationId);
  if (conversation === undefined) return `Unknown conversation: ${conversationId}`;
  const change = { status: "snoozed" } as const;
  const told = await changeConversation(sql, services, workspaceId, conversationId, change);
  if (told) await runRules(sql, services, workspaceId, "conversation.updated", conversationId);
  // A rule may have ended the snooze before it began.
  await sql.run(
    "UPDATE sahut_conversations SET snoozed_until = ? WHERE id = ? AND status = 'snoozed'",
    until.toISOString(),
    conversationId,
  );
  return undefined;
}

/** Opens snoozed conversations when their time has come (Concepts, Conversation lifecycle). */
export function endOfSnoozes(services: Services): DueWork {
  const { store } = services;
  return {
    name: "end of snoozes",
    async next() {
      const row = await store.get<{ next: string | null }>(
        "SELECT MIN(snoozed_until) AS next FROM sahut_conversations",
      );
      return typeof row?.next === "string" ? new Date(row.next) : undefined;
    },
    async run(now) {
      const due = await store.all<{ id: string; workspace_id: string }>(
        "SELECT id, workspace_id FROM sahut_conversations WHERE snoozed_until <= ? ORDER BY snoozed_until, id",
        now.toISOString(),
      );
      for (const { id, workspace_id } of due) {
        await store.transaction((sql) => comeBack(sql, services, workspace_id, id, now));
      }
    },
  };
}

/** Another server, or a customer, may have been faster. */
async function comeBack(
  sql: Sql,
  services: Services,
  workspaceId: string,
  id: string,
  now: Date,
): Promise<void> {
  const due = await sql.get(
    "SELECT id FROM sahut_conversations WHERE id = ? AND snoozed_until <= ?",
    id,
    now.toISOString(),
  );
  if (due === undefined) return;
  await changeConversation(sql, services, workspaceId, id, { status: "open" });
  await runRules(sql, services, workspaceId, "conversation.updated", id);
}
