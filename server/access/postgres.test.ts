import { expect, test } from "vitest";
import { sharedDatabase } from "../store/testing/shared.ts";
import { caller, serve, testClock } from "../testing.ts";

test("a limit is the same for two servers on one database, to the request", async () => {
  const databaseUrl = await sharedDatabase();
  const clock = testClock();
  const servers = [await serve({ databaseUrl, clock }), await serve({ databaseUrl, clock })];
  const ask = async (url: string, key: string) =>
    (await caller(url, key)("GET", "/conversations?per_page=1")).status;
  const [one, two] = servers.map(
    ({ sahut }) =>
      () =>
        ask(sahut.url, sahut.demo.starterKey),
  );
  if (one === undefined || two === undefined) throw new Error("There are two.");

  // 60 a minute: Introduction, Rate limits.
  const statuses = await Promise.all(
    Array.from({ length: 80 }, (_, place) => (place % 2 === 0 ? one() : two())),
  );
  expect(statuses.filter((status) => status === 200)).toHaveLength(60);
  expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  clock.advance(60_000);
  expect([await one(), await two()]).toEqual([200, 200]);
});
