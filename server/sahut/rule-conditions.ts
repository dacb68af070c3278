import { fromJson } from "../store/json.ts";
import type { Sql } from "../store/store.ts";
import type { Conditions } from "./rule.ts";

/** What rules look at; nothing that they do changes it. */
export interface Facts {
  readonly channelId: string;
  readonly tags: readonly string[];
  /** The customer's latest message in the conversation; empty when there is none. */
  readonly said: string;
}

export async function factsOf(sql: Sql, conversationId: string): Promise<Facts> {
  const row = await sql.get<{ channel_id: string; tags: string; said: string | null }>(
    `SELECT c.channel_id, ct.tags,
       (SELECT content FROM sahut_messages WHERE conversation_id = c.id AND type = 'incoming'
        ORDER BY created_at DESC, position DESC LIMIT 1) AS said
     FROM sahut_conversations c JOIN sahut_contacts ct ON ct.id = c.contact_id WHERE c.id = ?`,
    conversationId,
  );
  if (row === undefined) throw new Error(`${conversationId} is gone before its rules.`);
  return { channelId: row.channel_id, tags: fromJson<string[]>(row.tags), said: row.said ?? "" };
}

/** Whether all the conditions that are given hold. */
export function holds({ channel_id, keyword, tag }: Conditions, facts: Facts): boolean {
  if (channel_id !== undefined && channel_id !== facts.channelId) return false;
  if (tag !== undefined && !facts.tags.includes(tag)) return false;
  return keyword === undefined || facts.said.toLowerCase().includes(keyword.toLowerCase());
}
