import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Store } from "./store.ts";
import { takeTurns } from "./turns.ts";

/** How long to wait for another process's turn to end before looking again, in milliseconds. */
const PATIENCE_MS = 15;
/** On how many connections a lock is asked for, where they break. */
const CONNECTIONS = 3;

/** Takes and gives back locks of PostgreSQL, as `Store.exclusively` has them. */
export interface LockKeeper {
  readonly run: Store["exclusively"];
  close(): Promise<void>;
}

/**
 * Locks that end with this process's connection, kept on one connection of their own: within the
 * process the turns are ours, so only other processes are met there. A connection that breaks lets
 * go of its locks while work goes on: what must not happen twice has to look whether it still may.
 */
export function lockKeeper(pool: pg.Pool): LockKeeper {
  const turns = takeTurns();
  let keeper: Promise<pg.PoolClient> | undefined;
  /** A connection is asked one thing at a time. */
  let asked: Promise<unknown> = Promise.resolve();

  function connection(): Promise<pg.PoolClient> {
    keeper ??= open();
    return keeper;
  }
  async function open(): Promise<pg.PoolClient> {
    try {
      const client = await pool.connect();
      client.once("end", () => {
        if (keeper !== undefined) client.release(true);
        keeper = undefined;
      });
      return client;
    } catch (error) {
      // Whoever comes next tries again.
      keeper = undefined;
      throw error;
    }
  }

  function ask(call: string, name: string): Promise<boolean> {
    const answer = asked.then(async () => {
      const client = await connection();
      const statement = `SELECT ${call}(hashtextextended($1, 0)) AS done`;
      const { rows } = await client.query<{ done: boolean }>(statement, [name]);
      return rows[0]?.done === true;
    });
    asked = answer.catch(() => undefined);
    return answer;
  }

  async function lock(name: string): Promise<void> {
    for (let broken = 0; broken < CONNECTIONS; ) {
      try {
        if (await ask("pg_try_advisory_lock", name)) return;
        await sleep(PATIENCE_MS);
      } catch (error) {
        broken += 1;
        if (broken === CONNECTIONS) throw error;
      }
    }
  }

  return {
    run: <Result>(name: string, work: () => Promise<Result>): Promise<Result> =>
      turns(name, async () => {
        await lock(name);
        try {
          return await work();
        } finally {
          // Where the connection is gone, so is the lock; what has been done stays done.
          await ask("pg_advisory_unlock", name).catch(() => undefined);
        }
      }),
    async close(): Promise<void> {
      const client = await keeper?.catch(() => undefined);
      keeper = undefined;
      client?.release();
    },
  };
}
