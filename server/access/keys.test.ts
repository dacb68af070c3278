import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "../store/migrate.ts";
import { openSqlite } from "../store/sqlite.ts";
import { addKey, findKey, type Key, keyTables } from "./keys.ts";

const key: Key = {
  id: "key_1",
  workspaceId: "ws_1",
  label: "Desk",
  plan: "starter",
  readOnly: true,
};

async function openKeys(file?: string) {
  const store = openSqlite(file);
  await migrate(store, "access", keyTables);
  return store;
}

test("a key is found by its secret, within its API alone", async () => {
  const store = await openKeys();
  await addKey(store, "sahut", "sk_live_secret", key);
  expect(await findKey(store, "sahut", "sk_live_secret")).toEqual(key);
  expect(await findKey(store, "sarufi", "sk_live_secret")).toBeUndefined();
  expect(await findKey(store, "sahut", "sk_live_secres")).toBeUndefined();
});

test("the secret of a key is nowhere in the data file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "concordat-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "data.sqlite");
  const store = await openKeys(file);
  await addKey(store, "sahut", "sk_live_secret", key);
  await store.close();
  const bytes = await readFile(file);
  expect(bytes.includes("Desk")).toBe(true);
  expect(bytes.includes("sk_live_secret")).toBe(false);
});
