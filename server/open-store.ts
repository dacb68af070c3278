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

/** Every part that has tables of its own, with the steps that make them: see `migrate`. */
export const parts: readonly { readonly name: string; readonly steps: readonly string[] }[] = [
  { name: "access", steps: keyTables },
  { name: "rate limits", steps: rateLimitTables },
  ...apis.map(({ name, tables }) => ({ name, steps: tables })),
];

/** The store that the options name, with its tables up to date, and with demo data of `now` if it was empty. */
export async function openStore({ data, databaseUrl }: StoreOptions, now: Date): Promise<Store> {
  const store = databaseUrl === undefined ? openSqlite(data) : await openShared(databaseUrl);
  try {
    for (const { name, steps } of parts) await migrate(store, name, steps);
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
