import { expect, test } from "vitest";
import type { Fault } from "../main.ts";
import { testClock } from "../testing.ts";
import { openBench } from "./testing.ts";

test("everything is as at the start: data, time, failures, limits", async () => {
  const { control, inbox, sahut } = await openBench({ clock: testClock() });
  const { conversationId: id, starterKey } = sahut.demo;
  const start = await inbox("GET", "/conversations?per_page=100");

  await inbox("PATCH", `/conversations/${id}`, { status: "resolved", labels: ["x"] });
  await inbox("POST", "/contacts", { name: "Budi", phone: "+628111" });
  const webhook = { url: "https://127.0.0.1:9/hook", events: ["conversation.updated"] };
  await inbox("POST", "/webhooks", webhook);
  await inbox("PATCH", `/conversations/${id}`, { labels: ["y"] });
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

test("requests under way are finished before, and later ones see the new data", async () => {
  const entered = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const log: string[] = [];
  const slowly: Fault = {
    around: async (_, ctx, next) => {
      log.push(`${ctx.method} begins`);
      if (ctx.method === "PATCH") {
        entered.resolve();
        await gate.promise;
      }
      await next();
      log.push(`${ctx.method} ${ctx.status}`);
    },
  };
  const { control, inbox, sahut } = await openBench({ faults: slowly });
  const path = `/conversations/${sahut.demo.conversationId}`;
  const change = inbox("PATCH", path, { labels: ["late"] });
  await entered.promise;
  const reset = control("POST", "/reset").then(() => log.push("reset"));
  // The reset is under way once the clock answers: requests of one connection come in their order.
  await control("GET", "/clock");
  const read = inbox<{ data: { labels: string[] } }>("GET", path);
  await control("GET", "/clock");
  gate.resolve();
  const [changed, , after] = await Promise.all([change, reset, read]);
  expect(changed.status).toBe(200);
  expect(after.body.data.labels).not.toContain("late");
  expect(log.slice(0, 2)).toEqual(["PATCH begins", "PATCH 200"]);
});
