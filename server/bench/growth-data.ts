import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addKey } from "../access/keys.ts";
import { timestamp } from "../clock.ts";
import { load } from "../load/load.ts";
import { sahutLoad } from "../load/sahut.ts";
import { sarufiLoad } from "../load/sarufi.ts";
import { recountChatbots } from "../sarufi/chatbot-rows.ts";
import { insert } from "../seed-data/insert.ts";
import { openSqlite } from "../store/sqlite.ts";

/** Bears the version of what is in the files: another one is made anew. */
const FOLDER = join(tmpdir(), "concordat-growth-1");
const KEYS = 20;
const SEED = 1;
/** Sarufi's lists are measured up to here. */
const MOST_CHATS = 100_000;

/** A file with so many conversations, and what a client needs to know of it. */
export interface GrowthData {
  readonly size: number;
  readonly file: string;
  /** So many that no rate limit is met. */
  readonly keys: readonly string[];
  readonly sahut: ReturnType<typeof sahutLoad>;
  readonly sarufi: ReturnType<typeof sarufiLoad>;
}

/** Makes the file when it is not there from an earlier run. */
export async function growthData(size: number, log: (line: string) => void): Promise<GrowthData> {
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `${size}.sqlite`);
  if (!existsSync(file)) await make(file, size, log);
  const store = openSqlite(file);
  await store.run("DELETE FROM rate_windows");
  await store.close();
  const end = new Date();
  return {
    size,
    file,
    keys: Array.from({ length: KEYS }, (_, place) => `sk_live_bench_${place}`),
    sahut: sahutLoad(size, SEED, end),
    sarufi: sarufiLoad(SEED, end),
  };
}

async function make(file: string, size: number, log: (line: string) => void): Promise<void> {
  const unfinished = `${file}.part`;
  for (const end of ["", "-wal", "-shm"]) await rm(`${unfinished}${end}`, { force: true });
  const chats = Math.min(size, MOST_CHATS);
  const start = performance.now();
  let tenths = 0;
  const progress = (done: number, total: number) => {
    if (Math.floor((10 * done) / total) === tenths) return;
    tenths = Math.floor((10 * done) / total);
    log(`growth: ${done} of ${total} rows loaded`);
  };
  const { sahut, sarufi } = await load({
    data: unfinished,
    conversations: size,
    chats,
    seed: SEED,
    progress,
  });
  const seconds = (performance.now() - start) / 1000;
  log(
    `growth: loaded ${size} in ${seconds.toFixed(0)} s, ${Math.round((size + chats) / seconds)}/s`,
  );
  const store = openSqlite(unfinished);
  for (let place = 0; place < KEYS; place += 1) {
    const id = `bench_${place}`;
    const key = {
      id,
      workspaceId: sahut.workspaceId,
      label: id,
      plan: "business",
      readOnly: false,
    };
    await addKey(store, "sahut", `sk_live_${id}`, key);
  }
  const created_at = timestamp(new Date());
  const chatbots = Array.from({ length: chats }, (_, place) => ({
    id: `bench-bot-${place}`,
    workspace_id: sarufi.workspaceId,
    name: `Bot ${place}`,
    created_at,
  }));
  await store.transaction(async (sql) => {
    await insert(sql, "sarufi_chatbots", chatbots);
    await recountChatbots(sql, sarufi.workspaceId, chatbots.length);
  });
  // With all of it in the one file.
  await store.close();
  await rename(unfinished, file);
}
