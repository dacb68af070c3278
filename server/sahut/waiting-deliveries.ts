import type { Sql } from "../store/store.ts";

/** How many deliveries are still to be made, or to be tried again. */
export async function countDeliveries(sql: Sql): Promise<number> {
  const row = await sql.get<{ count: number }>("SELECT COUNT(*) AS count FROM sahut_deliveries");
  return row?.count ?? 0;
}
