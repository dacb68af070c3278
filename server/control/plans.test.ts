import { expect, test } from "vitest";
import { testClock } from "../testing.ts";
import { openBench } from "./testing.ts";

test("a key has the limit of its new plan from its next request on", async () => {
  const { control, inbox, sahut } = await openBench({ clock: testClock() });
  const spend = async (requests: number) => {
    const replies = Array.from({ length: requests }, () => inbox("GET", "/contacts?per_page=1"));
    return (await Promise.all(replies)).filter(({ status }) => status === 429).length;
  };
  expect(await spend(60)).toBe(0);
  const starter = { api: "sahut", key: sahut.demo.key, plan: "starter" };
  const changed = await control("PUT", "/keys/plan", starter);
  expect([changed.status, changed.body]).toEqual([200, { api: "sahut", plan: "starter" }]);
  expect(await spend(1)).toBe(1);
  await control("PUT", "/keys/plan", { ...starter, plan: "pro" });
  expect(await spend(1)).toBe(0);
});

test.each([
  ["a key of the other API", "sk-demo-main", "starter", 404, "No key of sahut is the one given"],
  [
    "an unknown plan",
    "sk_live_demo_business",
    "gold",
    400,
    "plan must be one of starter, pro, business",
  ],
])("%s is refused, in words that do not show the key", async (_, key, plan, status, message) => {
  const { control } = await openBench();
  const reply = await control("PUT", "/keys/plan", { api: "sahut", key, plan });
  expect([reply.status, reply.body]).toEqual([status, { message }]);
});

test("Sarufi's keys have plans of their own", async () => {
  const { control, bot, sarufi } = await openBench({ clock: testClock() });
  const strict = { api: "sarufi", key: sarufi.demo.key, plan: "strict" };
  expect((await control("PUT", "/keys/plan", strict)).status).toBe(200);
  expect((await bot("GET", "/me")).status).toBe(200);
  expect((await bot("GET", "/me")).status).toBe(429);
});
