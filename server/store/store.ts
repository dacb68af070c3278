/** What a column can hold in every database that the server runs on. */
export type Value = string | number | null;

/**
 * One SQL for every database. Placeholders are `?`; rows come back as plain objects.
 * The caller names the row's type beside the statement that selects it.
 */
export interface Sql {
  all<Row>(statement: string, ...values: Value[]): Promise<Row[]>;
  get<Row>(statement: string, ...values: Value[]): Promise<Row | undefined>;
  run(statement: string, ...values: Value[]): Promise<void>;
  /** Several statements at once, without values: for creating tables. */
  script(statements: string): Promise<void>;
}

export interface Store extends Sql {
  /**
   * Everything in `work` happens, or nothing does: when it throws, its changes are undone.
   * Transactions come one after the other, and nobody else sees a half-done one. Inside, use the
   * given `sql` only.
   */
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
