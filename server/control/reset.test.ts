import { expect, test } from "vitest";
import type { Fault } from "../main.ts";
import { testClock } from "../testing.ts";
import { openBench } from "./testing.ts";

test("everything is as at the start: data, time, failures, limits", async () => {
  const { control, inbox, sahut, leaveDelivery } = await openBench({ clock: testClock() });
  const { conversationId: id, starterKey } = sahut.demo;
  const start = await inbox("GET", "/conversations?per_page=100");

  await inbox("PATCH", `/conversations/${id}`, { status: "resolved", labels: ["x"] });
  await inbox("POST", "/contacts", { name: "Budi", phone: "+628111" });
  await leaveDelivery();
  await control("PUT", "/keys/plan", { api: "sahut", key: sahut.demo.key, plan: "starter" });
  await control("PUT", "/keys/plan", { api: "sahut", key: starterKey, plan: "pro" });
  await control("POST", "/failures", { api: "sahut", times: 9 });
  await control("POST", "/clock/advance", { seconds: 86_400 });

  expect((await control("POST", "/reset")).status).toBe(204);
  expect((await control("GET", "/clock")).body).toMatchObject({ ahead_seconds: 0 });
  expect((await control("GET", "/sahut/deliveries")).body).toMatchObject({ total: 0 });
  expect((await inbox("GET", "/conversations?per_page=100")).body).toEqual(start.body);
});

test("a key that has used up its limit starts anew", async () => {
  const { control, bot, sarufi } = await openBench({ clock: testClock() });
  const strict = { api: "sarufi", key: sarufi.demo.key, plan: "strict" };
  await control("PUT", "/keys/plan", strict);
  await bot("GET", "/me");
  expect((await bot("GET", "/me")).status).toBe(429);
  await control("POST", "/reset");
  await control("PUT", "/keys/plan", strict);
  expect((await bot("GET", "/me")).status).toBe(200);
});

test("a request under way is finished before, and leaves nothing behind", async () => {
  const entered = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const slowly: Fault = {
    around: async (_, ctx, next) => {
      if (ctx.method === "PATCH") {
        entered.resolve();
        await gate.promise;
      }
      await next();
    },
  };
  const { control, inbox, sahut } = await openBench({ faults: slowly });
  const path = `/conversations/${sahut.demo.conversationId}`;
  const change = inbox("PATCH", path, { labels: ["late"] });
  await entered.promise;
  const reset = control("POST", "/reset");
  // A reset that did not wait would be done by now.
  await control("GET", "/clock");
  gate.resolve();
  const replies = await Promise.all([change, reset]);
  expect(replies.map(({ status }) => status)).toEqual([200, 204]);
  const read = await inbox<{ data: { labels: string[] } }>("GET", path);
  expect(read.body.data.labels).not.toContain("late");
});
