import type { Sql } from "./store.ts";

/** By how much a counter changes: the values of its columns, and a number that may be negative. */
export interface Change<Column extends string> {
  readonly at: Readonly<Record<Column, string>>;
  readonly by: number;
}

/** Counters that are kept with what they count, since counting a million rows takes as long as reading them. */
export interface Counters<Column extends string> {
  /** Changes them; call it in the transaction that changes what they count. Of each counter one change. */
  add(sql: Sql, changes: readonly Change<Column>[]): Promise<void>;
  /** What one of them says. */
  total(sql: Sql, at: Readonly<Record<Column, string>>): Promise<number>;
}

/** As many as one statement takes. */
const TOGETHER = 100;

/**
 * The counters in a table, which has these columns, `lane` and `number`; all but `number` are its primary key.
 *
 * A counter has a row for each lane that has changed it, and is their sum: transactions that change it at the same time
 * write different rows, so that none has to be tried again because of another.
 */
export function counters<Column extends string>(
  table: string,
  columns: readonly Column[],
): Counters<Column> {
  const key = [...columns, "lane"];
  const places = `(${[...key, "number"].map(() => "?").join(", ")})`;
  const where = columns.map((column) => `${column} = ?`).join(" AND ");
  const named = (at: Readonly<Record<Column, string>>) => columns.map((column) => at[column]);
  return {
    async add(sql, changes) {
      // Whoever meets on a lane after all locks its rows in one order, and so never waits in a circle.
      const sorted = changes
        .map(({ at, by }) => ({ values: named(at), by }))
        .sort((a, b) => (a.values.join("\n") < b.values.join("\n") ? -1 : 1));
      for (let start = 0; start < sorted.length; start += TOGETHER) {
        const some = sorted.slice(start, start + TOGETHER);
        await sql.run(
          `INSERT INTO ${table} (${key.join(", ")}, number) VALUES ${some.map(() => places).join(", ")}
           ON CONFLICT (${key.join(", ")}) DO UPDATE SET number = ${table}.number + excluded.number`,
          ...some.flatMap(({ values, by }) => [...values, sql.lane, by]),
        );
      }
    },
    async total(sql, at) {
      const row = await sql.get<{ total: number }>(
        `SELECT COALESCE(SUM(number), 0) AS total FROM ${table} WHERE ${where}`,
        ...named(at),
      );
      return row?.total ?? 0;
    },
  };
}

/** Several changes as one of each counter, of which those that come to nothing are left out. */
export function addedUp<Column extends string>(
  changes: readonly Change<Column>[],
): Change<Column>[] {
  const sums = new Map<string, Change<Column>>();
  for (const { at, by } of changes) {
    const name = JSON.stringify(at);
    sums.set(name, { at, by: by + (sums.get(name)?.by ?? 0) });
  }
  return [...sums.values()].filter(({ by }) => by !== 0);
}
