import { expect, test } from "vitest";
import { caller, serve } from "../testing.ts";
import type { Fault, FaultyOperation } from "./faults.ts";

async function serveFaulty(around: NonNullable<Fault["around"]>) {
  const { sahut } = await serve({ faults: { around } });
  return caller(sahut.url, sahut.demo.key);
}

test("a fault learns which operation the request goes to", async () => {
  const seen: (FaultyOperation | undefined)[] = [];
  const call = await serveFaulty(async (operation, _, next) => {
    seen.push(operation);
    await next();
  });
  await call("GET", "/conversations");
  await call("GET", "/nowhere");
  expect(seen).toEqual([{ api: "sahut", operationId: "listConversations" }, undefined]);
});

test("a fault rewrites the query", async () => {
  const call = await serveFaulty(async (_, ctx, next) => {
    ctx.query = { ...ctx.query, status: "snoozed" };
    await next();
  });
  const { body } = await call<{ data: { status: string }[] }>("GET", "/conversations?status=open");
  expect(new Set(body.data.map(({ status }) => status))).toEqual(new Set(["snoozed"]));
});

test("a fault rewrites the body", async () => {
  const call = await serveFaulty(async (_, ctx, next) => {
    if (ctx.state.body) ctx.state.body = { content: "something else" };
    await next();
  });
  const path = "/conversations/conv_01HX2B9K3M5N7P/messages";
  const reply = await call("POST", path, { content: "Halo" });
  expect(reply.body).toMatchObject({ data: { content: "something else" } });
});

test("a fault rewrites the key", async () => {
  const call = await serveFaulty(async (_, ctx, next) => {
    ctx.req.headers.authorization = "Bearer nobody";
    await next();
  });
  expect((await call("GET", "/conversations")).status).toBe(401);
});

test("a fault rewrites the answer, even a refusal, and no self-check mends it", async () => {
  const call = await serveFaulty(async (_, ctx, next) => {
    await next();
    ctx.status = 299;
    ctx.body = { was: ctx.body };
  });
  const reply = await call("GET", "/conversations/conv_unknown");
  expect(reply).toMatchObject({ status: 299, body: { was: { error: { status: 404 } } } });
});

test("a fault that does nothing leaves refusals of bodies as they are", async () => {
  const call = await serveFaulty((_, __, next) => next());
  const path = "/conversations/conv_01HX2B9K3M5N7P/messages";
  expect((await call("POST", path, "{")).status).toBe(400);
  const text = { "Content-Type": "text/plain" };
  expect((await call("POST", path, { content: "Halo" }, text)).status).toBe(400);
  expect((await call("POST", path, { content: "x".repeat(2 ** 20) })).status).toBe(400);
  expect((await call("POST", path, { content: "Halo" })).status).toBe(201);
});
