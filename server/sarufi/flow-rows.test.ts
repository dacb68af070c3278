import { beforeEach, expect, test } from "vitest";
import { migrate } from "../store/migrate.ts";
import { openSqlite } from "../store/sqlite.ts";
import { chatbotExists } from "./chatbot-rows.ts";
import { findFlow, liveVersionId, versionLoader } from "./flow-rows.ts";
import { tables } from "./tables.ts";

const store = openSqlite();

beforeEach(async () => {
  await migrate(store, "sarufi", tables);
  await store.script(
    "DELETE FROM sarufi_versions; DELETE FROM sarufi_flows; DELETE FROM sarufi_chatbots",
  );
  await store.run("INSERT INTO sarufi_chatbots (id, workspace_id, name) VALUES ('bot', 'ws', 'B')");
});

async function addFlow(id: string, type: string, status: string, definition = "{}") {
  await store.run(
    `INSERT INTO sarufi_flows (id, chatbot_id, name, type, status, definition)
     VALUES (?, 'bot', 'Main', ?, ?, ?)`,
    id,
    type,
    status,
    definition,
  );
}

const addVersion = (id: string, flowId: string, definition = "{}") =>
  store.run("INSERT INTO sarufi_versions VALUES (?, ?, ?, '')", id, flowId, definition);

test("a chatbot exists in its own workspace alone", async () => {
  expect(await chatbotExists(store, "ws", "bot")).toBe(true);
  expect(await chatbotExists(store, "other", "bot")).toBe(false);
});

test("what is live is the latest version of the published conversation flow", async () => {
  await addFlow("draft", "conversation", "draft");
  await addVersion("9", "draft");
  await addFlow("meta", "meta", "published");
  await addVersion("8", "meta");
  expect(await liveVersionId(store, "bot")).toBeUndefined();
  await addFlow("live", "conversation", "published");
  await addVersion("1", "live");
  await addVersion("2", "live");
  expect(await liveVersionId(store, "bot")).toBe("2");
});

test("a flow belongs to its chatbot", async () => {
  await addFlow("one", "conversation", "draft", '{"hello":{}}');
  expect(await findFlow(store, "bot", "one")).toMatchObject({ flow: { hello: {} } });
  expect(await findFlow(store, "other", "one")).toBeUndefined();
});

test("a version is read anew when its id has another text", async () => {
  await addFlow("live", "conversation", "published");
  await addVersion("1", "live", '{"old":{}}');
  const loadVersion = versionLoader();
  expect((await loadVersion(store, "1")).initial).toBe("old");
  await store.run("UPDATE sarufi_versions SET definition = ?", '{"new":{}}');
  expect((await loadVersion(store, "1")).initial).toBe("new");
});

test("a version is read once, and many are kept", async () => {
  await addFlow("live", "conversation", "published");
  const ids = Array.from({ length: 1_001 }, (_, place) => `v${place}`);
  for (const id of ids) await addVersion(id, "live", '{"start":{}}');
  const loadVersion = versionLoader();
  const first = await loadVersion(store, "v0");
  expect(await loadVersion(store, "v0")).toBe(first);
  for (const id of ids) await loadVersion(store, id);
  expect(await loadVersion(store, "v0")).toEqual(first);
});
