import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { curlLine } from "./curl.ts";
import type { ExchangeReport } from "./report.ts";

type Request = ExchangeReport["request"];

const base = "https://staging.example.com/v1";
const request = (given: Partial<Request>): Request => ({
  method: "GET",
  url: `${base}/conversations`,
  headers: {},
  ...given,
});
const authorization = "Bearer $SAHUT_KEY";

/** A server that says what it was sent. */
const server = createServer();
const received: { request: IncomingMessage; body: string }[] = [];
let address = "";

/** Pastes a line into a shell, as a reader would, and answers what arrived. */
async function paste(line: string): Promise<{ request: IncomingMessage; body: string }> {
  const env = { ...process.env, SAHUT_URL: address, SAHUT_KEY: "sk '$1'", HOME: "/nonexistent" };
  received.length = 0;
  // By its input, as a terminal does: the line may be longer than an argument can be.
  const shell = promisify(execFile)("sh", { env });
  shell.child.stdin?.end(`${line}\n`);
  await shell;
  const [only] = received;
  if (only === undefined || received.length > 1)
    throw new Error(`${received.length} requests: ${line}`);
  return only;
}

const hasCurl = await promisify(execFile)("curl", ["--version"]).then(
  () => true,
  () => false,
);
if (!hasCurl) console.warn("Not run, since curl is not found: the curl lines, pasted");

describe.skipIf(!hasCurl)("a pasted curl line", () => {
  beforeAll(async () => {
    server.on("request", async (incoming, answer) => {
      received.push({ request: incoming, body: await text(incoming) });
      answer.end("{}");
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const bound = server.address();
    if (bound === null || typeof bound === "string") throw new Error("the server has no port");
    address = `http://127.0.0.1:${bound.port}/v1`;
  });

  afterAll(() => server.close());

  it.each<[string, string]>([
    ["quotes", `{"a":"it's \\"quoted\\""}`],
    ["what a shell would expand", '{"a":"$HOME `id` $(id) !! \\\\ $SAHUT"}'],
    ["line breaks and controls", 'a\nb\r\n\t\u0000"\u001b[31m\\n\\0101\n'],
    ["unicode", "Grüße, 世界 😀 \u202e \u00a0"],
    ["an @ at its start", "@/etc/hostname"],
    ["nothing", ""],
    ["a long run", `{"content":"${"x".repeat(50_000)}'"}`],
    ["more than an argument holds", "ab'c ".repeat(40_000)],
  ])("sends a body with %s", async (_, body) => {
    const headers = { authorization, "content-type": "application/json" };
    const line = curlLine("sahut", base, request({ method: "POST", headers, body }));
    const arrived = await paste(line);
    expect(arrived.body).toBe(body);
    expect(arrived.request.method).toBe("POST");
    expect(arrived.request.headers["content-type"]).toBe("application/json");
    expect(arrived.request.headers.authorization).toBe("Bearer sk '$1'");
  });

  it("sends any body as it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (body) => {
        fc.pre(!body.includes("$SAHUT_"));
        const line = curlLine("sahut", base, request({ method: "PUT", body }));
        expect((await paste(line)).body).toBe(body.toWellFormed());
      }),
      { numRuns: 60 },
    );
  });

  it("sends the path and query that fetch sends", async () => {
    const path = '/a b/it\'s/%2F/$HOME/`id`/{x}?q=[1]&w="ü"&e=!1';
    const arrived = await paste(curlLine("sahut", base, request({ url: `${base}${path}` })));
    const { pathname, search } = new URL(`${base}${path}`);
    expect(arrived.request.url).toBe(`${pathname}${search}`);
  });

  it("sends the headers of the request and no key that it does not have", async () => {
    const headers = { accept: "application/json", "x-empty": "", "x-quote": "it's $5 `x` !" };
    const arrived = await paste(curlLine("sahut", base, request({ method: "DELETE", headers })));
    expect(arrived.request.method).toBe("DELETE");
    expect(arrived.request.headers).toMatchObject(headers);
    expect(arrived.request.headers.authorization).toBeUndefined();
    expect(arrived.request.headers["content-type"]).toBeUndefined();
  });

  it("sends Basic credentials made from the key", async () => {
    const headers = { authorization: "Basic base64($SAHUT_KEY:)" };
    const arrived = await paste(curlLine("sahut", base, request({ headers })));
    expect(arrived.request.headers.authorization).toBe(
      `Basic ${Buffer.from("sk '$1':").toString("base64")}`,
    );
  });

  it("says that a POST without a body has none", async () => {
    const arrived = await paste(curlLine("sahut", base, request({ method: "POST" })));
    expect(arrived.request.headers["content-length"]).toBe("0");
    expect(arrived.request.headers["content-type"]).toBeUndefined();
  });

  it("sends no media type with a body that had none", async () => {
    const arrived = await paste(curlLine("sahut", base, request({ method: "POST", body: "x" })));
    expect(arrived.request.headers["content-type"]).toBeUndefined();
  });
});
