import type { Sql } from "../store/store.ts";

/** A delivery that is still to be made, or to be tried again. */
export interface WaitingDelivery {
  readonly id: string;
  readonly webhook_id: string;
  readonly event: string;
  readonly attempts: number;
  readonly due_at: string;
}

/** Those that are due first. */
export function listDeliveries(sql: Sql, limit: number): Promise<WaitingDelivery[]> {
  return sql.all<WaitingDelivery>(
    "SELECT id, webhook_id, event, attempts, due_at FROM sahut_deliveries ORDER BY due_at, id LIMIT ?",
    limit,
  );
}

/** How many there are in all. */
export async function countDeliveries(sql: Sql): Promise<number> {
  const row = await sql.get<{ count: number }>("SELECT COUNT(*) AS count FROM sahut_deliveries");
  return row?.count ?? 0;
}
