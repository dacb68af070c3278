/** What a column can hold in every database that the server runs on. */
export type Value = string | number | null;

/**
 * One SQL for every database. Placeholders are `?`; rows come back as plain objects.
 * The caller names the row's type beside the statement that selects it.
 *
 * A placeholder that stands alone in a SELECT list has no type in PostgreSQL but TEXT: a number
 * there is written `CAST(? AS INTEGER)`.
 */
export interface Sql {
  all<Row>(statement: string, ...values: Value[]): Promise<Row[]>;
  get<Row>(statement: string, ...values: Value[]): Promise<Row | undefined>;
  /** How many rows it has inserted, changed or deleted. */
  run(statement: string, ...values: Value[]): Promise<number>;
  /** Several statements at once, without values: for creating tables. */
  script(statements: string): Promise<void>;
  /** A number below 64. Transactions that are under way at the same time mostly have different ones. */
  readonly lane: number;
}

export interface Store extends Sql {
  /** Whether other processes may write to it at the same time. */
  readonly shared: boolean;
  /**
   * A number that is another one after each change of what the store holds, in a transaction at once; undefined where others
   * may change it unseen.
   */
  version(): number | undefined;
  /**
   * Everything in `work` happens, or nothing does: when it throws, its changes are undone.
   * Transactions behave as if they came one after the other, and nobody else sees a half-done one.
   * A shared store may run `work` again when somebody came between, so it does nothing but read and
   * write here. Inside, use the given `sql` only.
   */
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /**
   * Runs `work` while nobody else runs any under the same name, in whichever process: for what
   * takes longer than a transaction may. Whoever comes meanwhile waits. A process that dies lets
   * go.
   */
  exclusively<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
