import { expect, test } from "vitest";
import type { Exchange } from "../model.ts";
import { callOf, responseOf } from "../testing/exchange.ts";
import { sendJson, serverThat } from "../testing/server.ts";
import { transmit } from "./wire.ts";

const request = (url: string, given: Partial<Exchange["request"]> = {}): Exchange["request"] => ({
  method: "GET",
  url,
  headers: {},
  ...given,
});
const send = (url: string, given?: Partial<Exchange["request"]>) =>
  transmit(request(url, given), 5_000, callOf());

test("method, path, headers and body arrive as they are given", async () => {
  const server = await serverThat((_, response) => sendJson(response, 200, {}));
  await send(`${server.url}/v1/things?page=2`, {
    method: "PATCH",
    headers: { authorization: "Bearer sk_1", "content-type": "text/plain" },
    body: "Jambo é",
  });
  expect(server.received).toMatchObject([
    {
      method: "PATCH",
      url: "/v1/things?page=2",
      headers: {
        authorization: "Bearer sk_1",
        "content-type": "text/plain",
        "user-agent": "concordat",
      },
      body: Buffer.from("Jambo é"),
    },
  ]);
});

test("status, headers in lower case, body and its JSON come back", async () => {
  const { url } = await serverThat((_, response) => {
    response.setHeader("X-Note", "a");
    sendJson(response, 201, { name: "Asha" });
  });
  expect(await send(url)).toEqual({
    response: {
      status: 201,
      headers: expect.objectContaining({ "x-note": "a", "content-type": "application/json" }),
      body: '{"name":"Asha"}',
      json: { name: "Asha" },
    },
  });
});

test.each([
  ["null", null],
  ["0", 0],
  ['""', ""],
])("the JSON value %s is there", async (body, json) => {
  const { url } = await serverThat((_, response) => void response.end(body));
  expect(await send(url)).toMatchObject({ response: { body, json } });
});

test.each(["", "<h1>Halo</h1>", '{"cut":', "\ufeff{}"])(
  "a body of %j has no JSON",
  async (body) => {
    const { url } = await serverThat((_, response) => void response.end(body));
    const answer = await send(url);
    expect(answer).toMatchObject({ response: { body } });
    expect(answer).not.toHaveProperty("response.json");
  },
);

test("a body that is no UTF-8 has no JSON, however much it looks like it", async () => {
  const bytes = Buffer.from('{"name":"\xe9"}', "latin1");
  const { url } = await serverThat((_, response) => void response.end(bytes));
  const answer = await send(url);
  expect(answer).toMatchObject({ response: { body: '{"name":"\ufffd"}' } });
  expect(answer).not.toHaveProperty("response.json");
});

test.each([301, 302, 307, 308])(
  "a redirect with %i is an answer, and is not followed",
  async (status) => {
    const elsewhere = await serverThat((_, response) => sendJson(response, 200, {}));
    const { url } = await serverThat((_, response) => {
      response.writeHead(status, { location: elsewhere.url }).end();
    });
    const answer = await send(url, { headers: { authorization: "Bearer sk_1" } });
    expect(answer).toMatchObject({ response: { status, headers: { location: elsewhere.url } } });
    expect(elsewhere.received).toEqual([]);
  },
);

test("an answer without a body is one", async () => {
  const { url } = await serverThat((_, response) => void response.writeHead(204).end());
  expect(await send(url)).toEqual({
    response: responseOf({ status: 204, headers: expect.any(Object) }),
  });
});
