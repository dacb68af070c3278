import pg from "pg";
import { addKey } from "../../access/keys.ts";
import { demoData } from "../../demo/data.ts";
import { startServer } from "../../main.ts";
import { openPostgres } from "../../store/postgres.ts";
import { startCluster } from "../../store/testing/cluster.ts";
import { type Client, client } from "../client.ts";
import { type Measure, type Part, table } from "../part.ts";

const SERVERS = 2;
/** How many requests are under way at each of them. */
const TOGETHER = 8;
const REQUESTS = 2_000;

/** How often writers of one workspace come between each other on PostgreSQL, and what that costs. */
export const measure: Measure = async (log) => {
  const cluster = await startCluster();
  try {
    const databaseUrl = cluster.url("postgres");
    // What is given up is counted here.
    const start = () => startServer({ databaseUrl, log: () => undefined });
    const servers = [];
    for (let count = 0; count < SERVERS; count += 1) servers.push(await start());
    try {
      return await contend(
        databaseUrl,
        servers.map(({ sahut }) => sahut.url),
        log,
      );
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  } finally {
    await cluster.stop();
  }
};

async function contend(
  databaseUrl: string,
  urls: readonly string[],
  log: (line: string) => void,
): Promise<Part> {
  const { workspace, contact_id, channel_id } = await someone();
  const keys = await keysFor(databaseUrl, workspace);
  const clients = urls.flatMap((url) => Array.from({ length: TOGETHER }, () => client(url)));
  const post = (client: Client, nth: number, path: string, body: object) =>
    client.ask({ method: "POST", path, key: keys[nth % keys.length] ?? "", body });
  const ids: string[] = [];
  const start = async (client: Client, nth: number) => {
    const said = { contact_id, channel_id, message: { content: "Halo" } };
    const { body } = await post(client, nth, "/conversations", said);
    // as: the contract of this operation.
    ids.push((JSON.parse(body) as { data: { id: string } }).data.id);
  };
  const say = async (client: Client, nth: number) => {
    await post(client, nth, `/conversations/${ids[nth % ids.length]}/messages`, {
      content: "Halo",
    });
  };
  try {
    const rows: string[][] = [];
    for (const [what, write] of [
      ["new conversations", start],
      ["messages to these", say],
    ] as const) {
      log(`contention: ${what}`);
      rows.push([what, ...(await measured(databaseUrl, clients, write))]);
    }
    return {
      title: "Contention on PostgreSQL",
      about: `${SERVERS} servers on one database, ${TOGETHER} clients at each, ${REQUESTS} writes of one workspace. PostgreSQL undoes a transaction that another came
between, and the server tries it again.`,
      columns: ["writes", "tried again, in 100", "given up", "a second"],
      rows,
      notes,
    };
  } finally {
    for (const each of clients) each.close();
  }
}

const notes = `Before there were counters it was 9.3 and 567, and one message in a hundred was given up after 20 tries. Three things helped:

- A counter has a row for each connection that has changed it ([\`counters.ts\`](store/counters.ts)), so writers never meet there. While
  each server chose its rows by chance, up to 68 in 100 new conversations were tried again.
- A message's place is its conversation's number of messages, which the same statement counts up; before, it was looked up among
  the messages, where PostgreSQL takes neighbours for a conflict.
- Transactions that clash take turns when they are tried again ([\`postgres.ts\`](store/postgres.ts)).

What remains comes from neighbouring conversations in one page of an index: 2,000 new ones fill 20 such pages.`;

async function someone() {
  const [shop] = (await demoData()).sahut ?? [];
  const contact_id = shop?.contacts?.[0]?.id;
  const channel_id = shop?.channels?.find(({ type }) => type !== "whatsapp")?.id;
  if (shop === undefined || contact_id === undefined || channel_id === undefined) {
    throw new Error("The demo has a workspace with contacts and channels.");
  }
  return { workspace: shop.id, contact_id, channel_id };
}

/** So many that no rate limit is met. */
async function keysFor(databaseUrl: string, workspaceId: string): Promise<string[]> {
  const store = await openPostgres(databaseUrl);
  const keys = Array.from({ length: 20 }, (_, place) => `sk_live_bench_${place}`);
  for (const [place, secret] of keys.entries()) {
    const id = `bench_${place}`;
    await addKey(store, "sahut", secret, {
      id,
      workspaceId,
      label: id,
      plan: "business",
      readOnly: false,
    });
  }
  await store.close();
  return keys;
}

async function measured(
  databaseUrl: string,
  clients: readonly Client[],
  write: (client: Client, nth: number) => Promise<void>,
): Promise<string[]> {
  const before = await undone(databaseUrl);
  const start = performance.now();
  let next = 0;
  let failed = 0;
  const one = async (client: Client) => {
    for (let nth = next++; nth < REQUESTS; nth = next++) {
      await write(client, nth).catch(() => {
        failed += 1;
      });
    }
  };
  await Promise.all(clients.map(one));
  const seconds = (performance.now() - start) / 1000;
  const again = (await undone(databaseUrl)) - before;
  return [
    ((100 * again) / REQUESTS).toFixed(1),
    String(failed),
    String(Math.round(REQUESTS / seconds)),
  ];
}

/** How many transactions were undone so far. Connections report what they have counted once a second, at most. */
async function undone(databaseUrl: string): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const { rows } = await database.query<{ undone: string }>(
    "SELECT xact_rollback AS undone FROM pg_stat_database WHERE datname = current_database()",
  );
  await database.end();
  return Number(rows[0]?.undone);
}

if (import.meta.main) {
  const part = await measure((line) => void process.stderr.write(`${line}\n`));
  process.stdout.write(`\n${part.title}\n\n${table(part)}\n`);
}
