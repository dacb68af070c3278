import { beforeEach, expect, test } from "vitest";
import { migrate } from "../store/migrate.ts";
import { openSqlite } from "../store/sqlite.ts";
import { chatbotExists, loadFlow, publishedFlowId } from "./chatbots.ts";
import { tables } from "./tables.ts";

const store = openSqlite();

beforeEach(async () => {
  await migrate(store, "sarufi", tables);
  await store.script("DELETE FROM sarufi_flows; DELETE FROM sarufi_chatbots");
  await store.run("INSERT INTO sarufi_chatbots VALUES ('bot', 'ws', 'Bot')");
});

const addFlow = (id: string, type: string, status: string, definition = "{}") =>
  store.run(
    "INSERT INTO sarufi_flows VALUES (?, 'bot', 'Main', ?, ?, ?)",
    id,
    type,
    status,
    definition,
  );

test("a chatbot exists in its own workspace alone", async () => {
  expect(await chatbotExists(store, "ws", "bot")).toBe(true);
  expect(await chatbotExists(store, "other", "bot")).toBe(false);
});

test("the live flow is the published conversation flow: no draft, and no meta flow", async () => {
  await addFlow("draft", "conversation", "draft");
  await addFlow("meta", "meta", "published");
  expect(await publishedFlowId(store, "bot")).toBeUndefined();
  await addFlow("live", "conversation", "published");
  expect(await publishedFlowId(store, "bot")).toBe("live");
});

test("a changed definition is read again", async () => {
  await addFlow("live", "conversation", "published", '{"old":{}}');
  expect((await loadFlow(store, "live")).initial).toBe("old");
  await store.run("UPDATE sarufi_flows SET definition = ?", '{"new":{}}');
  expect((await loadFlow(store, "live")).initial).toBe("new");
});
