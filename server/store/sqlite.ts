import { DatabaseSync, type StatementSync } from "node:sqlite";
import { UserError } from "../errors.ts";
import { type Memory, memory, type Recall } from "./memory.ts";
import type { Sql, Store, Value } from "./store.ts";
import { takeTurns } from "./turns.ts";

/**
 * The embedded store: a file, or memory without one. What has been read is remembered until it changes, so rows are frozen.
 * Throws a UserError when the file cannot be opened or is not a database.
 */
export function openSqlite(file = ":memory:"): Store {
  const database = open(file);
  const hasFile = file !== ":memory:";
  const [begin, commit, rollback] = ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"].map((text) =>
    database.prepare(text),
  );
  // There is one connection, so a statement of anybody else would become part of the transaction:
  // whoever comes while there is one waits for its end, and then looks again.
  let transaction: Promise<void> | undefined;
  let begun = false;
  function beginOnce(): void {
    if (begun || transaction === undefined) return;
    begin?.run();
    begun = true;
  }
  const statements = prepared(database, { hasFile, beforeChange: beginOnce });
  const sql = promising(statements);

  return {
    shared: false,
    lane: sql.lane,
    version() {
      statements.lookAround();
      return statements.version();
    },
    exclusively: takeTurns(),
    async all<Row>(text: string, ...values: Value[]) {
      while (transaction !== undefined) await transaction;
      statements.lookAround();
      return statements.all<Row>(text, values);
    },
    async get<Row>(text: string, ...values: Value[]) {
      while (transaction !== undefined) await transaction;
      statements.lookAround();
      return statements.get<Row>(text, values);
    },
    async run(text, ...values) {
      while (transaction !== undefined) await transaction;
      return statements.run(text, values);
    },
    async script(text) {
      while (transaction !== undefined) await transaction;
      statements.script(text);
    },
    async transaction(work) {
      while (transaction !== undefined) await transaction;
      const { promise, resolve } = Promise.withResolvers<void>();
      transaction = promise;
      try {
        // In memory nobody has to be kept out: a transaction that only reads is none for the database.
        if (hasFile) beginOnce();
        statements.lookAround();
        const result = await work(sql);
        if (begun) commit?.run();
        return result;
      } catch (error) {
        if (begun) statements.forget();
        if (database.isTransaction) rollback?.run();
        throw error;
      } finally {
        begun = false;
        transaction = undefined;
        resolve();
      }
    },
    async close() {
      while (transaction !== undefined) await transaction;
      statements.close();
    },
  };
}

function open(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file);
    // A write is safe against a crash of the process; only a power cut may lose the last ones. Of a large file, 64 MiB
    // are kept at hand, which hold the upper levels of its indexes.
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536",
    );
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`Cannot open ${file} as a data file: ${reason}.`, { cause: error });
  }
}

interface Statements {
  all<Row>(text: string, values: Value[]): Row[];
  get<Row>(text: string, values: Value[]): Row | undefined;
  run(text: string, values: Value[]): number;
  script(text: string): void;
  close(): void;
  forget(): void;
  /** Goes up with each change. */
  version(): number;
  /** Notices what another connection has written to the file. */
  lookAround(): void;
}

interface Prepared {
  readonly statement: StatementSync;
  /** Of one that only reads: all of its rows, and its first. */
  readonly recall?: { readonly all: Recall; readonly get: Recall };
  /** Of one that may change something. */
  readonly changed?: () => void;
}

interface Surroundings {
  /** Whether other connections may write, too. */
  readonly hasFile: boolean;
  /** Called before each statement that may change something. */
  readonly beforeChange: () => void;
}

/** Each statement is prepared once and kept: the server has a few dozen of them. */
function prepared(database: DatabaseSync, { hasFile, beforeChange }: Surroundings): Statements {
  const known = new Map<string, Prepared>();
  let remembered: Memory | undefined;
  const dataVersion = database.prepare("PRAGMA data_version");
  let seen: unknown;
  let version = 0;

  function prepare(text: string): Prepared {
    const before = known.get(text);
    if (before !== undefined) return before;
    remembered ??= memory(database);
    const statement = database.prepare(text);
    const entry = /^\s*SELECT\b/i.test(text)
      ? { statement, recall: { all: remembered.recaller(text), get: remembered.recaller(text) } }
      : { statement, changed: remembered.changer(text) };
    known.set(text, entry);
    return entry;
  }

  function note(changed: (() => void) | undefined): void {
    version += 1;
    changed?.();
  }

  function forget(): void {
    version += 1;
    remembered?.forget();
  }

  return {
    all<Row>(text: string, values: Value[]) {
      const { statement, recall, changed } = prepare(text);
      if (recall !== undefined) {
        const ask = () => statement.all(...values);
        // as: the row has the columns that the statement selects, and the caller states them.
        return recall.all(keyOf(values), ask) as Row[];
      }
      beforeChange();
      note(changed);
      // as: the same.
      return statement.all(...values) as Row[];
    },
    get<Row>(text: string, values: Value[]) {
      const { statement, recall, changed } = prepare(text);
      if (recall !== undefined) {
        const ask = () => statement.get(...values);
        // as: the same.
        return recall.get(keyOf(values), ask) as Row | undefined;
      }
      beforeChange();
      note(changed);
      // as: the same.
      return statement.get(...values) as Row | undefined;
    },
    run(text, values) {
      const { statement, changed } = prepare(text);
      beforeChange();
      const changes = Number(statement.run(...values).changes);
      if (changes > 0) note(changed);
      return changes;
    },
    script(text) {
      beforeChange();
      // It may change the schema, on which all that is known here is built.
      version += 1;
      known.clear();
      remembered = undefined;
      database.exec(text);
    },
    forget,
    version: () => version,
    close() {
      known.clear();
      database.close();
    },
    lookAround() {
      if (!hasFile) return;
      // https://www.sqlite.org/pragma.html#pragma_data_version
      const now = dataVersion.get()?.data_version;
      if (now !== seen) forget();
      seen = now;
    },
  };
}

/** The values as one that a Map can find: other values, another one. A statement always has as many of them. */
function keyOf(values: readonly Value[]): Value | undefined {
  if (values.length === 1) return values[0];
  let key = "";
  for (const value of values) {
    key += typeof value === "string" ? `${value.length}:${value}` : `${value};`;
  }
  return key;
}

function promising(statements: Statements): Sql {
  return {
    all: async <Row>(text: string, ...values: Value[]) => statements.all<Row>(text, values),
    get: async <Row>(text: string, ...values: Value[]) => statements.get<Row>(text, values),
    run: async (text, ...values) => statements.run(text, values),
    script: async (text) => statements.script(text),
    // There is one transaction at a time.
    lane: 0,
  };
}
