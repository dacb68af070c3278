import { once } from "node:events";
import { connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openPostgres } from "./postgres.ts";
import { freePort } from "./testing/cluster.ts";
import { sharedDatabase } from "./testing/shared.ts";

/** Two stores on one database, as two servers have them. */
async function openTwo() {
  const url = await sharedDatabase();
  const [one, other] = [await openPostgres(url), await openPostgres(url)];
  onTestFinished(async () => {
    await one.close();
    await other.close();
  });
  return { url, one, other };
}

test("exclusive work is alone in all processes", async () => {
  const { one, other } = await openTwo();
  const seen: string[] = [];
  const { promise: pause, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const first = one.exclusively("chat", async () => {
    begin();
    await pause;
    seen.push("first");
  });
  await begun;
  const second = other.exclusively("chat", async () => void seen.push("second"));
  await other.exclusively("another chat", async () => void seen.push("another"));
  goOn();
  await Promise.all([first, second]);
  expect(seen).toEqual(["another", "first", "second"]);
});

test("transactions of two processes that read what the other writes both happen, one after the other", async () => {
  const { one, other } = await openTwo();
  const count = async (store: typeof one) =>
    store.transaction(async (sql) => {
      const rows = await sql.all("SELECT bucket FROM rate_windows");
      await sql.run("INSERT INTO rate_windows VALUES (?, ?, 1)", `row ${rows.length}`, "");
    });
  await Promise.all([one, other, one, other].map(count));
  const rows = await one.all<{ bucket: string }>("SELECT bucket FROM rate_windows ORDER BY bucket");
  expect(rows.map(({ bucket }) => bucket)).toEqual(["row 0", "row 1", "row 2", "row 3"]);
});

test("transactions that are under way at the same time have different lanes, in whichever process", async () => {
  const { one, other } = await openTwo();
  const { promise: all, resolve: allAreThere } = Promise.withResolvers<void>();
  const lanes: number[] = [];
  const inLane = (store: typeof one) =>
    store.transaction(async (sql) => {
      lanes.push(sql.lane);
      if (lanes.length === 10) allAreThere();
      await all;
    });
  await Promise.all(
    [one, other].flatMap((store) => Array.from({ length: 5 }, () => inLane(store))),
  );
  expect(new Set(lanes).size).toBe(10);
});

test("a connection that the database ends is replaced", async () => {
  const { one, other } = await openTwo();
  await one.exclusively("chat", async () => undefined);
  const others =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()";
  await other.all(others);
  await expect.poll(() => one.get("SELECT 1 AS one").catch(() => undefined)).toEqual({ one: 1 });
  await expect
    .poll(() => one.exclusively("chat", async () => "alone").catch(() => undefined))
    .toBe("alone");
});

test("a database that cannot be reached is the user's to mend, and the password is not shown", async () => {
  await expect(openPostgres("postgres://me:hidden@127.0.0.1:1/chats")).rejects.toThrow(
    "Cannot open the database 127.0.0.1:1/chats: connect ECONNREFUSED 127.0.0.1:1. " +
      "Give --database-url as postgres://user:password@host:port/name.",
  );
});

test("a database that comes up within the patience is waited for, and one line says so", async () => {
  const url = new URL(await sharedDatabase());
  const { hostname, port } = url;
  url.port = String(await freePort());
  const said: string[] = [];
  const { promise: waiting, resolve: waits } = Promise.withResolvers<void>();
  const say = (line: string) => {
    said.push(line);
    waits();
  };
  const opening = openPostgres(url.href, { waitMs: 10_000, say });
  await waiting;
  // The database comes up: somebody listens there, and leads to it.
  const door = createServer((socket) => {
    const behind = connect(Number(port), hostname);
    socket.pipe(behind).pipe(socket);
    socket.on("error", () => behind.destroy());
  }).listen(Number(url.port), "127.0.0.1");
  await once(door, "listening");
  const store = await opening;
  onTestFinished(async () => {
    await store.close();
    door.close();
  });
  expect(await store.get("SELECT 1 AS one")).toEqual({ one: 1 });
  expect(said).toEqual([
    `Waiting for the database ${url.host}${url.pathname}: connect ECONNREFUSED ${url.host}.`,
  ]);
});

test("a database that says no is not waited for", async () => {
  const url = new URL(await sharedDatabase());
  url.pathname = "/nowhere";
  const said: string[] = [];
  const opening = openPostgres(url.href, { waitMs: 60_000, say: (line) => void said.push(line) });
  await expect(opening).rejects.toThrow('database "nowhere" does not exist');
  expect(said).toEqual([]);
});
