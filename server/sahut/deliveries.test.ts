import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { CreatedContactResult, EventType } from "../../generated/sahut/types.ts";
import { type Arrival, receiver, status } from "../outbound/testing/receiver.ts";
import { caller } from "../testing.ts";
import { happen, inbox, subscribe, subscribed } from "./testing/hooks.ts";

const eventOf = ({ body }: Arrival): string => JSON.parse(body).event;

describe("a delivery", () => {
  test("tells what happened, in the envelope that all events share", async () => {
    const { call, caughtUp, receiver } = await subscribed();
    const { body } = await call<CreatedContactResult>("POST", "/contacts", { name: "Budi" });
    await caughtUp();
    const [arrival] = receiver.arrivals;
    expect(arrival).toMatchObject({ method: "POST", path: "/hook?token=hidden" });
    expect(JSON.parse(arrival?.body ?? "")).toEqual({
      id: expect.stringMatching(/^evt_/),
      event: "contact.created",
      created_at: "2026-04-02T12:00:00Z",
      data: body.data,
    });
  });

  test("is signed with the secret of its webhook, over its very bytes", async () => {
    const { call, caughtUp, receiver, webhook } = await subscribed();
    await happen(call, "Sítî Rahma ✓");
    await caughtUp();
    const [{ body = "", headers = {} } = {}] = receiver.arrivals;
    const signature = createHmac("sha256", webhook.secret).update(body).digest("hex");
    expect(headers["x-sahut-signature"]).toBe(signature);
  });

  test("says what it is in its headers", async () => {
    const { call, caughtUp, receiver } = await subscribed();
    await happen(call);
    await caughtUp();
    expect(receiver.arrivals[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "Concordat",
      "x-sahut-event": "contact.created",
      "x-sahut-delivery": expect.stringMatching(/^dlv_/),
      "x-sahut-attempt": "1",
    });
  });

  test("comes once, in the order of the events", async () => {
    const { call, caughtUp, advance, receiver } = await subscribed();
    const names = ["Ani", "Budi", "Citra", "Dewi", "Eka"];
    for (const name of names) await happen(call, name);
    await caughtUp();
    await advance(60 * 60_000);
    expect(receiver.arrivals.map(({ body }) => JSON.parse(body).data.name)).toEqual(names);
  });
});

describe("an event", () => {
  test("reaches only who asked for it", async () => {
    const { call, caughtUp } = await inbox();
    const [one, other, both] = [await receiver(), await receiver(), await receiver()];
    await subscribe(call, one.url, ["contact.created"]);
    await subscribe(call, other.url, ["contact.updated"]);
    await subscribe(call, both.url, ["contact.updated", "contact.created"]);
    const { body } = await call<CreatedContactResult>("POST", "/contacts", { name: "Budi" });
    await call("PUT", `/contacts/${body.data.id}`, { company: "PT Baru" });
    await caughtUp();
    const heard = [one, other, both].map(({ arrivals }) => arrivals.map(eventOf));
    const [created, updated] = ["contact.created", "contact.updated"];
    expect(heard).toEqual([[created], [updated], [created, updated]]);
  });

  test("does not reach another workspace", async () => {
    const { call, caughtUp, sahut } = await inbox();
    const heard = await receiver();
    const stranger = caller(sahut.url, sahut.demo.otherWorkspaceKey);
    await subscribe(stranger, heard.url);
    await happen(call);
    await caughtUp();
    expect(heard.arrivals).toEqual([]);
    await happen(stranger);
    await caughtUp();
    expect(heard.arrivals).toHaveLength(1);
  });

  test("reaches each webhook of an address, signed with its own secret", async () => {
    const { call, caughtUp, receiver } = await subscribed();
    await subscribe(call, receiver.url);
    await happen(call);
    await caughtUp();
    const signatures = receiver.arrivals.map(({ headers }) => headers["x-sahut-signature"]);
    expect(new Set(signatures).size).toBe(2);
    expect(new Set(receiver.arrivals.map(({ body }) => body)).size).toBe(1);
  });
});

describe("contacts", () => {
  const both: EventType[] = ["contact.created", "contact.updated"];

  test("that change are told as they are then; one that is written as it was is not told", async () => {
    const { call, caughtUp, receiver } = await subscribed(undefined, both);
    const contact = { name: "Budi", tags: ["vip"], custom_attributes: { a: "1", b: "2" } };
    const { body } = await call<CreatedContactResult>("POST", "/contacts", contact);
    const path = `/contacts/${body.data.id}`;
    const same = { tags: ["vip", "vip"], custom_attributes: { b: "2", a: "1" }, email: null };
    expect((await call("PUT", path, same)).body).toEqual(body);
    expect((await call("PUT", path, {})).body).toEqual(body);
    const changed = await call<CreatedContactResult>("PUT", path, { custom_attributes: {} });
    await caughtUp();
    const told = receiver.arrivals.map((arrival) => JSON.parse(arrival.body));
    expect(told).toMatchObject([
      { event: "contact.created", data: body.data },
      { event: "contact.updated", data: changed.body.data },
    ]);
  });

  test("that are refused are told to nobody", async () => {
    const { call, caughtUp, receiver } = await subscribed(undefined, both);
    expect((await call("POST", "/contacts", { name: "Budi", email: "no" })).status).toBe(422);
    expect((await call("PUT", "/contacts/ct_nobody", { name: "Budi" })).status).toBe(404);
    await caughtUp();
    expect(receiver.arrivals).toEqual([]);
  });
});

describe("without leave to send to private addresses", () => {
  test("nothing reaches this machine, and the log says why without the secrets of the address", async () => {
    const { call, caughtUp, lines } = await inbox({ allowPrivate: false });
    const heard = await receiver();
    const { port } = new URL(heard.url);
    const { id, secret } = await subscribe(call, `https://u:pass@localhost:${port}/hook?token=x`);
    await happen(call);
    await caughtUp();
    expect(heard.arrivals).toEqual([]);
    expect(lines).toEqual([
      expect.stringMatching(
        `^webhook ${id} at https://localhost:${port}: contact.created, attempt 1 of 6: ` +
          "\\S+ is a private address; the server's option --allow-private allows it; " +
          "next at 2026-04-02T12:00:05.000Z$",
      ),
    ]);
    for (const hidden of [secret, "token", "pass"]) expect(lines[0]).not.toContain(hidden);
  });
});

test("what goes to an address for examples is not sent, and not complained about", async () => {
  const { call, caughtUp, advance, lines } = await inbox({ allowPrivate: false });
  await subscribe(call, "https://example.com/hook");
  await happen(call);
  await caughtUp();
  await advance(60 * 60_000);
  expect(lines).toEqual([]);
});

test("the secret is in no log, whatever fails", async () => {
  const { call, caughtUp, lines, webhook } = await subscribed(status(500));
  await happen(call);
  await caughtUp();
  expect(lines).toHaveLength(1);
  expect(lines.join()).not.toMatch(new RegExp(`${webhook.secret}|hidden`));
});
