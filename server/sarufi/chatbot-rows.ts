import type { Chatbot as ChatbotRecord } from "../../generated/sarufi/types.ts";
import { counters } from "../store/counters.ts";
import type { Sql } from "../store/store.ts";
import type { SortKey } from "./cursor.ts";

/** Silent: whether what is unset is null or absent. Here every member is there. */
type Chatbot = Required<ChatbotRecord>;

interface ChatbotRow extends Omit<Chatbot, "is_active"> {
  is_active: number;
}

const COLUMNS = `id, workspace_id, name, description, category, webhook_secret, is_active,
  created_at, updated_at`;

/** Another workspace's chatbot does not exist for this one. */
export async function chatbotExists(sql: Sql, workspaceId: string, id: string): Promise<boolean> {
  const row = await sql.get(
    "SELECT id FROM sarufi_chatbots WHERE workspace_id = ? AND id = ?",
    workspaceId,
    id,
  );
  return row !== undefined;
}

/** Undefined when there is none of that id in the workspace. */
export async function findChatbot(
  sql: Sql,
  workspaceId: string,
  id: string,
): Promise<Chatbot | undefined> {
  const row = await sql.get<ChatbotRow>(
    `SELECT ${COLUMNS} FROM sarufi_chatbots WHERE workspace_id = ? AND id = ?`,
    workspaceId,
    id,
  );
  return row && toChatbot(row);
}

/** Whether the workspace has a chatbot of this name, other than the one that may keep it. */
export async function nameIsTaken(
  sql: Sql,
  workspaceId: string,
  name: string,
  except = "",
): Promise<boolean> {
  const row = await sql.get(
    "SELECT id FROM sarufi_chatbots WHERE workspace_id = ? AND name = ? AND id <> ?",
    workspaceId,
    name,
    except,
  );
  return row !== undefined;
}

/** What follows a sort key, at most `limit` of it. Silent: the order. The oldest comes first. */
export async function listChatbotRows(
  sql: Sql,
  workspaceId: string,
  [createdAt = "", id = ""]: SortKey,
  limit: number,
): Promise<Chatbot[]> {
  const rows = await sql.all<ChatbotRow>(
    `SELECT ${COLUMNS} FROM sarufi_chatbots
     WHERE workspace_id = ? AND (created_at, id) > (?, ?)
     ORDER BY created_at, id LIMIT ?`,
    workspaceId,
    createdAt,
    id,
    limit,
  );
  return rows.map(toChatbot);
}

const totals = counters("sarufi_chatbot_totals", ["workspace_id"]);

export function countChatbots(sql: Sql, workspaceId: string): Promise<number> {
  return totals.total(sql, { workspace_id: workspaceId });
}

/** Counts chatbots that have come or, below zero, gone; call it in the transaction that writes them. */
export function recountChatbots(sql: Sql, workspaceId: string, by: number): Promise<void> {
  return totals.add(sql, [{ at: { workspace_id: workspaceId }, by }]);
}

/** Takes everything of the chatbot along. What refers to something goes before it. */
export async function deleteChatbotRows(
  sql: Sql,
  { id, workspace_id }: Pick<Chatbot, "id" | "workspace_id">,
): Promise<void> {
  const conversations = "(SELECT id FROM sarufi_conversations WHERE chatbot_id = ?)";
  const flows = "(SELECT id FROM sarufi_flows WHERE chatbot_id = ?)";
  await sql.run(`DELETE FROM sarufi_messages WHERE conversation_id IN ${conversations}`, id);
  await sql.run(`DELETE FROM sarufi_chats WHERE conversation_id IN ${conversations}`, id);
  await sql.run("DELETE FROM sarufi_conversations WHERE chatbot_id = ?", id);
  await sql.run(`DELETE FROM sarufi_versions WHERE flow_id IN ${flows}`, id);
  await sql.run("DELETE FROM sarufi_flows WHERE chatbot_id = ?", id);
  await sql.run("DELETE FROM sarufi_chatbots WHERE id = ?", id);
  await recountChatbots(sql, workspace_id, -1);
}

function toChatbot({ is_active, ...row }: ChatbotRow): Chatbot {
  return { ...row, is_active: is_active === 1 };
}
