import type { Sql, Value } from "../store/store.ts";

/** Inserts rows whose members are named like the columns. */
export async function insert(
  sql: Sql,
  table: string,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row);
    const places = columns.map(() => "?").join(", ");
    await sql.run(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places})`,
      ...Object.values(row),
    );
  }
}
