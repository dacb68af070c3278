import { expect, test } from "vitest";
import { caller, testClock } from "../testing.ts";
import { openBench } from "./testing.ts";

async function scrape(url: string): Promise<string> {
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get("Content-Type")).toMatch(/^text\/plain; version=0\.0\.4/);
  return response.text();
}

const requests = (text: string) =>
  text.split("\n").filter((line) => line.startsWith("concordat_requests_total{"));

test("answers are counted by API, operation and status", async () => {
  const { url, inbox, bot } = await openBench();
  await inbox("GET", "/conversations");
  await inbox("GET", "/conversations?page=x");
  await inbox("GET", "/conversations");
  await bot("GET", "/me");
  expect(requests(await scrape(url))).toEqual([
    'concordat_requests_total{api="sahut",operation="listConversations",status="200"} 2',
    'concordat_requests_total{api="sahut",operation="listConversations",status="400"} 1',
    'concordat_requests_total{api="sarufi",operation="getMe",status="200"} 1',
  ]);
});

test("no label holds what a client chose: neither path, nor id, nor key", async () => {
  const { url, sahut, inbox } = await openBench();
  await inbox("GET", "/secret-path");
  await inbox("GET", "/conversations/conv_secret-id");
  await caller(sahut.url, "sk_live_secret-key")("GET", "/contacts");
  const text = await scrape(url);
  expect(text).not.toContain("secret");
  expect(requests(text)).toContain(
    'concordat_requests_total{api="sahut",operation="none",status="404"} 1',
  );
});

test("how long answers take has a histogram, and the process its own metrics", async () => {
  const { url, inbox } = await openBench();
  await inbox("GET", "/contacts");
  const text = await scrape(url);
  const count = 'concordat_request_duration_seconds_count{api="sahut",operation="listContacts"} 1';
  expect(text).toContain(count);
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
});

test("what a rate limit refuses is counted, and a failure on purpose is not", async () => {
  const { url, control, sarufi } = await openBench({ clock: testClock() });
  const strict = caller(sarufi.url, sarufi.demo.strictKey);
  await strict("GET", "/me");
  await strict("GET", "/me");
  await control("POST", "/failures", { api: "sarufi", status: 429 });
  await strict("GET", "/me");
  expect(await scrape(url)).toMatch(/^concordat_rate_limited_total\{api="sarufi"\} 1$/m);
});

test("live sessions are those that are neither closed nor expired", async () => {
  const { url, control, bot, sarufi } = await openBench({ clock: testClock() });
  const live = async () => /^concordat_chat_sessions_live (\d+)$/m.exec(await scrape(url))?.[1];
  const create = async () => {
    const path = `/chatbots/${sarufi.demo.chatbotId}/chat/sessions`;
    return (await bot<{ session_id: string }>("POST", path)).body.session_id;
  };
  const none = Number(await live());
  const id = await create();
  await create();
  expect(Number(await live())).toBe(none + 2);
  await control("POST", `/sarufi/sessions/${id}/close`);
  expect(Number(await live())).toBe(none + 1);
  await control("POST", "/clock/advance", { seconds: 1_800 });
  expect(await live()).toBe("0");
});

test("deliveries that wait are counted", async () => {
  const { url, leaveDelivery } = await openBench();
  expect(await scrape(url)).toMatch(/^concordat_webhook_deliveries_waiting 0$/m);
  await leaveDelivery();
  expect(await scrape(url)).toMatch(/^concordat_webhook_deliveries_waiting 1$/m);
});
