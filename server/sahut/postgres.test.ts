import { expect, onTestFinished, test } from "vitest";
import { receiver } from "../outbound/testing/receiver.ts";
import { openPostgres } from "../store/postgres.ts";
import { sharedDatabase } from "../store/testing/shared.ts";
import { happen, inbox, subscribe } from "./testing/hooks.ts";
import { totals } from "./testing/totals.ts";

test("two servers on one database deliver once, whoever was asked", async () => {
  const databaseUrl = await sharedDatabase();
  const servers = [await inbox({ databaseUrl }), await inbox({ databaseUrl })];
  const [one, other] = [await receiver(), await receiver()];
  for (const { call } of servers) {
    await subscribe(call, one.url);
    await subscribe(call, other.url);
  }
  await Promise.all(servers.flatMap(({ call }) => Array.from({ length: 10 }, () => happen(call))));
  // Two webhooks are at each address.
  await Promise.all([one.arrived(40), other.arrived(40)]);
  for (const { caughtUp, advance } of servers) {
    await caughtUp();
    await advance(3_600_000);
  }
  for (const { arrivals } of [one, other]) {
    const ids = arrivals.map(({ headers }) => headers["x-sahut-delivery"]);
    expect(new Set(ids).size).toBe(40);
    expect(ids).toHaveLength(40);
  }
});

test("totals are exact, though two servers write at the same time", async () => {
  const databaseUrl = await sharedDatabase();
  const one = await inbox({ databaseUrl });
  const other = await inbox({ databaseUrl });
  const store = await openPostgres(databaseUrl);
  onTestFinished(() => store.close());
  const { demo } = one.sahut;
  const { contactId: contact_id, channelId: channel_id } = demo;
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const { call } = index % 2 === 0 ? one : other;
      const path = `/conversations/${demo.conversationId}`;
      await call("POST", "/conversations", {
        contact_id,
        channel_id,
        message: { content: "Halo" },
      });
      await call("POST", `${path}/messages`, { content: "A note", private: true });
      if (index % 4 === 0) await happen(call);
      await call("PATCH", path, { status: index % 3 === 0 ? "pending" : "resolved" });
    }),
  );
  const workspace = await store.get<{ id: string }>(
    "SELECT workspace_id AS id FROM sahut_conversations WHERE id = ?",
    demo.conversationId,
  );
  const { listed, counted } = await totals(store, workspace?.id ?? "");
  expect(listed).toEqual(counted);
  expect(listed["{}"]).toBe(133 + 40);
});
