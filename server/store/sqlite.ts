import { DatabaseSync, type StatementSync } from "node:sqlite";
import { UserError } from "../errors.ts";
import type { Sql, Store, Value } from "./store.ts";
import { takeTurns } from "./turns.ts";

/**
 * The embedded store: a file, or memory without one. Throws a UserError when the file cannot be
 * opened or is not a database.
 */
export function openSqlite(file = ":memory:"): Store {
  const database = open(file);
  const sql = statements(database);
  // There is one connection, so a statement of anybody else would become part of the transaction:
  // whoever comes while there is one waits for its end, and then looks again.
  let transaction: Promise<void> | undefined;

  return {
    shared: false,
    lane: sql.lane,
    exclusively: takeTurns(),
    async all<Row>(statement: string, ...values: Value[]) {
      while (transaction !== undefined) await transaction;
      return sql.all<Row>(statement, ...values);
    },
    async get<Row>(statement: string, ...values: Value[]) {
      while (transaction !== undefined) await transaction;
      return sql.get<Row>(statement, ...values);
    },
    async run(statement, ...values) {
      while (transaction !== undefined) await transaction;
      return sql.run(statement, ...values);
    },
    async script(text) {
      while (transaction !== undefined) await transaction;
      return sql.script(text);
    },
    async transaction(work) {
      while (transaction !== undefined) await transaction;
      const { promise, resolve } = Promise.withResolvers<void>();
      transaction = promise;
      try {
        database.exec("BEGIN IMMEDIATE");
        const result = await work(sql);
        database.exec("COMMIT");
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      } finally {
        transaction = undefined;
        resolve();
      }
    },
    async close() {
      while (transaction !== undefined) await transaction;
      database.close();
    },
  };
}

function open(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file);
    // A write is safe against a crash of the process; only a power cut may lose the last ones.
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000",
    );
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`Cannot open ${file} as a data file: ${reason}.`, { cause: error });
  }
}

/** Each statement is prepared once and kept: the server has a few dozen of them. */
function statements(database: DatabaseSync): Sql {
  const prepared = new Map<string, StatementSync>();
  function prepare(text: string): StatementSync {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const statement = database.prepare(text);
    prepared.set(text, statement);
    return statement;
  }
  return {
    async all<Row>(text: string, ...values: Value[]) {
      // as: the row has the columns that the statement selects, and the caller states them.
      return prepare(text).all(...values) as Row[];
    },
    async get<Row>(text: string, ...values: Value[]) {
      // as: the same.
      return prepare(text).get(...values) as Row | undefined;
    },
    async run(text, ...values) {
      return Number(prepare(text).run(...values).changes);
    },
    async script(text) {
      database.exec(text);
    },
    // There is one transaction at a time.
    lane: 0,
  };
}
