import { expect, test } from "vitest";
import { migrate } from "../store/migrate.ts";
import { openSqlite } from "../store/sqlite.ts";
import { listContactRows } from "./contact-rows.ts";
import { tables } from "./tables.ts";

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
