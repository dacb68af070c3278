import type { Sql, Store } from "../store/store.ts";
import { fillSahut } from "./sahut.ts";
import { fillSarufi } from "./sarufi.ts";

/** Puts the demo data, as it is at the moment `now`, into an empty store; leaves any other as it is. */
export async function fillDemo(store: Store, now: Date): Promise<void> {
  const fillEmpty = async (sql: Sql) => {
    if (!(await hasKeys(sql))) await fill(sql, now);
  };
  // Servers that share a store may start at the same time.
  await store.exclusively("fill", () => store.transaction(fillEmpty));
}

/** Puts the demo data, as it is at the moment `now`, into a store that is empty. */
export async function fill(sql: Sql, now: Date): Promise<void> {
  await fillSahut(sql, now);
  await fillSarufi(sql);
}

async function hasKeys(sql: Sql): Promise<boolean> {
  return (await sql.get("SELECT id FROM api_keys LIMIT 1")) !== undefined;
}
