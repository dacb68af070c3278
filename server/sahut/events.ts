import type { EventType } from "../../generated/sahut/types.ts";
import { timestamp } from "../clock.ts";
import type { Services } from "../services.ts";
import { fromJson } from "../store/json.ts";
import type { Sql } from "../store/store.ts";

/**
 * Puts an event down for every webhook of the workspace that asked for it, in the transaction that
 * makes it happen: what is undone is told to nobody, and what is kept is told even after a restart.
 *
 * Silent: the envelope. It has an id, the event's name, its time, and the resource as the API shows it.
 */
export async function emit(
  sql: Sql,
  { clock, newId }: Services,
  workspaceId: string,
  event: EventType,
  data: object,
): Promise<void> {
  const webhooks = await sql.all<{ id: string; events: string }>(
    "SELECT id, events FROM sahut_webhooks WHERE workspace_id = ?",
    workspaceId,
  );
  const told = webhooks.filter(({ events }) => fromJson<EventType[]>(events).includes(event));
  if (told.length === 0) return;
  const now = clock();
  const body = JSON.stringify({ id: `evt_${newId()}`, event, created_at: timestamp(now), data });
  for (const { id } of told) {
    await sql.run(
      `INSERT INTO sahut_deliveries (id, webhook_id, event, body, attempts, due_at, created_at)
       VALUES (?, ?, ?, ?, 0, ?, ?)`,
      `dlv_${newId()}`,
      id,
      event,
      body,
      now.toISOString(),
      now.toISOString(),
    );
  }
}
