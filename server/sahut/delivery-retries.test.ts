import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { type Answer, hang, receiver, status } from "../outbound/testing/receiver.ts";
import { bench } from "./testing/bench.ts";
import { happen, inbox, subscribe, subscribed } from "./testing/hooks.ts";

const MINUTE = 60_000;
/** When each attempt is made, in seconds after the event: each retry counts from the failure before. */
const ATTEMPTS = [0, 5, 35, 155, 755, 2555];

/** Fails this often, and takes what comes then. */
function failing(times: number, code = 500): Answer {
  let left = times;
  return (response) => {
    response.writeHead(left > 0 ? code : 200).end();
    left -= 1;
  };
}

describe("a delivery that fails", () => {
  test("is tried again after 5 s, 30 s, 2 min, 10 min and 30 min, and then no more", async () => {
    const { due, tell, left, seconds, lines } = await bench(status(500));
    await tell();
    await due.advance(24 * 60 * MINUTE);
    expect(seconds).toEqual(ATTEMPTS);
    expect(await left()).toEqual([]);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/attempt 1 of 6: answered 500; next at 2026-04-02T12:00:05.000Z$/);
    expect(lines[5]).toMatch(/attempt 6 of 6: answered 500; it is dropped$/);
    await due.close();
  });

  test("is not tried a moment too early", async () => {
    const { call, advance, caughtUp, receiver } = await subscribed(status(500));
    await happen(call);
    await caughtUp();
    const gaps = ATTEMPTS.slice(1).map((second, place) => second - (ATTEMPTS[place] ?? 0));
    for (const [place, seconds] of gaps.entries()) {
      await advance(seconds * 1000 - 1);
      expect(receiver.arrivals).toHaveLength(place + 1);
      await advance(1);
      expect(receiver.arrivals).toHaveLength(place + 2);
    }
  });

  test("has the same bytes, signature and id each time, and counts its attempts", async () => {
    const { call, advance, receiver } = await subscribed(status(500));
    await happen(call, "Sítî ✓");
    await advance(60 * MINUTE);
    const of = (name: string) => receiver.arrivals.map(({ headers }) => headers[name]);
    expect(new Set(receiver.arrivals.map(({ body }) => body)).size).toBe(1);
    expect(new Set(of("x-sahut-signature")).size).toBe(1);
    expect(new Set(of("x-sahut-delivery")).size).toBe(1);
    expect(of("x-sahut-attempt")).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  test("is tried no more once it has succeeded", async () => {
    const { call, advance, receiver, lines } = await subscribed(failing(2));
    await happen(call);
    await advance(24 * 60 * MINUTE);
    expect(receiver.arrivals).toHaveLength(3);
    expect(lines).toHaveLength(2);
  });

  test("is overtaken by what happens meanwhile", async () => {
    const { call, advance, caughtUp, receiver } = await subscribed(failing(1));
    await happen(call, "Ani");
    await caughtUp();
    await happen(call, "Budi");
    await advance(5_000);
    const names = receiver.arrivals.map(({ body }) => JSON.parse(body).data.name);
    expect(names).toEqual(["Ani", "Budi", "Ani"]);
  });

  test("is tried no more once its webhook is deleted", async () => {
    const { call, advance, caughtUp, receiver, webhook } = await subscribed(status(500));
    await happen(call);
    await caughtUp();
    expect((await call("DELETE", `/webhooks/${webhook.id}`)).status).toBe(200);
    await happen(call);
    await advance(60 * MINUTE);
    expect(receiver.arrivals).toHaveLength(1);
  });

  test("does not come back when its webhook is deleted while it is on its way", async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const answer: Answer = (response) => void gate.then(() => response.writeHead(500).end());
    const { call, advance, caughtUp, receiver, webhook, lines } = await subscribed(answer);
    await happen(call);
    await receiver.arrived(1);
    expect((await call("DELETE", `/webhooks/${webhook.id}`)).status).toBe(200);
    open();
    await caughtUp();
    await advance(60 * MINUTE);
    expect(receiver.arrivals).toHaveLength(1);
    expect(lines).toEqual([]);
  });
});

describe("an answer", () => {
  test.each([200, 201, 202, 204, 299])("%i is a success", async (code) => {
    const { call, advance, receiver, lines } = await subscribed(status(code));
    await happen(call);
    await advance(5_000);
    expect(receiver.arrivals).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  test.each([301, 302, 304, 307, 400, 404, 410, 429, 500, 503])(
    "%i is a failure, and is not followed anywhere",
    async (code) => {
      const { call, advance, receiver, lines } = await subscribed(
        status(code, { location: "/elsewhere" }),
      );
      await happen(call);
      await advance(5_000);
      const paths = receiver.arrivals.map(({ path }) => path);
      expect(paths).toEqual(["/hook?token=hidden", "/hook?token=hidden"]);
      expect(lines[0]).toContain(`attempt 1 of 6: answered ${code}`);
    },
  );

  test("that does not come in time is a failure", async () => {
    const { due, tell, left, lines } = await bench(hang, { timeoutMs: 50 });
    await tell();
    await due.caughtUp();
    expect(await left()).toMatchObject([{ attempts: 1 }]);
    expect(lines).toEqual([expect.stringContaining("no answer within 50 ms; next at")]);
    await due.close();
  });

  test("that cannot come, since nobody listens, is a failure", async () => {
    const { call, caughtUp, advance, lines } = await inbox();
    const closed = createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    // as: a server that listens on a TCP port has an address and a port.
    const { port } = closed.address() as { port: number };
    closed.close();
    await subscribe(call, `http://127.0.0.1:${port}`);
    await happen(call);
    await caughtUp();
    await advance(5_000);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("ECONNREFUSED");
  });
});

describe("a receiver that hangs", () => {
  test("does not hold up others", async () => {
    const { call, receiver: slow } = await subscribed(hang);
    const quick = await receiver();
    await subscribe(call, quick.url);
    await happen(call);
    await Promise.all([slow.arrived(1), quick.arrived(1)]);
    await happen(call);
    await quick.arrived(2);
    expect(slow.arrivals).toHaveLength(1);
    slow.close();
  });
});
