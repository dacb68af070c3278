import type { Sql, Value } from "../store/store.ts";

/** As many as one statement takes, far below what a database allows. */
const TOGETHER = 100;

/**
 * Inserts rows whose members are named like the columns; all of them have the members of the first.
 * Many at once, since a statement costs far more than a row.
 */
export async function insert(
  sql: Sql,
  table: string,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const places = `(${columns.map(() => "?").join(", ")})`;
  for (let start = 0; start < rows.length; start += TOGETHER) {
    const some = rows.slice(start, start + TOGETHER);
    await sql.run(
      `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${some.map(() => places).join(", ")}`,
      ...some.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}
