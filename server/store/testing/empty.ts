import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { borrowDatabase, inDatabase } from "./databases.ts";

/** Options for a server whose store is empty at first, and stays when the server is closed. */
export async function emptyStoreOptions(): Promise<{
  store: { data: string } | { databaseUrl: string };
}> {
  const cluster = inject("postgres");
  if (cluster !== undefined) return { store: { databaseUrl: await emptySchema(cluster) } };
  const folder = await mkdtemp(join(tmpdir(), "concordat-data-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return { store: { data: join(folder, "data.sqlite") } };
}

/** The address of a schema of its own, which is gone when the test ends. */
export async function emptySchema(cluster: string): Promise<string> {
  const { url, giveBack } = await borrowDatabase(cluster);
  await inDatabase(url, (client) => client.query("CREATE SCHEMA empty"));
  onTestFinished(async () => {
    await inDatabase(url, (client) => client.query("DROP SCHEMA empty CASCADE"));
    await giveBack();
  });
  const inSchema = new URL(url);
  inSchema.searchParams.set("options", "-c search_path=empty");
  return inSchema.href;
}
