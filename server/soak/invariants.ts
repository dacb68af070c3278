import { fromJson } from "../store/json.ts";
import type { Sql } from "../store/store.ts";
import { RING } from "./desks.ts";
import type { Ledger } from "./ledger.ts";
import { idIn } from "./listener.ts";
import { statusAt } from "./status-at.ts";

/**
 * What has to hold in the store at any moment, whoever was told: what is half done, one line each.
 * `heard` is what webhooks have been told of.
 */
export async function halfWritten(sql: Sql, heard: ReadonlySet<string>): Promise<string[]> {
  return [
    ...(await withoutMessage(sql)),
    ...(await withHoles(sql, "sahut_messages")),
    ...(await withHoles(sql, "sarufi_messages")),
    ...(await changedWithoutRecord(sql)),
    ...(await chatsAstray(sql)),
    ...(await untold(sql, heard)),
  ];
}

/** Webhooks, which the API does not show, as they were answered. */
export async function lostWebhooks(sql: Sql, { webhooks }: Ledger): Promise<string[]> {
  const lost: string[] = [];
  for (const { id, url, events, secret, created_at } of webhooks) {
    const row = await sql.get<Record<string, string>>(
      "SELECT url, events, secret, created_at FROM sahut_webhooks WHERE id = ?",
      id,
    );
    const same =
      row?.url === url &&
      row.events === JSON.stringify(events) &&
      row.secret === secret &&
      row.created_at === created_at;
    if (!same) lost.push(`${id} is ${JSON.stringify(row)}`);
  }
  return lost;
}

/** How many writes happened more than once: every writer says each thing once. */
export async function twice(sql: Sql): Promise<number> {
  const row = await sql.get<{ count: number }>(
    `SELECT COUNT(*) - COUNT(DISTINCT said) AS count FROM (
       SELECT content AS said FROM sahut_messages WHERE type = 'outgoing'
       UNION ALL SELECT name AS said FROM sahut_contacts
       UNION ALL SELECT message AS said FROM sarufi_messages WHERE message IS NOT NULL) AS everything`,
  );
  return row?.count ?? 0;
}

/** Each conversation here is started with one. */
async function withoutMessage(sql: Sql): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT id FROM sahut_conversations WHERE NOT EXISTS
       (SELECT 1 FROM sahut_messages WHERE conversation_id = sahut_conversations.id)`,
  );
  return rows.map(({ id }) => `${id} has no first message`);
}

async function withHoles(sql: Sql, table: "sahut_messages" | "sarufi_messages") {
  const rows = await sql.all<{ id: string }>(
    `SELECT conversation_id AS id FROM ${table} GROUP BY conversation_id
     HAVING MIN(position) <> 1 OR MAX(position) <> COUNT(*) OR COUNT(DISTINCT position) <> COUNT(*)`,
  );
  return rows.map(({ id }) => `${id} has a hole in its ${table}`);
}

/** Each change here gives a label with its number and another status, which is recorded as an activity. */
async function changedWithoutRecord(sql: Sql): Promise<string[]> {
  const rows = await sql.all<{ id: string; labels: string; status: string; count: number }>(
    `SELECT id, labels, status, (SELECT COUNT(*) FROM sahut_messages
       WHERE conversation_id = sahut_conversations.id AND type = 'activity') AS count
     FROM sahut_conversations`,
  );
  return rows.flatMap(({ id, labels, status, count }) => {
    const [label = "step-0"] = fromJson<string[]>(labels);
    const fits = label === `step-${count}` && status === statusAt(count);
    return fits ? [] : [`${id} is ${status}, ${label}, with ${count} activities`];
  });
}

/** The state of a chat is where as many messages lead, and it remembers what was said last. */
async function chatsAstray(sql: Sql): Promise<string[]> {
  const rows = await sql.all<{
    id: string;
    state: string;
    variables: string;
    position: number;
    message: string | null;
  }>(
    `SELECT c.conversation_id AS id, c.state, c.variables, m.position, m.message
     FROM sarufi_chats c JOIN sarufi_messages m ON m.conversation_id = c.conversation_id
     WHERE m.position =
       (SELECT MAX(position) FROM sarufi_messages WHERE conversation_id = c.conversation_id)`,
  );
  return rows.flatMap(({ id, state, variables, position, message }) => {
    const turns = position - 1;
    const before = `s${(turns + RING - 1) % RING}`;
    const said = message === null ? undefined : fromJson<{ text: string }>(message).text;
    const kept = fromJson<Record<string, unknown>>(variables)[before];
    const fits = state === `s${turns % RING}` && (turns === 0 || kept === said);
    return fits ? [] : [`${id} is in ${state} after ${turns} turns, and remembers ${kept}`];
  });
}

/** What has happened is waiting to be told, or has been told. */
async function untold(sql: Sql, heard: ReadonlySet<string>): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT id FROM sahut_conversations
     UNION ALL SELECT id FROM sahut_messages WHERE type = 'outgoing'
     UNION ALL SELECT id FROM sahut_contacts WHERE id NOT LIKE 'ct_desk%'`,
  );
  const queue = await sql.all<{ body: string }>("SELECT body FROM sahut_deliveries");
  const waiting = new Set(queue.map(({ body }) => idIn(body)));
  return rows.flatMap(({ id }) =>
    waiting.has(id) || heard.has(id) ? [] : [`nobody is told of ${id}`],
  );
}
