import type { Sql } from "../store/store.ts";

/** The members of a request that name another resource, and where that resource is kept. */
const TABLES = {
  contact_id: "sahut_contacts",
  channel_id: "sahut_channels",
  assignee_id: "sahut_agents",
  team_id: "sahut_teams",
} as const;

type References = { readonly [Member in keyof typeof TABLES]?: string | null | undefined };

/** What is wrong with the ids in a request, in a sentence; undefined when all of them are known. */
export async function unknownReference(
  sql: Sql,
  workspaceId: string,
  references: References,
): Promise<string | undefined> {
  // as: these are the keys of the object above.
  for (const member of Object.keys(TABLES) as (keyof typeof TABLES)[]) {
    const id = references[member];
    if (id === undefined || id === null) continue;
    const row = await sql.get(
      `SELECT id FROM ${TABLES[member]} WHERE workspace_id = ? AND id = ?`,
      workspaceId,
      id,
    );
    if (row === undefined) return `Unknown ${member}: ${id}`;
  }
  return undefined;
}
