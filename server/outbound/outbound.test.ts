import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { describe, expect, onTestFinished, test } from "vitest";
import { type OutboundRequest, outbound } from "./outbound.ts";
import { type Answer, hang, receiver, status } from "./testing/receiver.ts";
import { selfSigned } from "./testing/self-signed.ts";

const guarded = outbound();
const open = outbound({ allowPrivate: true });

const post = (url: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({
  method: "POST",
  url,
  headers: { "Content-Type": "application/json" },
  body: "{}",
  timeoutMs: 5_000,
  ...more,
});

const reply =
  (code: number, body: string): Answer =>
  (response) =>
    response.writeHead(code).end(body);

describe("with private addresses allowed", () => {
  test("a request arrives as it was given", async () => {
    const { url, arrivals } = await receiver();
    const body = '{ "name": "Sítî" }';
    await open(post(`${url}/a?b=c`, { method: "PUT", headers: { "X-One": "1" }, body }));
    const headers = { "x-one": "1", "content-length": String(Buffer.byteLength(body)) };
    expect(arrivals).toEqual([
      { method: "PUT", path: "/a?b=c", headers: expect.objectContaining(headers), body },
    ]);
  });

  test("a request without a body has none", async () => {
    const { url, arrivals } = await receiver();
    // The same request, without its body.
    const { body: _, ...bare } = post(url, { method: "GET" });
    await open(bare);
    expect(arrivals).toMatchObject([{ method: "GET", body: "" }]);
  });

  test.each([200, 204, 404, 500])("status %i and its body come back", async (code) => {
    const body = code === 204 ? "" : "word";
    const { url } = await receiver(reply(code, body));
    expect(await open(post(url))).toEqual({ status: code, body });
  });

  test("a redirect is not followed", async () => {
    const { url, arrivals } = await receiver(status(302, { location: "/elsewhere" }));
    expect(await open(post(url))).toEqual({ status: 302, body: "" });
    expect(arrivals).toHaveLength(1);
  });

  test("an answer of 1 MiB comes back, and a larger one is a failure", async () => {
    const most = 1024 * 1024;
    const { url } = await receiver((response, { path }) =>
      response.end("x".repeat(path === "/most" ? most : most + 1)),
    );
    expect(await open(post(`${url}/most`))).toEqual({ status: 200, body: "x".repeat(most) });
    expect(await open(post(`${url}/more`))).toEqual({ failure: "the answer is larger than 1 MiB" });
  });

  test("no answer in time is a failure", async () => {
    const { url } = await receiver(hang);
    const answer = await open(post(url, { timeoutMs: 50 }));
    expect(answer).toEqual({ failure: "no answer within 50 ms" });
  });

  test("an answer that does not end in time is a failure", async () => {
    const { url } = await receiver((response) => void response.write("begun"));
    const answer = await open(post(url, { timeoutMs: 50 }));
    expect(answer).toEqual({ failure: "no answer within 50 ms" });
  });

  test("a connection that breaks is a failure, before the answer and in the middle of it", async () => {
    const { url } = await receiver((response, { path }) => {
      if (path === "/before") response.destroy();
      else response.write("begun", () => response.destroy());
    });
    expect(await open(post(`${url}/before`))).toEqual({ failure: "socket hang up" });
    expect(await open(post(`${url}/middle`))).toEqual({
      failure: "the connection broke in the middle of the answer",
    });
  });

  test("a closed port is a failure, also behind a name of two addresses", async () => {
    const { url, close } = await receiver();
    close();
    const { port } = new URL(url);
    const failure = expect.stringContaining("ECONNREFUSED");
    expect(await open(post(url))).toEqual({ failure });
    expect(await open(post(`http://localhost:${port}`))).toEqual({ failure });
  });

  test.each([
    ["no HTTP", "SSH-2.0-x\r\n"],
    ["another protocol", "HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"],
  ])("an answer that is %s is a failure", async (_, bytes) => {
    const server = createServer((socket) => socket.on("data", () => socket.write(bytes)));
    const { promise: listening, resolve } = Promise.withResolvers<void>();
    server.listen(0, "127.0.0.1", resolve);
    await listening;
    onTestFinished(() => void server.close());
    // as: a server that listens on a TCP port has an address and a port.
    const { port } = server.address() as AddressInfo;
    const answer = await open(post(`http://127.0.0.1:${port}`));
    expect(answer).toEqual({ failure: expect.stringMatching(/Parse Error|changes the protocol/) });
  });

  test.each([
    ["name", { "X One": "1" }],
    ["value", { "X-One": "1\r\nX-Two: 2" }],
  ])("a header whose %s cannot be sent is a failure", async (_, headers) => {
    const { url, arrivals } = await receiver();
    expect(await open(post(url, { headers }))).toEqual({ failure: expect.stringMatching(/./) });
    expect(arrivals).toEqual([]);
  });

  test("a method that there is not is a failure", async () => {
    const { url } = await receiver();
    const answer = await open(post(url, { method: "NOT ONE" }));
    expect(answer).toEqual({ failure: expect.stringMatching(/Method/) });
  });

  test.each(["ftp://127.0.0.1/", "file:///etc/hostname", "127.0.0.1:80", "", "http://"])(
    "`%s` is no address to send to",
    async (url) => {
      expect(await open(post(url))).toEqual({ failure: expect.stringMatching(/./) });
    },
  );

  test.each(["https://example.com/", "http://www.EXAMPLE.org./", "https://nobody.invalid"])(
    "nothing is sent to %s, which is reserved for documentation",
    async (url) => {
      const failure = expect.stringMatching(/ is reserved for documentation$/);
      expect(await open(post(url))).toEqual({ failure });
    },
  );
});

describe("by default", () => {
  test("plain HTTP is refused", async () => {
    const { url, arrivals } = await receiver();
    expect(await guarded(post(url))).toEqual({
      failure: "plain HTTP is not allowed; the server's option --allow-private allows it",
    });
    expect(arrivals).toEqual([]);
  });

  // Every one of them connects nowhere, so it does not matter that nobody listens.
  test.each([
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "[::1]",
    "[::]",
    "[fe80::1]",
    "[fd00::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:a00:1]",
    "[64:ff9b::7f00:1]",
    "localhost",
  ])("https://%s/ is refused as a private address", async (host) => {
    const failure = expect.stringMatching(
      /^\S+ is a private address; .*--allow-private allows it$/,
    );
    expect(await guarded(post(`https://${host}/`))).toEqual({ failure });
    expect(await guarded(post(`HTTPS://${host}:8443/`))).toEqual({ failure });
  });
});

describe("over TLS", () => {
  async function secure() {
    const server = createSecureServer(selfSigned, (_, response) => response.end("safe"));
    const { promise: listening, resolve } = Promise.withResolvers<void>();
    server.listen(0, "127.0.0.1", resolve);
    await listening;
    onTestFinished(() => void server.close());
    // as: a server that listens on a TCP port has an address and a port.
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  test("a certificate that nobody vouches for is a failure", async () => {
    expect(await open(post(await secure()))).toEqual({
      failure: expect.stringMatching(/^self-signed certificate/),
    });
  });

  test("one that is trusted is fine", async () => {
    const before = getCACertificates();
    setDefaultCACertificates([...before, selfSigned.cert]);
    onTestFinished(() => setDefaultCACertificates(before));
    expect(await open(post(await secure()))).toEqual({ status: 200, body: "safe" });
  });
});
