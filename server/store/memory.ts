import type { DatabaseSync } from "node:sqlite";

/** How many rows are kept at most; a row is a few hundred bytes. */
const MOST_ROWS = 5_000;

/** After so many questions in a row that were all new, only one answer in so many is remembered. */
const PATIENCE = 200;
const ONE_IN = 16;

/**
 * What a statement gave for some values. Rows that are remembered are shared by all who ask, so they are frozen.
 */
interface Answer<Result> {
  readonly result: Result;
  /** Of the statement's tables, when it was asked. */
  readonly version: number;
}

/**
 * A statement that only reads: gives what it gave before, while nothing that it reads has changed. What is mostly
 * asked anew, such as a row that is read to be written, is hardly remembered: keeping it costs more than it gives.
 */
export type Recall = <Result>(key: unknown, ask: () => Result) => Result;

/** What the embedded store remembers: nobody else writes to it unseen, so it need not ask twice. */
export interface Memory {
  /** The memory of one statement. */
  recaller(statement: string): Recall;
  /** Called when a statement has changed something: forgets what was read of the tables that it may have changed. */
  changer(statement: string): () => void;
  /** Forgets everything: after a rollback, or when somebody else may have written. */
  forget(): void;
}

interface Table {
  /** Goes up with each change. */
  version: number;
}

/** Knows the schema as it is now; after a change of the schema, make another. */
export function memory(database: DatabaseSync): Memory {
  const touched = tableFinder(database);
  const tables = new Map<string, Table>();
  const memories = new Set<Map<unknown, Answer<unknown>>>();
  let rows = 0;

  function tablesOf(statement: string): Table[] {
    return touched(statement).map((name) => {
      const table = tables.get(name) ?? { version: 0 };
      tables.set(name, table);
      return table;
    });
  }

  function forget(): void {
    for (const answers of memories) answers.clear();
    rows = 0;
  }

  return {
    recaller(statement) {
      const read = tablesOf(statement);
      // What names no table is asked to see whether the database answers.
      if (read.length === 0) return (_, ask) => ask();
      const answers = new Map<unknown, Answer<unknown>>();
      memories.add(answers);
      let news = 0;
      return <Result>(key: unknown, ask: () => Result): Result => {
        // Versions only go up: the sum is the same while each of them is.
        let version = 0;
        for (const table of read) version += table.version;
        const known = answers.get(key);
        if (known?.version === version) {
          news = 0;
          // as: one statement is asked for one type.
          return known.result as Result;
        }
        news += 1;
        if (news > PATIENCE && news % ONE_IN !== 0) return ask();
        const result = frozen(ask());
        rows += Array.isArray(result) ? result.length + 1 : 1;
        if (rows > MOST_ROWS) forget();
        answers.set(key, { result, version });
        return result;
      };
    },
    changer(statement) {
      const written = tablesOf(statement);
      return () => {
        for (const table of written) table.version += 1;
      };
    },
    forget,
  };
}

function frozen<Result>(result: Result): Result {
  if (Array.isArray(result)) for (const row of result) Object.freeze(row);
  return Object.freeze(result);
}

/**
 * Finds the tables that a statement may read or change: those that it names, and those that their triggers, views and
 * cascades name. That may be too many, and never too few: nothing can be touched without being named.
 */
function tableFinder(database: DatabaseSync): (statement: string) => string[] {
  const schema = database
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    .all();
  const names = new Set(schema.map(({ tbl_name }) => String(tbl_name)));
  const wordsOf = (text: string) =>
    [...new Set(text.match(/\w+/g))].filter((word) => names.has(word));
  const leads = new Map<string, Set<string>>();
  const lead = (from: string, to: Iterable<string>) =>
    leads.set(from, new Set([...(leads.get(from) ?? []), ...to]));
  for (const { type, tbl_name, sql } of schema) {
    const table = String(tbl_name);
    const words = wordsOf(String(sql));
    if (type === "trigger" || type === "view") lead(table, words);
    if (/\bON\s+(DELETE|UPDATE)\s+(CASCADE|SET)\b/i.test(String(sql)))
      for (const word of words) lead(word, [table]);
  }
  return (statement) => {
    const found = new Set(wordsOf(statement));
    // A set that grows while it is walked is walked to its end.
    for (const name of found) for (const next of leads.get(name) ?? []) found.add(next);
    return [...found];
  };
}
