import { expect, test } from "vitest";
import { caller } from "../testing.ts";
import { open } from "./testing.ts";

/** A 404 counts like any answer, and costs the least. */
const PATH = "/chatbots/unknown/chat/sessions";

test("an ordinary key may send a burst", async () => {
  const { create } = await open();
  const replies = await Promise.all(Array.from({ length: 50 }, () => create()));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
});

test("an hour takes 1,800 writes, then 429 with Retry-After", async () => {
  const { call, clock } = await open();
  for (let round = 0; round < 18; round += 1) {
    const sent = Array.from({ length: 100 }, () => call("POST", PATH));
    for (const { status } of await Promise.all(sent)) expect(status).toBe(404);
  }
  clock.advance(3_000_000);
  const reply = await call("POST", PATH);
  expect(reply.status).toBe(429);
  expect(reply.headers.get("Retry-After")).toBe("600");
  expect(reply.body).toEqual({ detail: "Too many requests" });
  expect((await call("GET", PATH)).status).toBe(405);
});

test("a strict key has one write in two seconds", async () => {
  const { url, demo, clock } = await open();
  const call = caller(url, demo.strictKey);
  const path = `/chatbots/${demo.strictChatbotId}/chat/sessions`;
  expect((await call("POST", path)).status).toBe(201);
  const reply = await call("POST", path);
  expect(reply.status).toBe(429);
  expect(reply.headers.get("Retry-After")).toBe("2");
  clock.advance(2_000);
  expect((await call("POST", path)).status).toBe(201);
});

test("a strict key has one read a second, whatever it writes", async () => {
  const { url, demo, clock } = await open();
  const call = caller(url, demo.strictKey);
  await call("POST", PATH);
  expect((await call("GET", PATH)).status).toBe(405);
  const reply = await call("GET", PATH);
  expect(reply.status).toBe(429);
  expect(reply.headers.get("Retry-After")).toBe("1");
  clock.advance(1_000);
  expect((await call("GET", PATH)).status).toBe(405);
});
