import pg from "pg";
import { UserError } from "../errors.ts";
import { escapeNul, unescapeNul } from "./nul.ts";
import { lockKeeper } from "./postgres-locks.ts";
import { type Patience, reach, reasonOf } from "./postgres-start.ts";
import type { Sql, Store, Value } from "./store.ts";

/** How often a transaction is tried that others keep coming between. */
const TRIES = 20;

/**
 * A PostgreSQL database, which several servers may share: `postgres://user:password@host/name`.
 * Throws a UserError when it cannot be reached.
 */
export async function openPostgres(url: string, patience: Patience = {}): Promise<Store> {
  const pool = await connect(url, patience);
  const numbered = numbering();
  const laneOf = lanes();
  const exclusively = lockKeeper(pool);
  return {
    ...statements(pool, numbered, 0),
    shared: true,
    version: () => undefined,
    async transaction(work) {
      const client = await pool.connect();
      let lost: Error | undefined;
      try {
        return await serializable(client, statements(client, numbered, await laneOf(client)), work);
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

/**
 * As if transactions came one after the other; PostgreSQL says which has to be tried again. Those take turns, since they
 * would come between one another most of all.
 */
async function serializable<Result>(
  client: pg.PoolClient,
  sql: Sql,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  const first = await attempt(client, sql, work);
  if ("result" in first) return first.result;
  await client.query("SELECT pg_advisory_lock(hashtext('try again'), 0)");
  try {
    for (let tries = 2; ; tries += 1) {
      const next = await attempt(client, sql, work);
      if ("result" in next) return next.result;
      if (tries === TRIES) throw next.error;
    }
  } finally {
    // A connection that is gone has let go of it.
    const unlock = "SELECT pg_advisory_unlock(hashtext('try again'), 0)";
    await client.query(unlock).catch(() => undefined);
  }
}

/** The error is one that does not come again when nobody is in the way. */
async function attempt<Result>(
  client: pg.PoolClient,
  sql: Sql,
  work: (sql: Sql) => Promise<Result>,
): Promise<{ readonly result: Result } | { readonly error: unknown }> {
  try {
    await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
    const result = await work(sql);
    await client.query("COMMIT");
    return { result };
  } catch (error) {
    if (!isLost(error)) await client.query("ROLLBACK");
    if (!isInTheWay(error)) throw error;
    return { error };
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

async function connect(url: string, { waitMs, say }: Patience): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: url, types: { getTypeParser } });
  // A connection that breaks: whoever asks something of it next is told.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  try {
    const waiting = (reason: string) =>
      say?.(`Waiting for the database ${withoutSecrets(url)}: ${reason}.`);
    await reach(pool, { ...(waitMs !== undefined && { waitMs }), say: waiting });
    return pool;
  } catch (error) {
    await pool.end();
    throw new UserError(
      `Cannot open the database ${withoutSecrets(url)}: ${reasonOf(error)}. ` +
        "Give --database-url as postgres://user:password@host:port/name.",
      { cause: error },
    );
  }
}

/**
 * A lane for each connection, by a lock that it holds until it ends: no other has it meanwhile, of whichever server.
 * When 64 are taken, the others share the first.
 */
function lanes(): (client: pg.PoolClient) => Promise<number> {
  const known = new WeakMap<pg.PoolClient, number>();
  return async (client) => {
    const before = known.get(client);
    if (before !== undefined) return before;
    const { rows } = await client.query<{ lane: number }>(
      `SELECT lane FROM generate_series(0, 63) AS lane
       WHERE pg_try_advisory_lock(hashtext('lane'), lane) LIMIT 1`,
    );
    const lane = rows[0]?.lane ?? 0;
    known.set(client, lane);
    return lane;
  };
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
function statements(queryable: pg.Pool | pg.PoolClient, numbered: Numbering, lane: number): Sql {
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
    lane,
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
