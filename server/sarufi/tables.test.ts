import { expect, test } from "vitest";
import { migrate } from "../store/migrate.ts";
import { openSqlite } from "../store/sqlite.ts";
import { countChatbots } from "./chatbot-rows.ts";
import { liveVersionId, versionLoader } from "./flow-rows.ts";
import { findSession } from "./session-rows.ts";
import { tables } from "./tables.ts";

test("data of the first version is kept: chatbots, what was live, sessions and what was said", async () => {
  const store = openSqlite();
  await migrate(store, "sarufi", tables.slice(0, 1));
  await store.script(`
    INSERT INTO sarufi_chatbots VALUES ('bot', 'ws', 'Support');
    INSERT INTO sarufi_flows
      VALUES ('flow', 'bot', 'Main', 'conversation', 'published', '{"hello":{"message":"Hi"}}');
    INSERT INTO sarufi_sessions VALUES
      ('s1', 'bot', 'flow', 'hello', 0, '2026-04-02T12:00:00.123Z', '2026-04-02T12:05:00.000Z'),
      ('s2', 'bot', 'flow', 'hello', 1, '2026-04-02T12:00:00.123Z', '2026-04-02T12:05:00.000Z');
    INSERT INTO sarufi_exchanges VALUES
      ('s1', 1, NULL, '[]', '2026-04-02T12:00:00.123Z'),
      ('s1', 2, '{"text":"Hi"}', '[]', '2026-04-02T12:05:00.000Z');`);
  await migrate(store, "sarufi", tables);

  expect(await countChatbots(store, "ws")).toBe(1);
  expect(await liveVersionId(store, "bot")).toBe("flow");
  expect((await versionLoader()(store, "flow")).initial).toBe("hello");
  expect(await findSession(store, "bot", "s1")).toEqual({
    version_id: "flow",
    state: "hello",
    position: 2,
    variables: {},
    contact_name: null,
    closed: 0,
    active_at: "2026-04-02T12:05:00.000Z",
  });
  expect(
    await store.all("SELECT id, channel, status, created_at FROM sarufi_conversations"),
  ).toEqual([
    { id: "s1", channel: "api", status: "ACTIVE", created_at: "2026-04-02T12:00:00Z" },
    { id: "s2", channel: "api", status: "CLOSED", created_at: "2026-04-02T12:00:00Z" },
  ]);
  expect(await store.all("SELECT id, message FROM sarufi_messages ORDER BY position")).toEqual([
    { id: "s1-1", message: null },
    { id: "s1-2", message: '{"text":"Hi"}' },
  ]);
});
