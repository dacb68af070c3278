import { expect, test } from "vitest";
import { callOf } from "../testing/exchange.ts";
import { freePort } from "../testing/free-port.ts";
import { serverThat } from "../testing/server.ts";
import { transmit } from "./wire.ts";

const send = (url: string, { timeoutMs = 5_000, headers = {} } = {}) =>
  transmit({ method: "GET", url, headers }, timeoutMs, callOf());

test("a port on which nothing listens is named as such", async () => {
  const port = await freePort();
  expect(await send(`http://127.0.0.1:${port}/`)).toEqual({
    failure: "nothing listens there (ECONNREFUSED)",
  });
});

test("an answer that does not come ends with the time", async () => {
  const { url } = await serverThat(() => {});
  expect(await send(url, { timeoutMs: 50 })).toEqual({ failure: "no whole answer within 0.05 s" });
});

test("an answer that comes in part ends with the time", async () => {
  const { url } = await serverThat((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"data":');
  });
  expect(await send(url, { timeoutMs: 200 })).toEqual({
    failure: "the answer began, and was not whole within 0.2 s",
  });
});

test("an answer cut off in the middle is none", async () => {
  const { url } = await serverThat((_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write('{"data":', () => response.destroy());
  });
  expect(await send(url)).toEqual({ failure: expect.stringMatching(/UND_ERR_SOCKET|ECONNRESET/) });
});

test("a connection that is closed without an answer is none", async () => {
  const { url } = await serverThat((_, response) => void response.socket?.destroy());
  expect(await send(url)).toEqual({ failure: expect.stringMatching(/UND_ERR_SOCKET|ECONNRESET/) });
});

const limit = 10 * 1024 * 1024;

test("a body over the limit is a failure that names it", async () => {
  const { url } = await serverThat(
    (_, response) => void response.end(Buffer.alloc(limit + 1, " ")),
  );
  expect(await send(url)).toEqual({ failure: "the body is longer than 10 MB" });
});

test("a body without an end is left at the limit", async () => {
  const { url } = await serverThat((_, response) => {
    const chunk = Buffer.alloc(2 ** 20, " ");
    const more = () => void (response.destroyed || response.write(chunk, more));
    more();
  });
  expect(await send(url)).toEqual({ failure: "the body is longer than 10 MB" });
});

test("a body at the limit is an answer", async () => {
  const { url } = await serverThat((_, response) => void response.end(Buffer.alloc(limit, " ")));
  expect(await send(url)).toMatchObject({ response: { status: 200 } });
});

test.each([
  ["a port that is never asked", "http://127.0.0.1:6667/", {}],
  ["a header that cannot be sent", "http://127.0.0.1:4010/", { authorization: "Bearer a\nb" }],
])("%s is a failure, not an exception", async (_, url, headers) => {
  expect(await send(url, { headers })).toEqual({ failure: expect.stringMatching(/./) });
});
