import type { ConversationChange } from "../../generated/sahut/types.ts";
import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import { activity } from "./compose.ts";
import { readConversation } from "./conversation-rows.ts";
import { recount } from "./conversation-totals.ts";
import { emit } from "./events.ts";
import { addMessageRow } from "./message-rows.ts";

/** What a request may change of a conversation, in columns. */
interface Changeable {
  status: string;
  assignee_id: string | null;
  team_id: string | null;
  labels: string;
}

/**
 * Writes what the body changes, records an activity for a new status, assignee or team, and tells webhooks. Gives whether
 * it told them `conversation.updated`: then rules may run.
 *
 * Silent: any status may follow any; what keeps its value is no change; an empty body changes
 * nothing; a team stands beside the agent, who need not be of it. A new status ends a snooze.
 */
export async function changeConversation(
  sql: Sql,
  services: Services,
  workspaceId: string,
  id: string,
  body: ConversationChange,
): Promise<boolean> {
  const row = await sql.get<Changeable & { channel_id: string }>(
    "SELECT status, assignee_id, team_id, labels, channel_id FROM sahut_conversations WHERE id = ?",
    id,
  );
  if (row === undefined) throw new Error(`${id} is gone in the middle of its change.`);
  const { channel_id, ...before } = row;
  const after: Changeable = {
    status: body.status ?? before.status,
    assignee_id: body.assignee_id === undefined ? before.assignee_id : body.assignee_id,
    team_id: body.team_id ?? before.team_id,
    // Silent: labels are made as they are named; a repeated one counts once, in its first place.
    labels: body.labels === undefined ? before.labels : JSON.stringify([...new Set(body.labels)]),
  };
  const moved = (column: keyof Changeable) => after[column] !== before[column];
  if (!moved("status") && !moved("assignee_id") && !moved("team_id") && !moved("labels")) {
    return false;
  }
  await write(sql, services, id, after, moved("status"));
  if (moved("status") || moved("assignee_id")) {
    const move = { before: { ...before, channel_id }, after: { ...after, channel_id } };
    await recount(sql, workspaceId, [move]);
  }
  await record(sql, services, id, before, after);
  // Silent: whether a team is told. It is not: Webhooks, Event types names the other three.
  if (!moved("status") && !moved("assignee_id") && !moved("labels")) return false;
  await tell(sql, services, workspaceId, id, moved("status") && after.status === "resolved");
  return true;
}

async function write(
  sql: Sql,
  { clock }: Services,
  id: string,
  { status, assignee_id, team_id, labels }: Changeable,
  endsSnooze: boolean,
): Promise<void> {
  await sql.run(
    `UPDATE sahut_conversations
     SET status = ?, assignee_id = ?, team_id = ?, labels = ?, updated_at = ?
       ${endsSnooze ? ", snoozed_until = NULL" : ""} WHERE id = ?`,
    status,
    assignee_id,
    team_id,
    labels,
    timestamp(clock()),
    id,
  );
}

/** Silent: which activities there are. Labels make none. */
async function record(
  sql: Sql,
  services: Services,
  id: string,
  before: Changeable,
  after: Changeable,
): Promise<void> {
  const note = (words: string) => addMessageRow(sql, id, activity(services, words));
  if (after.status !== before.status) {
    await note(`Status changed from ${before.status} to ${after.status}`);
  }
  if (after.assignee_id !== before.assignee_id) {
    const agent = after.assignee_id;
    await note(
      agent === null ? "Unassigned" : `Assigned to ${await nameOf(sql, "sahut_agents", agent)}`,
    );
  }
  if (after.team_id !== before.team_id && after.team_id !== null) {
    await note(`Assigned to team ${await nameOf(sql, "sahut_teams", after.team_id)}`);
  }
}

async function nameOf(
  sql: Sql,
  table: "sahut_agents" | "sahut_teams",
  id: string,
): Promise<string> {
  const row = await sql.get<{ name: string }>(`SELECT name FROM ${table} WHERE id = ?`, id);
  return row?.name ?? id;
}

/** Silent: what resolving tells. Both, since it is a change, too; the more general one comes first. */
async function tell(
  sql: Sql,
  services: Services,
  workspaceId: string,
  id: string,
  resolves: boolean,
): Promise<void> {
  const conversation = await readConversation(sql, workspaceId, id);
  await emit(sql, services, workspaceId, "conversation.updated", conversation);
  if (resolves) await emit(sql, services, workspaceId, "conversation.resolved", conversation);
}
