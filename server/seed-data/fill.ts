import type { SeedData } from "../../generated/seed-data.ts";
import type { Sql, Store } from "../store/store.ts";
import { fillSahut } from "./sahut.ts";
import { fillSarufi } from "./sarufi.ts";

/** What filling a store takes besides the data. */
export interface Filling {
  /** What relative moments count from. */
  readonly start: Date;
  /** For what the data gives no id. */
  readonly newId: () => string;
}

/** Puts seed data into an empty store; leaves any other as it is. Says whether it was empty. */
export async function fillStore(store: Store, data: SeedData, filling: Filling): Promise<boolean> {
  const fill = async (sql: Sql) => {
    if ((await sql.get("SELECT id FROM api_keys LIMIT 1")) !== undefined) return false;
    await pour(sql, data, filling);
    return true;
  };
  // Servers that share a store may start at the same time.
  return store.exclusively("fill", () => store.transaction(fill));
}

/** Puts seed data into tables that are empty. */
export async function pour(sql: Sql, data: SeedData, filling: Filling): Promise<void> {
  for (const workspace of data.sahut ?? []) await fillSahut(sql, workspace, filling);
  for (const workspace of data.sarufi ?? []) await fillSarufi(sql, workspace, filling);
}
