import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import { readConversation } from "./conversation-rows.ts";
import { recount } from "./conversation-totals.ts";
import { emit } from "./events.ts";

/** A conversation to start: with whom, where, and for which agent. */
export interface Start {
  readonly contactId: string;
  readonly channelId: string;
  readonly assigneeId?: string | undefined;
}

/**
 * Starts a conversation, tells `conversation.created`, and gives its id.
 * Silent: the first status, and whether one may be open already. It is open; it may.
 */
export async function startConversation(
  sql: Sql,
  services: Services,
  workspaceId: string,
  { contactId, channelId, assigneeId }: Start,
): Promise<string> {
  const id = `conv_${services.newId()}`;
  const now = timestamp(services.clock());
  const listed = { status: "open", channel_id: channelId, assignee_id: assigneeId ?? null };
  await sql.run(
    `INSERT INTO sahut_conversations (id, workspace_id, status, channel_id, contact_id,
       assignee_id, team_id, labels, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, NULL, '[]', ?, ?)`,
    id,
    workspaceId,
    listed.status,
    channelId,
    contactId,
    listed.assignee_id,
    now,
    now,
  );
  await recount(sql, workspaceId, [{ after: listed }]);
  const conversation = await readConversation(sql, workspaceId, id);
  await emit(sql, services, workspaceId, "conversation.created", conversation);
  return id;
}
