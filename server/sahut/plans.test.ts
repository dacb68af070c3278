import { expect, test } from "vitest";
import { caller, sahutError, serve, testClock } from "../testing.ts";

const STARTER = 60;

async function open() {
  const clock = testClock();
  const { sahut } = await serve({ clock });
  const starter = caller(sahut.url, sahut.demo.starterKey);
  /** Uses up the starter key's minute. */
  async function exhaust(path = "/conversations/conv_01HX2B9K3M5N7P") {
    const sent = Array.from({ length: STARTER }, () => starter("GET", path));
    return (await Promise.all(sent)).map(({ status }) => status);
  }
  return { ...sahut, clock, starter, exhaust };
}

test("a starter key has 60 requests, then 429 with Retry-After", async () => {
  const { starter, exhaust, clock } = await open();
  expect(new Set(await exhaust())).toEqual(new Set([200]));
  clock.advance(20_500);
  const reply = await starter("GET", "/conversations");
  expect(reply.status).toBe(429);
  expect(reply.headers.get("Retry-After")).toBe("40");
  expect(reply.body).toEqual(sahutError(429, "rate_limited"));
});

test("after Retry-After seconds the key works again", async () => {
  const { starter, exhaust, clock } = await open();
  await exhaust();
  const { headers } = await starter("GET", "/conversations");
  clock.advance(Number(headers.get("Retry-After")) * 1000);
  expect((await starter("GET", "/conversations")).status).toBe(200);
});

test("requests that are refused count too", async () => {
  const { starter, exhaust } = await open();
  expect(new Set(await exhaust("/nowhere"))).toEqual(new Set([404]));
  expect((await starter("GET", "/conversations")).status).toBe(429);
});

test("the limit comes before the request is looked at", async () => {
  const { starter, exhaust } = await open();
  await exhaust();
  expect((await starter("GET", "/nowhere")).status).toBe(429);
  expect((await starter("POST", "/conversations", "{")).status).toBe(429);
});

test("a key's limit is its own: a business key goes on", async () => {
  const { url, demo, exhaust } = await open();
  await exhaust();
  const business = caller(url, demo.key);
  const sent = Array.from({ length: 100 }, () => business("GET", "/conversations?per_page=1"));
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200]));
});
