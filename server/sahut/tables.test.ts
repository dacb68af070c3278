import { expect, test } from "vitest";
import { migrate } from "../store/migrate.ts";
import { openSqlite } from "../store/sqlite.ts";
import { testStore } from "../store/testing/store.ts";
import { listContactRows } from "./contact-rows.ts";
import { tables } from "./tables.ts";
import { totals } from "./testing/totals.ts";

test("contacts of an older data file are kept, and found", async () => {
  const store = openSqlite();
  await migrate(store, "sahut", tables.slice(0, 1));
  await store.run("INSERT INTO sahut_contacts VALUES ('ct_1', 'ws_1', 'Budi', '+62812')");
  await migrate(store, "sahut", tables);
  const all = { limit: 25, offset: 0 };
  const found = await listContactRows(store, "ws_1", { q: "BUDI" }, all);
  expect(found).toMatchObject({
    total: 1,
    contacts: [{ id: "ct_1", phone: "+62812", email: null, tags: [], custom_attributes: {} }],
  });
});

test("what older data holds is counted", async () => {
  const store = await testStore(tables.slice(0, 3));
  await store.script(`
    INSERT INTO sahut_channels VALUES ('ch_1', 'ws_1', 'email', 'A'), ('ch_2', 'ws_1', 'email', 'B');
    INSERT INTO sahut_agents VALUES ('usr_1', 'ws_1', 'Sari');
    INSERT INTO sahut_contacts (id, workspace_id, name) VALUES ('ct_1', 'ws_1', 'Budi'), ('ct_2', 'ws_2', 'Siti');
    INSERT INTO sahut_conversations
        (id, workspace_id, status, channel_id, contact_id, assignee_id, labels, created_at, updated_at)
      VALUES ('conv_1', 'ws_1', 'open', 'ch_1', 'ct_1', 'usr_1', '[]', '2024', '2024'),
        ('conv_2', 'ws_1', 'open', 'ch_1', 'ct_1', NULL, '[]', '2024', '2024'),
        ('conv_3', 'ws_1', 'resolved', 'ch_2', 'ct_1', NULL, '[]', '2024', '2024');
    INSERT INTO sahut_messages VALUES
      ('msg_1', 'conv_2', 1, 'activity', 'One', NULL, NULL, NULL, '[]', 0, '2024'),
      ('msg_2', 'conv_2', 2, 'activity', 'Two', NULL, NULL, NULL, '[]', 0, '2024');`);
  // As `testStore` has called them.
  await migrate(store, "test", tables);
  const { listed, counted } = await totals(store, "ws_1");
  expect(listed).toEqual(counted);
  expect(listed).toMatchObject({ "{}": 3, contacts: 1, conv_2: 2, conv_3: 0 });
});
