import { setTimeout as sleep } from "node:timers/promises";
import { clientsOf, sendTo } from "./clients.ts";
import type { Desk } from "./desks.ts";
import type { Field } from "./field.ts";
import type { Instance } from "./instance.ts";
import { halfWritten, lostWebhooks, twice } from "./invariants.ts";
import { emptyLedger, type Ledger } from "./ledger.ts";
import { random } from "./random.ts";
import { readBack } from "./read-back.ts";
import { write } from "./write.ts";

export interface Tally {
  rounds: number;
  acknowledged: number;
  unanswered: number;
  lost: string[];
  halfWritten: string[];
  /** Writes that happened twice. Nobody sends anything again here. */
  twice: number;
  /** Answers that no client should get. */
  failures: string[];
  /** From the start of a killed server until it answers. */
  seconds: number[];
}

/** Kills a server in the middle of writes, and looks for what has been answered; this often. */
export async function killRounds(field: Field, rounds: number): Promise<Tally> {
  const tally: Tally = {
    rounds,
    acknowledged: 0,
    unanswered: 0,
    lost: [],
    halfWritten: [],
    twice: 0,
    failures: [],
    seconds: [],
  };
  for (let round = 1; round <= rounds; round += 1) {
    const book = await killRound(field, round, tally);
    tally.lost.push(...(await lostOf(field, book)));
    tally.halfWritten.push(...(await halfWritten(field.store, field.listener.heard)));
    for (const { acknowledged, unanswered, failures } of book.ledgers.values()) {
      tally.acknowledged += acknowledged;
      tally.unanswered += unanswered;
      tally.failures.push(...failures);
    }
  }
  tally.twice = await twice(field.store);
  return tally;
}

/** What was written in a round, and by whom. */
interface Book {
  readonly round: number;
  readonly ledgers: ReadonlyMap<Desk, Ledger>;
}

async function killRound(field: Field, round: number, tally: Tally): Promise<Book> {
  const { instances, desks, chance, listener } = field;
  const victim = chance.pick(instances);
  const alone = instances.length === 1;
  const done = new AbortController();
  const send = sendTo(() => anyOf(field).url);
  const ledgers = new Map(desks.map((desk) => [desk, emptyLedger()]));
  const writers = [...ledgers].map(([desk, ledger]) => {
    const clients = clientsOf(desk, round, "write", send);
    // Each has choices of its own, as answers come in an order that no seed gives.
    const own = random(chance.whole(0, 2 ** 32 - 1));
    const options = { desk, round, clients, random: own, ledger, elsewhere: listener.url };
    return write(options, done.signal, alone);
  });
  await sleep(chance.whole(100, 700));
  await victim.kill();
  // Where there is another server, it goes on meanwhile.
  if (alone) await Promise.all(writers);
  tally.seconds.push(await victim.start());
  done.abort();
  await Promise.all(writers);
  return { round, ledgers };
}

function anyOf({ instances, chance }: Field): Instance {
  const [first, ...others] = instances.filter(({ up }) => up);
  return first === undefined ? instances[0] : chance.pick([first, ...others]);
}

async function lostOf(field: Field, { round, ledgers }: Book): Promise<string[]> {
  const send = sendTo(() => anyOf(field).url);
  const lost = await Promise.all(
    [...ledgers].map(async ([desk, ledger]) => [
      ...(await readBack(ledger, { desk, round, clients: clientsOf(desk, round, "read", send) })),
      ...(await lostWebhooks(field.store, ledger)),
    ]),
  );
  return lost.flat();
}
