import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPostgres } from "../store/postgres.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { clientsOf, sendTo } from "./clients.ts";
import { type Desk, makeDesks, seedFor } from "./desks.ts";
import { type Instance, instance } from "./instance.ts";
import { type Listener, listener } from "./listener.ts";
import { type Random, random } from "./random.ts";

/** How many write at the same time. */
const WRITERS = 6;

/** Servers on one store, and who writes there. */
export interface Field {
  readonly instances: readonly [Instance, ...Instance[]];
  readonly desks: readonly Desk[];
  /** The store that the servers have, too. We only read it. */
  readonly store: Store;
  readonly listener: Listener;
  readonly chance: Random;
}

export interface FieldOptions {
  /** There are keys for so many rounds, the first of which is 1. */
  readonly rounds: number;
  readonly seed: number;
}

/** One server on a SQLite file, for as long as `work` takes. */
export async function onSqlite<Result>(
  options: FieldOptions,
  work: (field: Field) => Promise<Result>,
): Promise<Result> {
  return inFolder((folder) => {
    const file = join(folder, "data.sqlite");
    const open = async () => openSqlite(file);
    return onField(folder, [instance(["--data", file])], open, options, work);
  });
}

/** Two servers on one PostgreSQL, for as long as `work` takes. */
export async function onPostgres<Result>(
  url: string,
  options: FieldOptions,
  work: (field: Field) => Promise<Result>,
): Promise<Result> {
  return inFolder((folder) => {
    const flags = ["--database-url", url];
    const open = () => openPostgres(url);
    return onField(folder, [instance(flags), instance(flags)], open, options, work);
  });
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-soak-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function onField<Result>(
  folder: string,
  instances: readonly [Instance, ...Instance[]],
  open: () => Promise<Store>,
  { rounds, seed }: FieldOptions,
  work: (field: Field) => Promise<Result>,
): Promise<Result> {
  const desks = makeDesks(WRITERS);
  const seedData = join(folder, "seed.yaml");
  // JSON is YAML.
  await writeFile(seedData, JSON.stringify(seedFor(desks, rounds + 1)));
  const ears = await listener();
  let store: Store | undefined;
  try {
    for (const each of instances) await each.start("--seed-data", seedData);
    store = await open();
    await subscribe(desks, instances[0], ears);
    return await work({ instances, desks, store, listener: ears, chance: random(seed) });
  } finally {
    await Promise.all(instances.map((each) => each.kill()));
    await store?.close();
    ears.close();
  }
}

/** Every desk's webhook tells us of what its writers make. */
async function subscribe(desks: readonly Desk[], { url }: Instance, ears: Listener): Promise<void> {
  const send = sendTo(() => url);
  for (const desk of desks) {
    const events = ["conversation.created", "message.created", "contact.created"] as const;
    const body = { url: ears.url, events: [...events] };
    const { status } = await clientsOf(desk, 0, "write", send).sahut.POST("/webhooks", { body });
    if (status !== 201) throw new Error(`A webhook was answered ${status}.`);
  }
}
