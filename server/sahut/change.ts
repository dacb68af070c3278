import type { ConversationChange } from "../../generated/sahut/types.ts";
import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import { activity } from "./compose.ts";
import { addMessageRow } from "./message-rows.ts";

/** What a request may change of a conversation, in columns. */
interface Changeable {
  status: string;
  assignee_id: string | null;
  team_id: string | null;
  labels: string;
}

/**
 * Writes what the body changes, and records an activity for a new status or assignee.
 *
 * Silent: any status may follow any; what keeps its value is no change; an empty body changes
 * nothing; a team stands beside the agent, who need not be of it.
 */
export async function changeConversation(
  sql: Sql,
  services: Services,
  id: string,
  body: ConversationChange,
): Promise<void> {
  const before = await sql.get<Changeable>(
    "SELECT status, assignee_id, team_id, labels FROM sahut_conversations WHERE id = ?",
    id,
  );
  if (before === undefined) throw new Error(`${id} is gone in the middle of its change.`);
  const after: Changeable = {
    status: body.status ?? before.status,
    assignee_id: body.assignee_id === undefined ? before.assignee_id : body.assignee_id,
    team_id: body.team_id ?? before.team_id,
    // Silent: labels are made as they are named; a repeated one counts once, in its first place.
    labels: body.labels === undefined ? before.labels : JSON.stringify([...new Set(body.labels)]),
  };
  const moved = (column: keyof Changeable) => after[column] !== before[column];
  if (!moved("status") && !moved("assignee_id") && !moved("team_id") && !moved("labels")) return;

  await sql.run(
    `UPDATE sahut_conversations
     SET status = ?, assignee_id = ?, team_id = ?, labels = ?, updated_at = ? WHERE id = ?`,
    after.status,
    after.assignee_id,
    after.team_id,
    after.labels,
    timestamp(services.clock()),
    id,
  );
  // Silent: which activities there are.
  if (moved("status")) {
    const words = `Status changed from ${before.status} to ${after.status}`;
    await addMessageRow(sql, id, activity(services, words));
  }
  if (moved("assignee_id")) {
    const words = await assignment(sql, after.assignee_id);
    await addMessageRow(sql, id, activity(services, words));
  }
}

async function assignment(sql: Sql, agentId: string | null): Promise<string> {
  if (agentId === null) return "Unassigned";
  const agent = await sql.get<{ name: string }>(
    "SELECT name FROM sahut_agents WHERE id = ?",
    agentId,
  );
  return `Assigned to ${agent?.name ?? agentId}`;
}
