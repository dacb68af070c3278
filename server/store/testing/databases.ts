import { randomUUID } from "node:crypto";
import pg from "pg";

/** The database that others are copied from: it has tables, demo data, and a copy of both to go back to. */
export const TEMPLATE = "concordat_template";
const PRISTINE = "pristine";

/** A database that nobody else uses, with the demo data. */
export interface Borrowed {
  readonly url: string;
  /** Once nothing is connected to it any more. */
  giveBack(): Promise<void>;
}

/** Databases of this test file that are free again: putting one in order is faster than making one. */
const free: string[] = [];

export async function borrowDatabase(cluster: string): Promise<Borrowed> {
  const url = free.pop() ?? (await copyOfTemplate(cluster));
  return {
    url,
    async giveBack() {
      await inDatabase(url, putInOrder);
      free.push(url);
    },
  };
}

async function copyOfTemplate(cluster: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await inDatabase(cluster, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`),
  );
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}

/** Keeps a copy of every table, for `putInOrder`. */
export async function keepPristine(client: pg.Client): Promise<void> {
  await client.query(`CREATE SCHEMA ${PRISTINE}`);
  for (const table of await tablesOf(client)) {
    await client.query(`CREATE TABLE ${PRISTINE}.${table} AS TABLE public.${table}`);
  }
}

async function putInOrder(client: pg.Client): Promise<void> {
  const tables = await tablesOf(client);
  const refill = tables.map((table) => `INSERT INTO ${table} SELECT * FROM ${PRISTINE}.${table};`);
  // As a replica: without regard to which table refers to which.
  await client.query(
    `SET session_replication_role = replica; TRUNCATE ${tables.join(", ")}; ${refill.join("\n")}`,
  );
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
  );
  return rows.map(({ tablename }) => tablename);
}

/** Work on a connection of its own. */
export async function inDatabase<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
