import { describe, expect, test } from "vitest";
import type { JsonObject } from "./contract/json.ts";
import type { Call } from "./model.ts";
import type { TargetOptions } from "./target.ts";
import { smallContract } from "./testing/contract.ts";
import { callOf } from "./testing/exchange.ts";
import { scriptedTarget } from "./testing/target.ts";

/** The request that a call becomes. */
async function requestFor(
  call: Partial<Call>,
  operation: JsonObject = {},
  options: Partial<TargetOptions> = {},
) {
  const { contract } = smallContract(operation);
  const { target, sent } = scriptedTarget([{}], { contract, ...options });
  const { request } = await target.send(callOf(call));
  expect(sent).toEqual([request]);
  return request;
}

describe("the URL", () => {
  test.each([
    ["http://127.0.0.1:4010/v1", "http://127.0.0.1:4010/v1/things"],
    ["http://127.0.0.1:4010/v1/", "http://127.0.0.1:4010/v1/things"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010/things"],
  ])("starts with %s", async (url, whole) => {
    expect((await requestFor({}, {}, { url })).url).toBe(whole);
  });

  test("has the path's parameters, encoded", async () => {
    const { url } = await requestFor({ path: { id: "a/b ?é" } }, { path: "/things/{id}/parts" });
    expect(url).toMatch(/\/v1\/things\/a%2Fb%20%3F%C3%A9\/parts$/);
  });

  test("has the query, encoded", async () => {
    const { url } = await requestFor({ query: { q: "a&b=c é", page: "2" } });
    expect(url).toMatch(/\/things\?q=a%26b%3Dc\+%C3%A9&page=2$/);
  });

  test("is that of no operation where a call belongs to none", async () => {
    const call: Call = { operationId: undefined, purpose: "nowhere", raw: { path: "/nowhere" } };
    expect(await requestFor(call)).toMatchObject({
      method: "GET",
      url: "http://127.0.0.1:4010/v1/nowhere",
    });
  });
});

describe("the key", () => {
  const keys = new Map([
    ["key", "sk_1"],
    ["other_key", "sk_2"],
  ]);
  const authorization = async (call: Partial<Call>, known: TargetOptions["keys"] = keys) =>
    (await requestFor(call, {}, { keys: known })).headers.authorization;

  test("is sent as a bearer", async () => {
    expect(await authorization({})).toBe("Bearer sk_1");
  });

  test("is left out when there is none, or none is to be sent", async () => {
    expect(await authorization({}, new Map())).toBeUndefined();
    expect(await authorization({ authorization: null })).toBeUndefined();
  });

  test.each([
    ["{key}", "sk_1"],
    ["Token {key}", "Token sk_1"],
    ["Bearer {other_key}", "Bearer sk_2"],
    ["Bearer sk_unknown", "Bearer sk_unknown"],
  ])("stands in the template %s", async (template, whole) => {
    expect(await authorization({ authorization: template })).toBe(whole);
  });
});

describe("the body", () => {
  const post = { method: "post" };

  test("is JSON", async () => {
    expect(await requestFor({ body: { name: "Asha" } }, post)).toMatchObject({
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: '{"name":"Asha"}',
    });
  });

  test("is absent, and so is its type, where a call has none", async () => {
    const request = await requestFor({}, post);
    expect(request).not.toHaveProperty("body");
    expect(request.headers).not.toHaveProperty("content-type");
  });

  test("is anything at all when it is raw", async () => {
    const raw = { body: '{"cut":', contentType: "text/plain", method: "PUT" };
    expect(await requestFor({ body: { name: "Asha" }, raw }, post)).toMatchObject({
      method: "PUT",
      headers: { "content-type": "text/plain" },
      body: '{"cut":',
    });
  });

  test("is JSON by its type, when it is raw and nothing else is said", async () => {
    const { headers } = await requestFor({ raw: { body: "{" } }, post);
    expect(headers["content-type"]).toBe("application/json");
  });
});

test("an exchange says what was sent, what came back, when and how long it took", async () => {
  const { target, clock } = scriptedTarget([], {
    wire: async () => {
      clock.advance(12);
      return { failure: "ECONNRESET" };
    },
  });
  const exchange = await target.send(callOf());
  expect(exchange).toMatchObject({
    number: 1,
    call: { purpose: "the second page" },
    failure: "ECONNRESET",
    startedAt: "2026-04-02T12:00:00.000Z",
    durationMs: 12,
  });
  expect(exchange).not.toHaveProperty("response");
  expect(await target.send(callOf())).toMatchObject({ number: 2 });
  expect(target.exchanges.map(({ number }) => number)).toEqual([1, 2]);
});
