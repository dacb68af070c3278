import type { SeedData } from "../generated/seed-data.ts";
import { keyTables } from "./access/keys.ts";
import { rateLimitTables } from "./access/rate-limit.ts";
import { apis } from "./app.ts";
import { type Filling, fillStore } from "./seed-data/fill.ts";
import { migrate } from "./store/migrate.ts";
import { openSqlite } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";

/** What fills a store that is empty. */
export interface Seed extends Filling {
  readonly data: SeedData;
}

export interface StoreOptions {
  /** A file of SQLite. Default: memory. */
  readonly data?: string;
  /** A PostgreSQL database instead. */
  readonly databaseUrl?: string;
}

/** The store that the options name, with its tables up to date, and filled if it was empty. */
export async function openStore(
  { data, databaseUrl }: StoreOptions,
  seed: Seed,
): Promise<{ store: Store; filled: boolean }> {
  const store = databaseUrl === undefined ? openSqlite(data) : await openShared(databaseUrl);
  try {
    await migrate(store, "access", keyTables);
    await migrate(store, "rate limits", rateLimitTables);
    for (const { name, tables } of apis) await migrate(store, name, tables);
    const filled = await fillStore(store, seed.data, seed);
    return { store, filled };
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
