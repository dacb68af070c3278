import { createReadStream } from "node:fs";
import { join } from "node:path";
import { type Client, client } from "../client.ts";
import { type GrowthData, growthData } from "../growth-data.ts";
import { type Kind, kinds } from "../growth-requests.ts";
import { type Measure, median, type Part, table } from "../part.ts";
import { run } from "../program.ts";

const SIZES = [1_000, 100_000, 1_000_000];
const ROUNDS = 5;

interface Server {
  readonly data: GrowthData;
  readonly client: Client;
  stop(): Promise<void>;
}

/** Each kind of request at each size, in turns, one after the other; medians of five rounds' medians. */
export const measure: Measure = (log) => growth(log, SIZES);

async function growth(log: (line: string) => void, sizes: readonly number[]): Promise<Part> {
  const servers: Server[] = [];
  try {
    for (const size of sizes) servers.push(await start(await growthData(size, log)));
    const rows: string[][] = [];
    for (const kind of kinds) {
      const times = await compare(kind, servers);
      const row = rowOf(kind, times);
      log(row.join(" | "));
      rows.push(row);
    }
    return partOf(rows, sizes);
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
  }
}

async function start(data: GrowthData): Promise<Server> {
  await readThrough(data.file);
  const cli = join(import.meta.dirname, "..", "..", "..", "cli.ts");
  const running = await run(cli, "serve", "--port", "0", "--data", data.file);
  const connected = client(running.url);
  return {
    data,
    client: connected,
    async stop() {
      connected.close();
      await running.stop();
    },
  };
}

/** Brings a file into the system's memory: what is measured is the server, and not the disk. */
async function readThrough(file: string): Promise<void> {
  for await (const chunk of createReadStream(file)) void chunk;
}

/** Milliseconds at each size; undefined where the kind makes no sense. */
async function compare(kind: Kind, servers: readonly Server[]): Promise<(number | undefined)[]> {
  const { from = 0, times = 30 } = kind;
  const middles = servers.map((): number[] => []);
  // The first round is not counted: it brings code and files into memory.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [place, { data, client }] of servers.entries()) {
      if (data.size < from) continue;
      const taken: number[] = [];
      for (let nth = 0; nth < times; nth += 1) {
        const turn = round * times + nth;
        await client.ask(kind.before(data, turn));
        taken.push((await client.ask(kind.ask(data, turn))).ms);
      }
      if (round > 0) middles[place]?.push(median(taken));
    }
  }
  return middles.map((each) => (each.length === 0 ? undefined : median(each)));
}

function rowOf({ name, grows = false }: Kind, times: readonly (number | undefined)[]): string[] {
  const [least] = times;
  const most = times.at(-1);
  const ratio = least === undefined || most === undefined ? "" : (most / least).toFixed(2);
  const ms = times.map((each) => (each === undefined ? "" : `${each.toFixed(2)} ms`));
  return [name, ...ms, ratio, grows ? "grows" : "2 at most"];
}

function partOf(rows: readonly string[][], sizes: readonly number[]): Part {
  return {
    title: "Growth",
    about: `One client sends one request after the other, to three servers in turn; before each, something is written, so that no
answer is a remembered one. The file has so many conversations, a quarter as many contacts, and one and a half times as many
messages; of Sarufi's chat sessions and chatbots up to 100,000 each. Medians of five rounds' medians. The files are loaded on the
first run, and kept in the temporary folder; each is read once before, so that the system has it in memory.`,
    columns: ["request", ...sizes.map((size) => size.toLocaleString("en-US")), "ratio", "goal"],
    rows,
    notes,
  };
}

const notes = `**Totals** are counters, changed in the transaction that changes what they count: for each of Sahut's filters together and
for none, for contacts, a conversation's messages, and Sarufi's chatbots. A test compares them with counting after whatever may happen.

**Each set of filters has an index** in the list's order: eight. Each costs some 70 µs of computing when a conversation moves to
the top of 300,000 in a file. Tried instead: five indexes, with the lists of the four statuses merged where none is asked for.
SQLite merges them; PostgreSQL reads each to its end and sorts.

**Deep pages** grow with their number, not with the data: the documentation's \`page\` says how many to leave out, and these are
read in the index. Only the page itself is put together from four tables. A client that wants everything filters by status,
channel and agent, so that no list is long; Sarufi's cursors do not grow, since they say where to go on.

**The disk** is left out. Where a conversation's pages have not been read since the machine started, the first request for its
messages reads them: among a million, some 2 ms instead of some 0.8.

**\`q\` and \`tag\`** of contacts look into texts, so every contact of the workspace is read, twice where there is a page to fill.

**Loading**, \`npm run concordat -- load --data big.sqlite --conversations 1000000\`, tells its time and rate itself.`;

if (import.meta.main) {
  // `node server/bench/parts/growth.ts 1000 100000` is faster.
  const chosen = process.argv.slice(2).map(Number);
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  const part = await growth(log, chosen.length === 0 ? SIZES : chosen);
  process.stdout.write(`\n${part.title}\n\n${table(part)}\n`);
}
