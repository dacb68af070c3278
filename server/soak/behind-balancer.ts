import { setTimeout as sleep } from "node:timers/promises";
import { balancer } from "./balancer.ts";
import { clientsOf, sendTo } from "./clients.ts";
import type { Field } from "./field.ts";
import { halfWritten, twice } from "./invariants.ts";
import { emptyLedger } from "./ledger.ts";
import { random } from "./random.ts";
import { readBack } from "./read-back.ts";
import { stubborn } from "./stubborn.ts";
import { write } from "./write.ts";

/** What clients saw while servers came and went. */
export interface Seen {
  /** Writes that were answered with success. */
  acknowledged: number;
  /** Requests that were sent again. */
  again: number;
  /** What a caller would have to deal with: no answer in the end, or one of our own failures. */
  errors: string[];
  lost: string[];
  halfWritten: string[];
  /** Writes that happened more than once, meanwhile. */
  twice: number;
}

/**
 * Writers who know one address, a balancer's, while `trouble` lasts. Without `repeat` they send
 * nothing again.
 */
export async function behindBalancer(
  { instances, desks, store, listener, chance }: Field,
  round: number,
  { trouble, repeat }: { trouble: () => Promise<void>; repeat: boolean },
): Promise<Seen> {
  const front = await balancer(instances);
  // The store keeps what happened twice before.
  const twiceBefore = await twice(store);
  const done = new AbortController();
  let again = 0;
  const plain = sendTo(() => front.url);
  const send = repeat
    ? stubborn(plain, () => {
        again += 1;
      })
    : plain;
  const ledgers = new Map(desks.map((desk) => [desk, emptyLedger()]));
  try {
    const writers = [...ledgers].map(([desk, ledger]) => {
      const clients = clientsOf(desk, round, "write", send);
      const own = random(chance.whole(0, 2 ** 32 - 1));
      const options = { desk, round, clients, random: own, ledger, elsewhere: listener.url };
      return write(options, done.signal, false);
    });
    // Every connection is in use when the trouble begins.
    await sleep(300);
    await trouble();
    await sleep(300);
    done.abort();
    await Promise.all(writers);
    const seen: Seen = {
      acknowledged: 0,
      again,
      errors: [],
      lost: [],
      halfWritten: await halfWritten(store, listener.heard),
      twice: (await twice(store)) - twiceBefore,
    };
    for (const [desk, ledger] of ledgers) {
      seen.acknowledged += ledger.acknowledged;
      seen.errors.push(...ledger.failures);
      if (ledger.unanswered > 0) seen.errors.push(`${ledger.unanswered} without an answer`);
      const clients = clientsOf(desk, round, "read", plain);
      seen.lost.push(...(await readBack(ledger, { desk, round, clients })));
    }
    return seen;
  } finally {
    front.close();
  }
}
