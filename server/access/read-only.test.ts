import { expect, test } from "vitest";
import { caller, sahutError, serve } from "../testing.ts";

test("a read-only key reads", async () => {
  const { sahut } = await serve();
  const call = caller(sahut.url, sahut.demo.readOnlyKey);
  expect((await call("GET", "/conversations")).status).toBe(200);
});

test.each([
  ["POST", "/conversations"],
  ["PATCH", "/conversations/conv_01HX2B9K3M5N7P"],
  ["POST", "/conversations/conv_01HX2B9K3M5N7P/messages"],
])("a read-only key gets 403 for %s %s", async (method, path) => {
  const { sahut } = await serve();
  const call = caller(sahut.url, sahut.demo.readOnlyKey);
  const reply = await call(method, path, { content: "Halo" });
  expect(reply.status).toBe(403);
  expect(reply.body).toEqual(sahutError(403, "forbidden"));
});

test("a refused write changes nothing", async () => {
  const { sahut } = await serve();
  const { demo } = sahut;
  const path = `/conversations/${demo.conversationId}`;
  const call = caller(sahut.url, demo.key);
  const before = await call("GET", path);
  await caller(sahut.url, demo.readOnlyKey)("PATCH", path, { status: "resolved" });
  expect((await call("GET", path)).body).toEqual(before.body);
});
