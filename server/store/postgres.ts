import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { UserError } from "../errors.ts";
import { escapeNul, unescapeNul } from "./nul.ts";
import type { Sql, Store, Value } from "./store.ts";
import { takeTurns } from "./turns.ts";

/** How often a transaction is tried that others keep coming between. */
const TRIES = 20;
/** How long to wait for another process's turn to end before looking again, in milliseconds. */
const PATIENCE_MS = 15;

/**
 * A PostgreSQL database, which several servers may share: `postgres://user:password@host/name`.
 * Throws a UserError when it cannot be reached.
 */
export async function openPostgres(url: string): Promise<Store> {
  const pool = await connect(url);
  const numbered = numbering();
  const exclusively = lockKeeper(pool);
  return {
    ...statements(pool, numbered),
    shared: true,
    version: () => undefined,
    async transaction(work) {
      const client = await pool.connect();
      let lost: Error | undefined;
      try {
        return await serializable(client, statements(client, numbered), work);
      } catch (error) {
        if (isLost(error)) lost = error;
        throw error;
      } finally {
        client.release(lost);
      }
    },
    exclusively: exclusively.run,
    async close() {
      await exclusively.close();
      await pool.end();
    },
  };
}

/** As if transactions came one after the other; PostgreSQL says which has to be tried again. */
async function serializable<Result>(
  client: pg.PoolClient,
  sql: Sql,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
      const result = await work(sql);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      if (!isLost(error)) await client.query("ROLLBACK");
      if (!isInTheWay(error) || tries === TRIES) throw error;
      await sleep(Math.random() * 2 * tries);
    }
  }
}

/** Serialization failure, or deadlock: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isInTheWay(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === "40001" || error.code === "40P01");
}

/** Not the database's answer: the connection is gone, or will be, so it must not be used again. */
function isLost(error: unknown): error is Error {
  const ended = error instanceof pg.DatabaseError && error.code?.startsWith("57P") === true;
  const broken = error instanceof Error && !(error instanceof pg.DatabaseError) && "code" in error;
  return ended || broken;
}

/**
 * Locks that end with this process's connection, kept on one connection of their own: within the
 * process the turns are ours, so only other processes are met there.
 */
function lockKeeper(pool: pg.Pool) {
  const turns = takeTurns();
  let keeper: Promise<pg.PoolClient> | undefined;

  /** A connection that broke has let go of its locks; the next that is asked is a new one. */
  function connection(): Promise<pg.PoolClient> {
    keeper ??= pool.connect().then((client) => {
      client.once("end", () => {
        if (keeper !== undefined) client.release(true);
        keeper = undefined;
      });
      return client;
    });
    return keeper;
  }
  async function ask(call: string, name: string): Promise<boolean> {
    const client = await connection();
    const statement = `SELECT ${call}(hashtextextended($1, 0)) AS done`;
    const { rows } = await client.query<{ done: boolean }>(statement, [name]);
    return rows[0]?.done === true;
  }
  return {
    run: <Result>(name: string, work: () => Promise<Result>): Promise<Result> =>
      turns(name, async () => {
        while (!(await ask("pg_try_advisory_lock", name))) await sleep(PATIENCE_MS);
        try {
          return await work();
        } finally {
          await ask("pg_advisory_unlock", name);
        }
      }),
    async close(): Promise<void> {
      const client = await keeper;
      keeper = undefined;
      client?.release();
    },
  };
}

async function connect(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: url, types: { getTypeParser } });
  // A connection that breaks: whoever asks something of it next is told.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  try {
    await pool.query("SELECT 1");
    return pool;
  } catch (error) {
    await pool.end();
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new UserError(
      `Cannot open the database ${withoutSecrets(url)}: ${reason}. ` +
        "Give --database-url as postgres://user:password@host:port/name.",
      { cause: error },
    );
  }
}

function withoutSecrets(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? "that was given" : `${parsed.host}${parsed.pathname}`;
}

/** COUNT gives 64 bits, which arrive as text; nobody counts to 2 ** 53 here. Texts may hold U+0000. */
const getTypeParser: pg.CustomTypesConfig["getTypeParser"] = (oid, format) => {
  if (oid === pg.types.builtins.INT8) return Number;
  if (oid === pg.types.builtins.TEXT) return unescapeNul;
  return pg.types.getTypeParser(oid, format);
};

/** Each statement is prepared once on each connection: the server has a few dozen of them. */
function statements(queryable: pg.Pool | pg.PoolClient, numbered: Numbering): Sql {
  async function query<Row>(text: string, values: Value[]) {
    const { rows, rowCount } = await queryable.query({
      ...numbered(text),
      values: values.map((value) => (typeof value === "string" ? escapeNul(value) : value)),
    });
    // as: the row has the columns that the statement selects, and the caller states them.
    return { rows: rows as Row[], changed: rowCount ?? 0 };
  }
  return {
    all: async <Row>(text: string, ...values: Value[]) => (await query<Row>(text, values)).rows,
    get: async <Row>(text: string, ...values: Value[]) => (await query<Row>(text, values)).rows[0],
    run: async (text, ...values) => (await query(text, values)).changed,
    async script(text) {
      await queryable.query(text);
    },
  };
}

type Numbering = (statement: string) => { readonly name: string; readonly text: string };

/** With `$1` for the first `?`, and a name to keep it prepared by. No text of ours has a `?` in it. */
function numbering(): Numbering {
  const known = new Map<string, { name: string; text: string }>();
  return (statement) => {
    const before = known.get(statement);
    if (before !== undefined) return before;
    let place = 0;
    const text = statement.replaceAll("?", () => {
      place += 1;
      return `$${place}`;
    });
    const entry = { name: `s${known.size}`, text };
    known.set(statement, entry);
    return entry;
  };
}
