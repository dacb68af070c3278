import { expect, onTestFinished, test } from "vitest";
import { serverThat } from "../testing/server.ts";
import { countingProxy } from "./proxy.ts";

test("the proxy counts, and passes on what it gets in both directions", async () => {
  const target = await serverThat(({ headers }, response) => {
    response.writeHead(418, "Teapot", { "x-heard": String(headers["x-said"]) }).end('{"half":');
  });
  const proxy = await countingProxy(`${target.url}/v1`);
  onTestFinished(() => proxy.close());
  const headers = { "x-said": "hello" };
  const answer = await fetch(`${proxy.url}/pets?a=1`, { method: "POST", headers, body: "raw" });
  expect([answer.status, answer.statusText]).toEqual([418, "Teapot"]);
  expect(answer.headers.get("x-heard")).toBe("hello");
  expect(answer.headers.get("date")).not.toBeNull();
  expect(await answer.text()).toBe('{"half":');
  expect(target.received.map(({ method, url, body }) => [method, url, String(body)])).toEqual([
    ["POST", "/v1/pets?a=1", "raw"],
  ]);
  expect(proxy.requests()).toBe(1);
});
