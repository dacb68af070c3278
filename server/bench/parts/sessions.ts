import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { SeedData } from "../../../generated/seed-data.ts";
import { type Client, client } from "../client.ts";
import { type Measure, type Part, table } from "../part.ts";
import { type Running, run } from "../program.ts";

const SESSIONS = 100_000;
const CLIENTS = 8;
/** A workspace has 1,800 writes an hour. */
const SESSIONS_A_WORKSPACE = 1_500;

/** What the server's process holds while so many chat sessions are open, each begun over HTTP. */
export const measure: Measure = (log) => sessions(log, SESSIONS);

async function sessions(log: (line: string) => void, count: number): Promise<Part> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-sessions-"));
  try {
    const workspaces = Math.ceil(count / SESSIONS_A_WORKSPACE);
    const seed = join(folder, "seed.yaml");
    // JSON is YAML.
    await writeFile(seed, JSON.stringify(seedData(workspaces)));
    const rows: string[][] = [];
    for (const [kept, flags] of [
      ["in memory", []],
      ["in a SQLite file", ["--data", join(folder, "data.sqlite")]],
    ] as const) {
      log(`sessions: ${count} ${kept}`);
      rows.push(await grow(kept, count, ["--seed-data", seed, ...flags]));
    }
    return {
      title: "Memory of open chat sessions",
      about: `The resident memory of a server's process before and after ${count.toLocaleString("en-US")} chat sessions were begun, each over HTTP, and none closed.`,
      columns: ["data", "sessions", "before", "after", "a session", "begun"],
      rows,
      notes:
        "A session is rows in the store, and nothing in the process besides; what the process holds otherwise goes up and down.",
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function grow(kept: string, count: number, flags: readonly string[]): Promise<string[]> {
  const cli = join(import.meta.dirname, "..", "..", "..", "cli.ts");
  const running = await run(cli, "serve", "--port", "0", ...flags);
  const clients = Array.from({ length: CLIENTS }, () => client(running.url));
  try {
    // Code and connections are there before anything is counted.
    await begin(clients, 0, 500);
    const before = await residentMemory(running);
    const start = performance.now();
    await begin(clients, 500, count);
    const seconds = (performance.now() - start) / 1000;
    const after = await residentMemory(running);
    return [
      kept,
      count.toLocaleString("en-US"),
      `${megabytes(before)} MB`,
      `${megabytes(after)} MB`,
      `${((after - before) / (count - 500) / 1024).toFixed(2)} kB`,
      `${Math.round((count - 500) / seconds)}/s`,
    ];
  } finally {
    for (const each of clients) each.close();
    await running.stop();
  }
}

async function begin(clients: readonly Client[], from: number, to: number): Promise<void> {
  let next = from;
  const one = async (connected: Client) => {
    for (let nth = next++; nth < to; nth = next++) {
      const workspace = Math.floor(nth / SESSIONS_A_WORKSPACE);
      const path = `/api/dev/v1/chatbots/bot-${workspace}/chat/sessions`;
      await connected.ask({ method: "POST", path, key: `sk-sessions-${workspace}` });
    }
  };
  await Promise.all(clients.map(one));
}

function seedData(workspaces: number): SeedData {
  const flow = { hello: { message: "Karibu!", transitions: { default: "hello" } } };
  return {
    sarufi: Array.from({ length: workspaces }, (_, place) => ({
      id: `workspace-${place}`,
      keys: [{ key: `sk-sessions-${place}` }],
      chatbots: [{ id: `bot-${place}`, name: "Bot", flows: [{ id: `flow-${place}`, flow }] }],
    })),
  };
}

/** As `ps` tells it, in bytes. */
async function residentMemory({ pid }: Running): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout) * 1024;
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

if (import.meta.main) {
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  const part = await sessions(log, Number(process.argv[2] ?? SESSIONS));
  process.stdout.write(`\n${part.title}\n\n${table(part)}\n`);
}
