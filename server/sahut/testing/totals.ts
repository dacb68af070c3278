import type { Sql } from "../../store/store.ts";
import { listContactRows } from "../contact-rows.ts";
import { listConversationRows } from "../conversation-rows.ts";
import { listMessageRows } from "../message-rows.ts";

const FIRST = { limit: 1, offset: 0 };

/**
 * Every total that a workspace's lists can have: as they say it, and as counting the rows gives it. The filters are all
 * that find something, and some that find nothing.
 */
export async function totals(sql: Sql, workspaceId: string) {
  const rows = await sql.all<{
    id: string;
    status: string;
    channel_id: string;
    assignee_id: string | null;
  }>(
    "SELECT id, status, channel_id, assignee_id FROM sahut_conversations WHERE workspace_id = ?",
    workspaceId,
  );
  const listed: Record<string, number> = {};
  const counted: Record<string, number> = {};
  for (const status of [undefined, "open", "pending", "resolved", "snoozed"]) {
    for (const channel_id of [undefined, "*", ...new Set(rows.map((row) => row.channel_id))]) {
      for (const agent of [undefined, "-", "", ...new Set(rows.map((row) => row.assignee_id))]) {
        const assignee_id = agent ?? (agent === null ? "unassigned" : undefined);
        const filter = {
          ...(status !== undefined && { status }),
          ...(channel_id !== undefined && { channel_id }),
          ...(assignee_id !== undefined && { assignee_id }),
        };
        const name = JSON.stringify(filter);
        listed[name] = (await listConversationRows(sql, workspaceId, filter, FIRST)).total;
        counted[name] = rows.filter(
          (row) =>
            (status ?? row.status) === row.status &&
            (channel_id ?? row.channel_id) === row.channel_id &&
            (agent === undefined || agent === row.assignee_id),
        ).length;
      }
    }
  }
  listed.contacts = (await listContactRows(sql, workspaceId, {}, FIRST)).total;
  counted.contacts = await count(sql, "sahut_contacts WHERE workspace_id = ?", workspaceId);
  for (const { id } of rows) {
    listed[id] = (await listMessageRows(sql, id, FIRST)).total;
    counted[id] = await count(sql, "sahut_messages WHERE conversation_id = ?", id);
  }
  return { listed, counted };
}

async function count(sql: Sql, from: string, value: string): Promise<number> {
  const row = await sql.get<{ number: number }>(`SELECT COUNT(*) AS number FROM ${from}`, value);
  return row?.number ?? 0;
}
