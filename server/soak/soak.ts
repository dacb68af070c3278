/**
 * `npm run soak -- --rounds 50 --seed 1`: servers are killed in the middle of writes, and everything that they have answered
 * is looked for. Prints tables, and with `--write` puts them into `server/BENCH.md`; exits with 1 when anything is lost, half
 * done, or seen as an error.
 */
import { parseArgs } from "node:util";
import { median, type Part, table } from "../bench/part.ts";
import { writeReport } from "../bench/report.ts";
import { startCluster } from "../store/testing/cluster.ts";
import { behindBalancer, type Seen } from "./behind-balancer.ts";
import { deliverAll } from "./deliver.ts";
import { type Field, onPostgres, onSqlite } from "./field.ts";
import { killRounds, type Tally } from "./kill-rounds.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    write: { type: "boolean", default: false },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 32)) },
  },
});
const rounds = Math.max(1, Number(values.rounds));
const seed = Number(values.seed);
/** How often servers come and go behind the balancer. */
const TROUBLES = 5;

const say = (text: string) => void process.stdout.write(`${text}\n`);
const progress = (text: string) =>
  void process.stderr.write(`${text} ${Math.round(performance.now() / 1000)} s so far.\n`);
const wrong: string[] = [];
/** What servers said on stderr. */
const complaints: string[] = [];

say(
  `Seed ${seed}: what is written, and when a server is killed; how far it gets, the machine says.\n`,
);
const killed = new Map<string, Tally>();
const told = new Map<string, { count: number; again: number }>();
const seen = new Map<string, Seen>();

await onSqlite({ rounds, seed }, async (field) => {
  killed.set("one server, SQLite", await killRounds(field, rounds));
  await finish("one server, SQLite", field);
});
progress("One server has been killed on SQLite.");

const cluster = await startCluster();
try {
  await onPostgres(cluster.url("postgres"), { rounds: rounds + 2, seed }, async (field) => {
    killed.set("two servers, PostgreSQL", await killRounds(field, rounds));
    progress("Two servers have been killed on PostgreSQL.");
    seen.set(
      `one killed, ${TROUBLES} times; the client repeats`,
      await behindBalancer(field, rounds + 1, { trouble: () => kills(field), repeat: true }),
    );
    seen.set(
      `each restarted, ${TROUBLES} times; it does not`,
      await behindBalancer(field, rounds + 2, { trouble: () => restarts(field), repeat: false }),
    );
    await finish("two servers, PostgreSQL", field);
  });
} finally {
  await cluster.stop();
}

const part = partOf();
say(`${table(part)}\n\n${part.notes}\n`);
if (values.write) await writeReport("npm run soak -- --write", part);
for (const { lost, halfWritten, failures } of killed.values()) {
  wrong.push(...lost, ...halfWritten, ...failures);
}
for (const { lost, halfWritten, errors } of seen.values()) {
  wrong.push(...lost, ...halfWritten, ...errors);
}
for (const line of wrong.slice(0, 20)) say(line.slice(0, 500));
if (wrong.length > 0) for (const line of complaints.slice(-60)) say(`| ${line}`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function partOf(): Part {
  const kills = [...killed].map(([name, tally]) => [
    name,
    String(tally.rounds),
    String(tally.acknowledged),
    String(tally.lost.length),
    String(tally.halfWritten.length),
    String(tally.twice),
    String(tally.failures.length),
    String(tally.unanswered),
  ]);
  const recovery = [...killed].map(([name, { seconds }]) => [
    name,
    median(seconds).toFixed(2),
    Math.max(...seconds).toFixed(2),
    String(told.get(name)?.count ?? 0),
    String(told.get(name)?.again ?? 0),
  ]);
  const balanced = [...seen].map(([name, one]) => [
    name,
    String(one.acknowledged),
    String(one.errors.length),
    String(one.lost.length),
    String(one.halfWritten.length),
    String(one.again),
    String(one.twice),
  ]);
  return {
    title: "Durability",
    about: `Servers are killed in the middle of writes, and everything that they have answered is looked for: seed ${seed}.`,
    columns: [
      ...["SIGKILL", "rounds", "acknowledged", "lost", "half-written"],
      ...["twice", "errors", "unanswered"],
    ],
    rows: kills,
    notes: [
      table({
        columns: ["", "ready again, s", "at worst", "deliveries", "sent again"],
        rows: recovery,
      }),
      table({
        columns: [
          ...["Behind a balancer", "acknowledged", "errors", "lost"],
          ...["half-written", "repeated", "twice"],
        ],
        rows: balanced,
      }),
    ].join("\n\n"),
  };
}

/** Last of all, since it moves a clock. */
async function finish(name: string, field: Field): Promise<void> {
  wrong.push(...(await deliverAll(field)));
  const { listener, instances } = field;
  told.set(name, { count: listener.count(), again: listener.again() });
  for (const { words } of instances) complaints.push(...words);
}

async function kills({ instances, chance }: Field): Promise<void> {
  for (let time = 0; time < TROUBLES; time += 1) {
    const victim = chance.pick(instances);
    await victim.kill();
    await victim.start();
  }
}

async function restarts({ instances }: Field): Promise<void> {
  for (let time = 0; time < TROUBLES; time += 1) {
    for (const each of instances) {
      await each.terminate();
      await each.start();
    }
  }
}
