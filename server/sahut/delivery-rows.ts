import type { Sql } from "../store/store.ts";

/** A webhook that has deliveries. */
export interface Waiting {
  readonly webhookId: string;
  /** When the next may be sent: it is due, and nobody has the turn. ISO 8601 with milliseconds, as are all moments here: they sort as text. */
  readonly dueAt: string;
}

export async function waitingWebhooks(sql: Sql): Promise<Waiting[]> {
  const rows = await sql.all<{ id: string; due_at: string | null; until: string | null }>(
    `SELECT sahut_webhooks.id, sahut_webhook_turns.until,
       (SELECT MIN(due_at) FROM sahut_deliveries
         WHERE sahut_deliveries.webhook_id = sahut_webhooks.id) AS due_at
     FROM sahut_webhooks
     LEFT JOIN sahut_webhook_turns ON sahut_webhook_turns.webhook_id = sahut_webhooks.id`,
  );
  return rows.flatMap(({ id, due_at: dueAt, until }) => {
    if (dueAt === null) return [];
    return [{ webhookId: id, dueAt: until !== null && until > dueAt ? until : dueAt }];
  });
}

/** The turn to send to a webhook: one server has it, and loses it when it does not come back in time. */
export interface Turn {
  readonly webhookId: string;
  readonly until: string;
}

/** Undefined when another server has it. */
export async function takeTurn(sql: Sql, turn: Turn, now: string): Promise<Turn | undefined> {
  const taken = await sql.run(
    `INSERT INTO sahut_webhook_turns (webhook_id, until) VALUES (?, ?)
     ON CONFLICT (webhook_id) DO UPDATE SET until = excluded.until
       WHERE sahut_webhook_turns.until <= ?`,
    turn.webhookId,
    turn.until,
    now,
  );
  return taken === 1 ? turn : undefined;
}

/** Undefined when it has been lost. */
export async function extendTurn(sql: Sql, turn: Turn, until: string): Promise<Turn | undefined> {
  const kept = await sql.run(
    "UPDATE sahut_webhook_turns SET until = ? WHERE webhook_id = ? AND until = ?",
    until,
    turn.webhookId,
    turn.until,
  );
  return kept === 1 ? { ...turn, until } : undefined;
}

export async function endTurn(sql: Sql, { webhookId, until }: Turn): Promise<void> {
  await sql.run(
    "DELETE FROM sahut_webhook_turns WHERE webhook_id = ? AND until = ?",
    webhookId,
    until,
  );
}

export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly body: string;
  /** How often it has failed. */
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
}

/** What is to be sent to a webhook next; undefined when nothing is due, or it has been deleted. */
export function dueDelivery(
  sql: Sql,
  webhookId: string,
  now: string,
): Promise<Delivery | undefined> {
  return sql.get<Delivery>(
    `SELECT sahut_deliveries.id, event, body, attempts, url, secret FROM sahut_deliveries
     JOIN sahut_webhooks ON sahut_webhooks.id = webhook_id
     WHERE webhook_id = ? AND due_at <= ? ORDER BY due_at, sahut_deliveries.id LIMIT 1`,
    webhookId,
    now,
  );
}

/** False when it has gone meanwhile, with its webhook. */
export async function removeDelivery(sql: Sql, { id }: Delivery): Promise<boolean> {
  return (await sql.run("DELETE FROM sahut_deliveries WHERE id = ?", id)) === 1;
}

/** False when it has gone meanwhile, with its webhook. */
export async function postponeDelivery(
  sql: Sql,
  { id, attempts }: Delivery,
  dueAt: string,
): Promise<boolean> {
  const changed = await sql.run(
    "UPDATE sahut_deliveries SET attempts = ?, due_at = ? WHERE id = ?",
    attempts + 1,
    dueAt,
    id,
  );
  return changed === 1;
}
