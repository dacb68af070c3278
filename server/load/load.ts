import { monotonicFactory } from "ulid";
import { demoData } from "../demo/data.ts";
import { UserError } from "../errors.ts";
import { openStore, type StoreOptions } from "../open-store.ts";
import type { Store } from "../store/store.ts";
import {
  contactsOf,
  fillConversations,
  fillWorkspace as fillSahut,
  type SahutLoad,
  sahutLoad,
} from "./sahut.ts";
import { fillChats, fillWorkspace as fillSarufi, type SarufiLoad, sarufiLoad } from "./sarufi.ts";

export interface LoadOptions extends StoreOptions {
  /** How many conversations of Sahut. Default 0. */
  readonly conversations?: number;
  /** How many open chat sessions of Sarufi. Default 0. */
  readonly chats?: number;
  /** Makes the same data again; another makes other data, with other ids. Default 1. */
  readonly seed?: number;
  /** Told how much there is of how much. */
  readonly progress?: (done: number, total: number) => void;
}

export interface Loaded {
  readonly sahut: SahutLoad;
  readonly sarufi: SarufiLoad;
  readonly contacts: number;
  readonly messages: number;
}

/** As many conversations as one transaction takes. */
const TOGETHER = 20_000;

/**
 * Fills a workspace of each API with made-up data, beside what the store has; an empty one gets the demo first, as at the
 * start of a server. The data is the same for the same seed, but for its moments, which count back from now.
 *
 * Throws a UserError when this seed has been loaded there already.
 */
export async function load(options: LoadOptions): Promise<Loaded> {
  const { conversations = 0, chats = 0, seed = 1, progress = () => undefined } = options;
  const start = new Date();
  const newId = monotonicFactory();
  const { store } = await openStore(options, { data: await demoData(), start, newId });
  try {
    const sahut = sahutLoad(conversations, seed, start);
    const sarufi = sarufiLoad(seed, start);
    await begin(store, sahut, sarufi);
    const total = conversations + chats;
    let messages = 0;
    for (const part of partsOf(conversations)) {
      messages += await store.transaction((sql) => fillConversations(sql, sahut, part));
      progress(part.to, total);
    }
    for (const part of partsOf(chats)) {
      await store.transaction((sql) => fillChats(sql, sarufi, part));
      progress(conversations + part.to, total);
    }
    // PostgreSQL plans by what it has counted, and would count only later by itself.
    if (store.shared) await store.script("VACUUM ANALYZE");
    return { sahut, sarufi, contacts: contactsOf(conversations), messages };
  } finally {
    await store.close();
  }
}

function* partsOf(count: number): Generator<{ from: number; to: number }> {
  for (let from = 0; from < count; from += TOGETHER) {
    yield { from, to: Math.min(count, from + TOGETHER) };
  }
}

async function begin(store: Store, sahut: SahutLoad, sarufi: SarufiLoad): Promise<void> {
  // What is written is more than SQLite's 2 MB of memory hold, and would be read again and again.
  if (!store.shared) await store.script("PRAGMA cache_size = -65536");
  await store.transaction(async (sql) => {
    const [channel = ""] = sahut.channelIds;
    if ((await sql.get("SELECT id FROM sahut_channels WHERE id = ?", channel)) !== undefined) {
      throw new UserError(
        `Seed ${sahut.seed} has been loaded there already. Give another one with --seed.`,
      );
    }
    await fillSahut(sql, sahut);
    await fillSarufi(sql, sarufi);
  });
}
