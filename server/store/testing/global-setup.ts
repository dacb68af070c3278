import type { TestProject } from "vitest/node";
import { openStore } from "../../open-store.ts";
import { startCluster } from "./cluster.ts";
import { inDatabase, keepPristine, TEMPLATE } from "./databases.ts";
import { START } from "./start.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the PostgreSQL of this run is; not given where the tests run on SQLite. */
    postgres?: string;
  }
}

/** One PostgreSQL for a whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  const url = cluster.url("postgres");
  await inDatabase(url, (client) => client.query(`CREATE DATABASE ${TEMPLATE}`));
  const store = await openStore({ databaseUrl: cluster.url(TEMPLATE) }, new Date(START));
  await store.close();
  await inDatabase(cluster.url(TEMPLATE), keepPristine);
  project.provide("postgres", url);
  return () => cluster.stop();
}
