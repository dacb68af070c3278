import { type Flow, readFlow } from "../flow/flow.ts";
import type { Sql } from "../store/store.ts";

/** Another workspace's chatbot does not exist for this one. */
export async function chatbotExists(sql: Sql, workspaceId: string, id: string): Promise<boolean> {
  const row = await sql.get(
    "SELECT id FROM sarufi_chatbots WHERE workspace_id = ? AND id = ?",
    workspaceId,
    id,
  );
  return row !== undefined;
}

/** The id of the chatbot's live conversation flow. A published `meta` flow does not count. */
export async function publishedFlowId(sql: Sql, chatbotId: string): Promise<string | undefined> {
  const row = await sql.get<{ id: string }>(
    `SELECT id FROM sarufi_flows
     WHERE chatbot_id = ? AND type = 'conversation' AND status = 'published'`,
    chatbotId,
  );
  return row?.id;
}

/** Reads a flow by its id; throws a FlowError when its definition cannot be run. */
export async function loadFlow(sql: Sql, id: string): Promise<Flow> {
  const row = await sql.get<{ definition: string }>(
    "SELECT definition FROM sarufi_flows WHERE id = ?",
    id,
  );
  if (row === undefined) throw new Error(`There is no flow ${id}.`);
  return cached(id, row.definition);
}

const flows = new Map<string, { definition: string; flow: Flow }>();

/**
 * A flow changes far less often than it is run, so it is read once for each text of its definition.
 */
function cached(id: string, definition: string): Flow {
  const known = flows.get(id);
  if (known?.definition === definition) return known.flow;
  const flow = readFlow(JSON.parse(definition));
  flows.set(id, { definition, flow });
  return flow;
}
