import pg from "pg";
import { addKey } from "../access/keys.ts";
import { demoData } from "../demo/data.ts";
import { startServer } from "../main.ts";
import { openPostgres } from "../store/postgres.ts";
import { startCluster } from "../store/testing/cluster.ts";

/** How many requests are under way at the same time, at each server. */
const TOGETHER = 8;
const REQUESTS = 2_000;

/**
 * How often concurrent writers come between each other on PostgreSQL: two servers on one database take new conversations
 * and messages of one workspace, and PostgreSQL counts the transactions that were undone and tried again.
 *
 * @example
 * node server/bench/contention.ts
 */
async function main(): Promise<void> {
  const cluster = await startCluster();
  try {
    const databaseUrl = cluster.url("postgres");
    // What is given up is counted here.
    const log = () => undefined;
    const servers = [
      await startServer({ databaseUrl, log }),
      await startServer({ databaseUrl, log }),
    ];
    const { workspace, contact, channel } = await someone();
    const keys = await keysFor(databaseUrl, workspace);
    const conversation = { contact_id: contact, channel_id: channel };
    const post = async (index: number, path: string, body: object) => {
      const { url } = servers[index % servers.length]?.sahut ?? { url: "" };
      const headers = {
        Authorization: `Bearer ${keys[index % keys.length]}`,
        "Content-Type": "application/json",
      };
      const reply = await fetch(`${url}${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      // as: both answers are an object with an id, unless they report an error.
      const { data } = (await reply.json()) as { data?: { id: string } };
      return data?.id;
    };
    const ids: string[] = [];
    const rows = [
      await measured(databaseUrl, "new conversations", async (index) => {
        const body = { ...conversation, message: { content: "Halo" } };
        const id = await post(index, "/conversations", body);
        if (id !== undefined) ids.push(id);
        return id !== undefined;
      }),
      await measured(databaseUrl, "messages to many conversations", async (index) => {
        const path = `/conversations/${ids[index % ids.length]}/messages`;
        return (await post(index, path, { content: "Halo" })) !== undefined;
      }),
    ];
    console.table(rows);
    for (const server of servers) await server.close();
  } finally {
    await cluster.stop();
  }
}

async function someone() {
  const [shop] = (await demoData()).sahut ?? [];
  const contact = shop?.contacts?.[0]?.id;
  const channel = shop?.channels?.find(({ type }) => type !== "whatsapp")?.id;
  if (shop === undefined || contact === undefined || channel === undefined) {
    throw new Error("The demo has a workspace with contacts and channels.");
  }
  return { workspace: shop.id, contact, channel };
}

/** So many that no rate limit is met. */
async function keysFor(databaseUrl: string, workspaceId: string): Promise<string[]> {
  const store = await openPostgres(databaseUrl);
  const names = Array.from({ length: 20 }, (_, index) => `bench_${index}`);
  for (const id of names) {
    const key = { id, workspaceId, label: id, plan: "business", readOnly: false };
    await addKey(store, "sahut", id, key);
  }
  await store.close();
  return names;
}

async function measured(url: string, what: string, request: (index: number) => Promise<boolean>) {
  const before = await undone(url);
  const start = performance.now();
  let next = 0;
  let failed = 0;
  const one = async () => {
    for (let index = next++; index < REQUESTS; index = next++) {
      if (!(await request(index))) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: TOGETHER * 2 }, one));
  const seconds = (performance.now() - start) / 1000;
  const again = (await undone(url)) - before;
  return {
    what,
    requests: REQUESTS,
    "tried again": again,
    "in 100 requests": ((100 * again) / REQUESTS).toFixed(1),
    "given up": failed,
    "requests/s": Math.round(REQUESTS / seconds),
  };
}

/** Connections report what they have counted at most once a second. */
async function undone(url: string): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "SELECT xact_rollback AS undone FROM pg_stat_database WHERE datname = current_database()",
  );
  await client.end();
  return Number(rows[0]?.undone);
}

await main();
