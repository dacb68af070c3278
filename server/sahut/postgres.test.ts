import { expect, inject, onTestFinished, test } from "vitest";
import { receiver } from "../outbound/testing/receiver.ts";
import { borrowDatabase } from "../store/testing/databases.ts";
import { happen, inbox, subscribe } from "./testing/hooks.ts";

test("two servers on one database deliver once, whoever was asked", async () => {
  const cluster = inject("postgres");
  if (cluster === undefined) throw new Error("These tests run in the project `postgres`.");
  const { url: databaseUrl, giveBack } = await borrowDatabase(cluster);
  onTestFinished(giveBack);
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
