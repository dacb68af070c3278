import type { Value } from "../store/store.ts";

export interface ConversationFilter {
  readonly status?: string;
  readonly channel_id?: string;
  /** An agent's id, or `unassigned`. */
  readonly assignee_id?: string;
}

export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

/**
 * Finds the ids of a part of the list. Each set of filters has an index that holds its list in its order, so that as many
 * entries are read as the part ends at, however many there are. All of them are written to when a conversation moves.
 */
export function idsOfSlice(
  workspaceId: string,
  filter: ConversationFilter,
  { limit, offset }: Slice,
): { statement: string; values: Value[] } {
  const clauses = ["workspace_id = ?"];
  const values: Value[] = [workspaceId];
  const order = ["updated_at DESC", "id"];
  for (const column of ["status", "channel_id", "assignee_id"] as const) {
    const value = filter[column];
    if (value === undefined) continue;
    if (column === "assignee_id" && value === "unassigned") {
      clauses.push("assignee_id IS NULL");
      // All the same here, but PostgreSQL does not see that by itself, and would sort.
      order.unshift("assignee_id");
    } else {
      clauses.push(`${column} = ?`);
      values.push(value);
    }
  }
  return {
    statement: `SELECT id FROM sahut_conversations WHERE ${clauses.join(" AND ")}
     ORDER BY ${order.join(", ")} LIMIT ? OFFSET ?`,
    values: [...values, limit, offset],
  };
}
