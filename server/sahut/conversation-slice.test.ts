import { expect, test } from "vitest";
import type { Store } from "../store/store.ts";
import { testStore } from "../store/testing/store.ts";
import { type ConversationFilter, idsOfSlice } from "./conversation-slice.ts";
import { tables } from "./tables.ts";

const filters: ConversationFilter[] = ["open", undefined].flatMap((status) =>
  ["ch_1", undefined].flatMap((channel_id) =>
    ["usr_1", "unassigned", undefined].map((assignee_id) => ({
      ...(status && { status }),
      ...(channel_id && { channel_id }),
      ...(assignee_id && { assignee_id }),
    })),
  ),
);

/** Enough conversations that reading them all is not the fastest way. */
const filling = `
  INSERT INTO sahut_channels SELECT 'ch_' || i, 'ws_1', 'email', 'Email' FROM
    (SELECT 0 AS i UNION SELECT 1 UNION SELECT 2) AS channels;
  INSERT INTO sahut_agents SELECT 'usr_' || i, 'ws_1', 'Sari' FROM
    (SELECT 0 AS i UNION SELECT 1 UNION SELECT 2) AS agents;
  INSERT INTO sahut_contacts (id, workspace_id, name) VALUES ('ct_1', 'ws_1', 'Budi');
  INSERT INTO sahut_conversations
      (id, workspace_id, status, channel_id, contact_id, assignee_id, labels, created_at, updated_at)
    WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 20000)
    SELECT 'conv_' || i, 'ws_1',
      CASE i % 4 WHEN 0 THEN 'open' WHEN 1 THEN 'pending' WHEN 2 THEN 'resolved' ELSE 'snoozed' END,
      'ch_' || (i / 4 % 3), 'ct_1', CASE i / 12 % 4 WHEN 3 THEN NULL ELSE 'usr_' || (i / 12 % 4) END,
      '[]', '2026-04-02T12:00:00Z', '2026-04-02T12:00:00Z'
    FROM numbers;
  ANALYZE sahut_conversations;`;

/** How the database would find a part of the list, as text. */
async function planOf(store: Store, filter: ConversationFilter): Promise<string> {
  const { statement, values } = idsOfSlice("ws_1", filter, { limit: 25, offset: 25 });
  const explain = store.shared ? "EXPLAIN" : "EXPLAIN QUERY PLAN";
  const rows = await store.all<object>(`${explain} ${statement}`, ...values);
  return rows.map((row) => Object.values(row).join(" ")).join("\n");
}

test("each set of filters is listed from an index of its own, in its order", async () => {
  const store = await testStore(tables);
  await store.script(filling);
  for (const filter of filters) {
    const plan = await planOf(store, filter);
    const columns = Object.keys(filter).map((column) => `_${column.replace("_id", "")}`);
    const index = columns.length === 0 ? "_list" : `_by${columns.join("")}`;
    expect(plan).toContain(`sahut_conversations${index} `);
    expect(plan).not.toMatch(/sort|temp b-tree|filter/i);
  }
});
