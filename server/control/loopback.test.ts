import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { describe, expect, test } from "vitest";
import { openBench } from "./testing.ts";

/** `fetch` writes Host itself. */
async function statusOf(url: string, method: string, headers: Record<string, string>) {
  const sent = request(url, { method, headers }).end();
  // as: this is what the event of a client's request brings.
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

describe("a request to the control plane", () => {
  test.each([
    ["localhost", 200],
    ["localhost:1234", 200],
    ["127.0.0.1:1234", 200],
    ["[::1]:1234", 200],
    ["LOCALHOST", 200],
    ["bench.example", 403],
    ["127.0.0.1.bench.example", 403],
    ["localhost@bench.example", 403],
    ["192.168.0.1:4011", 403],
  ])("that is addressed to %j is answered %i", async (host, status) => {
    const { url } = await openBench();
    expect(await statusOf(`${url}/clock`, "GET", { host })).toBe(status);
  });

  test.each([
    ["https://bench.example", 403],
    ["null", 403],
    ["http://127.0.0.1:1", 403],
    [undefined, 204],
    ["its own", 204],
  ])("that changes something for a page of %j is answered %i", async (origin, status) => {
    const { url } = await openBench();
    const headers: Record<string, string> =
      origin === undefined ? {} : { origin: origin === "its own" ? url : origin };
    expect(await statusOf(`${url}/failures`, "DELETE", headers)).toBe(status);
  });

  test("that merely reads may come from any page: its browser keeps the answer from it", async () => {
    const { url } = await openBench();
    const headers = { origin: "https://bench.example" };
    expect(await statusOf(`${url}/clock`, "GET", headers)).toBe(200);
    const { headers: answered } = await fetch(`${url}/clock`, { headers });
    expect(answered.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

test("the refusal says whom it answers to", async () => {
  const { control } = await openBench();
  const reply = await control("DELETE", "/failures", undefined, { origin: "https://a.example" });
  expect(reply.body).toEqual({
    message: "The control plane changes nothing for a page of https://a.example",
  });
});
