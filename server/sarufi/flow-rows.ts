import type { Flow as FlowRecord } from "../../generated/sarufi/types.ts";
import { type Flow, readFlow } from "../flow/flow.ts";
import { fromJson } from "../store/json.ts";
import type { Sql } from "../store/store.ts";

interface FlowRow extends Omit<FlowRecord, "flow"> {
  definition: string;
}

const COLUMNS = "id, chatbot_id, name, type, status, definition, created_at, updated_at";

/** Undefined for an unknown flow, and for one of another chatbot. */
export async function findFlow(
  sql: Sql,
  chatbotId: string,
  id: string,
): Promise<FlowRecord | undefined> {
  const row = await sql.get<FlowRow>(
    `SELECT ${COLUMNS} FROM sarufi_flows WHERE chatbot_id = ? AND id = ?`,
    chatbotId,
    id,
  );
  return row && toFlow(row);
}

/** All flows of a chatbot. Silent: the order. The oldest comes first. */
export async function listFlowRows(sql: Sql, chatbotId: string): Promise<FlowRecord[]> {
  const rows = await sql.all<FlowRow>(
    `SELECT ${COLUMNS} FROM sarufi_flows WHERE chatbot_id = ? ORDER BY created_at, id`,
    chatbotId,
  );
  return rows.map(toFlow);
}

/** A row keeps the name of its definition's column; the API calls it `flow`. */
function toFlow({ definition, ...row }: FlowRow): FlowRecord {
  return { ...row, flow: fromJson<Record<string, unknown>>(definition) };
}

/**
 * What the chatbot talks by: the latest version of its published conversation flow. A published
 * `meta` flow does not count.
 */
export async function liveVersionId(sql: Sql, chatbotId: string): Promise<string | undefined> {
  const row = await sql.get<{ id: string }>(
    `SELECT v.id FROM sarufi_versions v JOIN sarufi_flows f ON f.id = v.flow_id
     WHERE f.chatbot_id = ? AND f.type = 'conversation' AND f.status = 'published'
     ORDER BY v.published_at DESC, v.id DESC LIMIT 1`,
    chatbotId,
  );
  return row?.id;
}

/** The present name of the flow that a version is of; undefined once that is deleted. */
export async function flowNameOf(sql: Sql, versionId: string): Promise<string | undefined> {
  const row = await sql.get<{ name: string }>(
    `SELECT f.name FROM sarufi_versions v JOIN sarufi_flows f ON f.id = v.flow_id
     WHERE v.id = ?`,
    versionId,
  );
  return row?.name;
}

/** Reads a published version; throws a FlowError when its definition cannot be run. */
export type LoadVersion = (sql: Sql, id: string) => Promise<Flow>;

/** A version is run far more often than it is made: so many are kept as they were read. */
const MOST_FLOWS = 1_000;

/** Reads each version once for each text of it, since a store that is reset may have another by the same id. */
export function versionLoader(): LoadVersion {
  const known = new Map<string, { definition: string; flow: Flow }>();
  return async (sql, id) => {
    const row = await sql.get<{ definition: string }>(
      "SELECT definition FROM sarufi_versions WHERE id = ?",
      id,
    );
    if (row === undefined) throw new Error(`There is no version ${id} of a flow.`);
    const { definition } = row;
    const before = known.get(id);
    if (before?.definition === definition) return before.flow;
    const flow = readFlow(JSON.parse(definition));
    if (known.size === MOST_FLOWS) known.clear();
    known.set(id, { definition, flow });
    return flow;
  };
}
