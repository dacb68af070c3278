/**
 * `npm run soak`: servers are killed in the middle of writes, and everything that they have answered
 * is looked for. Prints tables; exits with 1 when anything is lost, half done, or seen as an error.
 */
import { parseArgs } from "node:util";
import { startCluster } from "../store/testing/cluster.ts";
import { behindBalancer, type Seen } from "./behind-balancer.ts";
import { deliverAll } from "./deliver.ts";
import { type Field, onPostgres, onSqlite } from "./field.ts";
import { killRounds, type Tally } from "./kill-rounds.ts";
import { median, table } from "./table.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 32)) },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
/** How often servers come and go behind the balancer. */
const TROUBLES = 5;

const say = (text: string) => void process.stdout.write(`${text}\n`);
const wrong: string[] = [];

say(
  `Seed ${seed}: it gives what is written and when a server is killed; the machine, how far it gets.\n`,
);
const killed = new Map<string, Tally & { deliveries: number; again: number }>();
killed.set("one server, SQLite", await onSqlite({ rounds, seed }, (field) => soaked(field)));

const cluster = await startCluster();
const seen = new Map<string, Seen>();
try {
  await onPostgres(cluster.url("postgres"), { rounds: rounds + 2, seed }, async (field) => {
    killed.set("two servers, PostgreSQL", await soaked(field));
    seen.set(
      `one killed, ${TROUBLES} times; the client repeats`,
      await behindBalancer(field, rounds + 1, { trouble: () => kills(field), repeat: true }),
    );
    seen.set(
      `each restarted, ${TROUBLES} times; it does not`,
      await behindBalancer(field, rounds + 2, { trouble: () => restarts(field), repeat: false }),
    );
  });
} finally {
  await cluster.stop();
}

say(
  table([
    ["SIGKILL", "rounds", "acknowledged", "lost", "half-written", "twice", "errors", "unanswered"],
    ...[...killed].map(([name, tally]) => [
      name,
      tally.rounds,
      tally.acknowledged,
      tally.lost.length,
      tally.halfWritten.length,
      tally.twice,
      tally.failures.length,
      tally.unanswered,
    ]),
  ]),
);
say(
  table([
    ["", "ready again, s", "at worst", "deliveries", "sent again"],
    ...[...killed].map(([name, { seconds, deliveries, again }]) => [
      name,
      median(seconds).toFixed(2),
      Math.max(...seconds).toFixed(2),
      deliveries,
      again,
    ]),
  ]),
);
say(
  table([
    [
      "Two servers behind a balancer",
      "acknowledged",
      "errors",
      "lost",
      "half-written",
      "repeated",
      "twice",
    ],
    ...[...seen].map(([name, one]) => [
      name,
      one.acknowledged,
      one.errors.length,
      one.lost.length,
      one.halfWritten.length,
      one.again,
      one.twice,
    ]),
  ]),
);
for (const { lost, halfWritten, failures } of killed.values()) {
  wrong.push(...lost, ...halfWritten, ...failures);
}
for (const { lost, halfWritten, errors } of seen.values()) {
  wrong.push(...lost, ...halfWritten, ...errors);
}
for (const line of wrong.slice(0, 20)) say(line);
process.exitCode = wrong.length === 0 ? 0 : 1;

async function soaked(field: Field) {
  const tally = await killRounds(field, rounds);
  tally.lost.push(...(await deliverAll(field)));
  const { listener } = field;
  return { ...tally, deliveries: listener.count(), again: listener.again() };
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
