import { describe, expect, onTestFinished, test } from "vitest";
import { systemClock } from "../target/wire.ts";
import { virtualClock } from "../testing/clock.ts";
import { freePort } from "../testing/free-port.ts";
import { type Answering, openReceiver, type ReceiverOptions } from "./receiver.ts";

/** A receiver with one mailbox. */
async function open(answering: Answering = () => 200, options: Partial<ReceiverOptions> = {}) {
  const address = { host: "127.0.0.1", port: 0 };
  const receiver = await openReceiver({ address, clock: systemClock, ...options });
  onTestFinished(receiver.close);
  const mailbox = receiver.mailbox(answering);
  const url = `${receiver.origin}${mailbox.path}`;
  const post = (body: string, more: RequestInit = {}) =>
    fetch(url, { method: "POST", body, ...more });
  return { receiver, mailbox, url, post };
}

describe("a delivery", () => {
  test("is recorded as it came", async () => {
    const clock = virtualClock("2026-04-02T12:00:00.000Z");
    const { mailbox, post } = await open(() => 202, { clock });
    await post('{"a":"ñ"}', { headers: { "X-Signature": "abc" } });
    expect(mailbox.deliveries).toEqual([
      {
        number: 1,
        receivedAt: "2026-04-02T12:00:00.000Z",
        method: "POST",
        path: mailbox.path,
        headers: expect.objectContaining({ "x-signature": "abc" }),
        raw: Buffer.from('{"a":"ñ"}'),
        body: '{"a":"ñ"}',
        json: { a: "ñ" },
        answered: 202,
      },
    ]);
  });

  test("that is no JSON has none", async () => {
    const { mailbox, post } = await open();
    await post("a=1");
    expect(mailbox.deliveries[0]).not.toHaveProperty("json");
  });

  test("goes to its own mailbox, also behind a path that a tunnel adds", async () => {
    const { receiver, mailbox } = await open();
    const other = receiver.mailbox(() => 204);
    await fetch(`${receiver.origin}/hooks/here${other.path}?a=1`, { method: "POST" });
    expect(mailbox.deliveries).toEqual([]);
    expect(other.deliveries).toHaveLength(1);
  });

  test("to any other address is refused and forgotten", async () => {
    const { receiver, mailbox } = await open();
    const answer = await fetch(`${receiver.origin}/guess`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(404);
    expect(mailbox.deliveries).toEqual([]);
  });

  test("that breaks off is none", async () => {
    const { mailbox, url, post } = await open();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"half":'));
        controller.error(new Error("gone"));
      },
    });
    const broken = { method: "POST", body, duplex: "half" as const };
    await expect(fetch(url, broken)).rejects.toThrow();
    await post("{}");
    expect(mailbox.deliveries.map((each) => each.body)).toEqual(["{}"]);
  });
});

test("a mailbox answers as it is told to, delivery by delivery", async () => {
  const { post } = await open((nth) => [500, 204][nth] ?? 200);
  const answers = [await post("1"), await post("2"), await post("3")];
  expect(answers.map(({ status }) => status)).toEqual([500, 204, 200]);
});

test("what is held is answered on release, and what comes later at once", async () => {
  const { receiver, mailbox, post } = await open(() => "held");
  const held = post("1");
  await receiver.wait(() => mailbox.deliveries.length === 1, 5_000);
  expect(mailbox.deliveries[0]).not.toHaveProperty("answered");
  mailbox.release();
  expect((await held).status).toBe(200);
  expect((await post("2")).status).toBe(200);
});

describe("waiting", () => {
  test("ends when it comes", async () => {
    const { receiver, mailbox, post } = await open();
    const waiting = receiver.wait(() => mailbox.deliveries.length === 2, 60_000);
    await post("1");
    await post("2");
    expect(await waiting).toBe(true);
  });

  test("ends when the time is over", async () => {
    const clock = virtualClock();
    const { receiver } = await open(undefined, { clock });
    expect(await receiver.wait(() => false, 10_000)).toBe(false);
    expect(clock.slept.reduce((sum, each) => sum + each, 0)).toBe(10_000);
  });

  test("ends when the user wants no more", async () => {
    const controller = new AbortController();
    const { receiver } = await open(undefined, { signal: controller.signal });
    const waiting = receiver.wait(() => false, 3_600_000);
    controller.abort();
    expect(await waiting).toBe(false);
  });
});

test("no address is like another", async () => {
  const { receiver } = await open();
  const paths = Array.from({ length: 50 }, () => receiver.mailbox(() => 200).path);
  expect(new Set(paths).size).toBe(50);
  for (const path of paths) expect(path).toMatch(/^\/[\da-f]{32}$/);
});

test("a place that is taken is said to be", async () => {
  const { receiver } = await open();
  const port = Number(new URL(receiver.origin).port);
  await expect(open(undefined, { address: { host: "127.0.0.1", port } })).rejects.toThrow(
    "EADDRINUSE",
  );
});

test("nothing listens once it is closed", async () => {
  const receiver = await openReceiver({
    address: { host: "127.0.0.1", port: await freePort() },
    clock: systemClock,
  });
  await receiver.close();
  await expect(fetch(receiver.origin)).rejects.toThrow();
});
