import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { expect, onTestFinished, test } from "vitest";
import { checkTargets } from "./check-targets.ts";
import type { TargetConfig } from "./config.ts";
import type { Verdict } from "./model.ts";
import { sahut } from "./sahut/suite.ts";
import { selfSigned } from "./testing/certificate.ts";

/** Starts a server on a free port; it and its connections are gone once the test is over. */
async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket.on("error", () => {}));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // as: a server that listens on a TCP port has an address and a port.
  return (server.address() as AddressInfo).port;
}

const head = (...headers: readonly string[]): string =>
  ["HTTP/1.1 200 OK", "content-type: application/json", ...headers, "", ""].join("\r\n");

/** A server that writes the same bytes for every request, and then does something with the connection. */
const writing =
  (bytes: string | Buffer, then: (socket: Socket) => void = () => {}) =>
  (): Server =>
    createServer((socket) => {
      socket.on("error", () => {});
      socket.on("data", () => {
        socket.write(bytes);
        then(socket);
      });
    });

const drip = (socket: Socket): void => {
  const timer = setInterval(() => socket.write(" "), 20);
  socket.on("close", () => clearInterval(timer));
};

const whole = (body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(head(`content-length: ${body.length}`)), body]);

const megabytes = (count: number): string => " ".repeat(count * 2 ** 20);

interface Bad {
  readonly server: () => Server;
  readonly scheme?: "https";
  readonly verdict: Verdict;
  /** What a reader is told. */
  readonly says: RegExp;
}

const kinds: Readonly<Record<string, Bad>> = {
  "a hang": {
    server: () => createServer(),
    verdict: "undetermined",
    says: /does not answer: no whole answer within 1 s\./,
  },
  "a slow drip": {
    server: writing(head("content-length: 100000"), drip),
    verdict: "undetermined",
    says: /the answer began, and was not whole within 1 s/,
  },
  "a truncated body": {
    server: writing(`${head("content-length: 100")}{"data":`, (socket) => socket.end()),
    verdict: "undetermined",
    says: /the server closed the connection in the middle of the body \(UND_ERR_SOCKET\)/,
  },
  "a body longer than its length": {
    server: writing(`${head("content-length: 8")}{"data": [], "meta": {}}`),
    verdict: "nonconformant",
    says: /is not JSON/,
  },
  "a reset in the middle of the body": {
    server: writing(`${head("content-length: 100")}{"data":`, (socket) => {
      // The bytes are to arrive before the reset that would discard them.
      setTimeout(() => socket.resetAndDestroy(), 30);
    }),
    verdict: "undetermined",
    says: /the server reset the connection in the middle of the body \(ECONNRESET\)/,
  },
  "a redirect loop": {
    server: writing(
      "HTTP/1.1 302 Found\r\nlocation: /v1/conversations\r\ncontent-length: 0\r\n\r\n",
    ),
    verdict: "undetermined",
    says: /redirects \(302\) to \/v1\/conversations\. Redirects are not followed/,
  },
  "a body of more than 10 MB": {
    server: writing(`${head()}${megabytes(11)}`, (socket) => socket.end()),
    verdict: "undetermined",
    says: /the body is longer than 10 MB/,
  },
  "invalid UTF-8": {
    server: writing(whole(Buffer.from('{"data":[],"meta":{"note":"\xe9"}}', "latin1"))),
    verdict: "nonconformant",
    says: /is not JSON: bytes that are not UTF-8/,
  },
  "bad JSON": {
    server: writing(whole(Buffer.from("{'data': []}"))),
    verdict: "nonconformant",
    says: /is not JSON/,
  },
  "a certificate that nobody signed": {
    server: () => createTlsServer(selfSigned),
    scheme: "https",
    verdict: "undetermined",
    says: /its certificate is self-signed; .*NODE_EXTRA_CA_CERTS \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
  },
  "TLS where there is none": {
    server: writing("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n"),
    scheme: "https",
    verdict: "undetermined",
    says: /what listens there does not speak TLS; is the URL meant to be http\?/,
  },
  "something that is not HTTP": {
    server: writing("SSH-2.0-OpenSSH_9.9\r\n"),
    verdict: "undetermined",
    says: /what came is not HTTP; is the URL meant to be https\?/,
  },
};

test.each(Object.entries(kinds))(
  "%s ends the run by itself, with one clear sentence",
  { timeout: 15_000 },
  async (_, { server, scheme = "http", verdict, says }) => {
    const target: TargetConfig = {
      suite: sahut,
      url: `${scheme}://127.0.0.1:${await listening(server())}/v1`,
      keys: new Map([["key", "sk_live_1"]]),
      features: new Set(["all"]),
      fixtures: new Map(),
    };
    const report = await checkTargets([target], { timeoutMs: 1_000 });
    const [found] = report.targets;
    const findings = found?.requirements.flatMap((each) => each.findings) ?? [];
    const words = [
      found?.summary,
      ...findings.map(({ message, actual }) => `${message}: ${actual}`),
    ];
    expect(words.join("\n")).toMatch(says);
    expect(found?.verdict).toBe(verdict);
  },
);
