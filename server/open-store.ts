import { keyTables } from "./access/keys.ts";
import { rateLimitTables } from "./access/rate-limit.ts";
import { apis } from "./app.ts";
import { fillDemo } from "./demo/fill.ts";
import { migrate } from "./store/migrate.ts";
import { openSqlite } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";

export interface StoreOptions {
  /** A file of SQLite. Default: memory. */
  readonly data?: string;
  /** A PostgreSQL database instead. */
  readonly databaseUrl?: string;
}

/** The store that the options name, with its tables up to date, and with demo data of `now` if it was empty. */
export async function openStore({ data, databaseUrl }: StoreOptions, now: Date): Promise<Store> {
  const store = databaseUrl === undefined ? openSqlite(data) : await openShared(databaseUrl);
  try {
    await migrate(store, "access", keyTables);
    await migrate(store, "rate limits", rateLimitTables);
    for (const { name, tables } of apis) await migrate(store, name, tables);
    await fillDemo(store, now);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Who has no use for PostgreSQL does not wait for its driver. */
async function openShared(url: string): Promise<Store> {
  const { openPostgres } = await import("./store/postgres.ts");
  return openPostgres(url);
}
