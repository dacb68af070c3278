import type { Conversation, ConversationStatus } from "../../generated/sahut/types.ts";
import { fromJson } from "../store/json.ts";
import type { Sql } from "../store/store.ts";
import { type ConversationFilter, idsOfSlice, type Slice } from "./conversation-slice.ts";
import { countConversations } from "./conversation-totals.ts";
import type { Recipient } from "./whatsapp-window.ts";

interface ConversationRow {
  id: string;
  status: ConversationStatus;
  channel_id: string;
  channel_type: string;
  channel_name: string;
  contact_id: string;
  contact_name: string;
  contact_phone: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  labels: string;
  created_at: string;
  updated_at: string;
}

const COLUMNS = `c.id, c.status, c.labels, c.created_at, c.updated_at,
    ch.id AS channel_id, ch.type AS channel_type, ch.name AS channel_name,
    ct.id AS contact_id, ct.name AS contact_name, ct.phone AS contact_phone,
    ag.id AS assignee_id, ag.name AS assignee_name`;
const JOINS = `JOIN sahut_channels ch ON ch.id = c.channel_id
  JOIN sahut_contacts ct ON ct.id = c.contact_id
  LEFT JOIN sahut_agents ag ON ag.id = c.assignee_id`;

const FIND = `SELECT ${COLUMNS} FROM sahut_conversations c ${JOINS}
  WHERE c.workspace_id = ? AND c.id = ?`;

/** Undefined when there is none of that id in the workspace. Ids are case-sensitive. */
export async function findConversation(
  sql: Sql,
  workspaceId: string,
  id: string,
): Promise<Conversation | undefined> {
  const row = await sql.get<ConversationRow>(FIND, workspaceId, id);
  return row && toConversation(row);
}

/** All that whoever writes to a conversation needs: with whom and where it is, and how many messages it has. */
export async function findRecipient(
  sql: Sql,
  workspaceId: string,
  conversationId: string,
): Promise<(Recipient & { readonly messages: number }) | undefined> {
  const row = await sql.get<{ contact_id: string; channel_id: string; messages: number }>(
    "SELECT contact_id, channel_id, messages FROM sahut_conversations WHERE workspace_id = ? AND id = ?",
    workspaceId,
    conversationId,
  );
  if (row === undefined) return undefined;
  return { contactId: row.contact_id, channelId: row.channel_id, messages: row.messages };
}

/** What is known to be there, such as what has just been written. */
export async function readConversation(
  sql: Sql,
  workspaceId: string,
  id: string,
): Promise<Conversation> {
  const conversation = await findConversation(sql, workspaceId, id);
  if (conversation === undefined) throw new Error(`Conversation ${id} is gone.`);
  return conversation;
}

/**
 * The conversations that pass every filter, and how many they are in all.
 * Silent: the order. The latest change comes first, as in an inbox; ties go by id.
 */
export async function listConversationRows(
  sql: Sql,
  workspaceId: string,
  filter: ConversationFilter,
  { limit, offset }: Slice,
): Promise<{ total: number; conversations: Conversation[] }> {
  const total = await countConversations(sql, workspaceId, filter);
  if (offset >= total) return { total, conversations: [] };
  const { statement, values } = idsOfSlice(workspaceId, filter, { limit, offset });
  // What stands before the page is passed by in an index alone, and only the page is put together.
  const rows = await sql.all<ConversationRow>(
    `SELECT ${COLUMNS} FROM (${statement}) listed JOIN sahut_conversations c ON c.id = listed.id
     ${JOINS} ORDER BY c.updated_at DESC, c.id`,
    ...values,
  );
  return { total, conversations: rows.map(toConversation) };
}

function toConversation(row: ConversationRow): Conversation {
  const { assignee_id, assignee_name } = row;
  return {
    id: row.id,
    status: row.status,
    channel: { id: row.channel_id, type: row.channel_type, name: row.channel_name },
    contact: { id: row.contact_id, name: row.contact_name, phone: row.contact_phone },
    assignee:
      assignee_id === null || assignee_name === null
        ? null
        : { id: assignee_id, name: assignee_name },
    labels: fromJson<string[]>(row.labels),
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}
