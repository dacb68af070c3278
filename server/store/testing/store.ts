import { inject, onTestFinished } from "vitest";
import { migrate } from "../migrate.ts";
import { openPostgres } from "../postgres.ts";
import { openSqlite } from "../sqlite.ts";
import type { Store } from "../store.ts";
import { borrowDatabase, inDatabase } from "./databases.ts";

/** An empty store of the kind that this run is about, with these tables; closed when the test ends. */
export async function testStore(tables: readonly string[] = []): Promise<Store> {
  const cluster = inject("postgres");
  const store = cluster === undefined ? openEmbedded() : await openEmptySchema(cluster);
  await migrate(store, "test", tables);
  return store;
}

function openEmbedded(): Store {
  const store = openSqlite();
  onTestFinished(() => store.close());
  return store;
}

async function openEmptySchema(cluster: string): Promise<Store> {
  const { url, giveBack } = await borrowDatabase(cluster);
  await inDatabase(url, (client) => client.query("CREATE SCHEMA empty"));
  const inSchema = new URL(url);
  inSchema.searchParams.set("options", "-c search_path=empty");
  const store = await openPostgres(inSchema.href);
  onTestFinished(async () => {
    await store.close();
    await inDatabase(url, (client) => client.query("DROP SCHEMA empty CASCADE"));
    await giveBack();
  });
  return store;
}
