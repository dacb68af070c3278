import { inject, onTestFinished } from "vitest";
import { migrate } from "../migrate.ts";
import { openPostgres } from "../postgres.ts";
import { openSqlite } from "../sqlite.ts";
import type { Store } from "../store.ts";
import { emptySchema } from "./empty.ts";

/** An empty store of the kind that this run is about, with these tables; closed when the test ends. */
export async function testStore(tables: readonly string[] = []): Promise<Store> {
  const cluster = inject("postgres");
  const store =
    cluster === undefined ? openSqlite() : await openPostgres(await emptySchema(cluster));
  onTestFinished(() => store.close());
  await migrate(store, "test", tables);
  return store;
}
