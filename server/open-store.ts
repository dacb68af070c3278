import type { SeedData } from "../generated/seed-data.ts";
import { keyTables } from "./access/keys.ts";
import { rateLimitTables } from "./access/windows.ts";
import { apis } from "./app.ts";
import { type Filling, fillStore } from "./seed-data/fill.ts";
import { migrate } from "./store/migrate.ts";
import type { Patience } from "./store/postgres-start.ts";
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
  /** How long to wait for a database that is not up yet, in milliseconds. Default 0: not at all. */
  readonly waitMs?: number;
  /** Takes words about that. */
  readonly log?: (line: string) => void;
}

/** Every part that has tables of its own, with the steps that make them: see `migrate`. */
export const parts: readonly { readonly name: string; readonly steps: readonly string[] }[] = [
  { name: "access", steps: keyTables },
  { name: "rate limits", steps: rateLimitTables },
  ...apis.map(({ name, tables }) => ({ name, steps: tables })),
];

/** The store that the options name, with its tables up to date, and filled if it was empty. */
export async function openStore(
  { data, databaseUrl, waitMs = 0, log = () => undefined }: StoreOptions,
  seed: Seed,
): Promise<{ store: Store; filled: boolean }> {
  const store =
    databaseUrl === undefined
      ? openSqlite(data)
      : await openShared(databaseUrl, { waitMs, say: log });
  try {
    for (const { name, steps } of parts) await migrate(store, name, steps);
    const filled = await fillStore(store, seed.data, seed);
    return { store, filled };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Who has no use for PostgreSQL does not wait for its driver. */
async function openShared(url: string, patience: Patience): Promise<Store> {
  const { openPostgres } = await import("./store/postgres.ts");
  return openPostgres(url, patience);
}
