import { describe, expect, test } from "vitest";
import type { CreatedWebhookResult } from "../../generated/sahut/types.ts";
import type { ServerOptions } from "../main.ts";
import { caller, serve } from "../testing.ts";

/** A server whose log is at hand, line by line, once so many lines are there. */
async function logged(options: ServerOptions = {}) {
  const lines: string[] = [];
  let arrived = (): void => undefined;
  const logTo = (line: string) => {
    lines.push(line);
    arrived();
  };
  // The log itself, and not what other tests look at in its place.
  const server = await serve({ logTo, log: undefined, ...options });
  async function read(count: number): Promise<Record<string, unknown>[]> {
    while (lines.length < count) {
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    }
    return lines.map((line) => JSON.parse(line));
  }
  return { ...server, lines, read };
}

const MARK = "Pesanan rahasia 4711";

/** What a client sends and gets, with content and secrets in every place that there is. Seven requests. */
async function traffic({ sahut, sarufi }: Awaited<ReturnType<typeof logged>>): Promise<string[]> {
  const { demo } = sahut;
  const inbox = caller(sahut.url, demo.key);
  await inbox("POST", `/conversations/${demo.conversationId}/messages`, { content: MARK });
  await inbox("GET", `/contacts?q=${encodeURIComponent(MARK)}`);
  await inbox("POST", "/contacts", `{"name": "${MARK}"`);
  const webhook = { url: "https://example.com/?token=t0p", events: ["message.created"] };
  const { body } = await inbox<CreatedWebhookResult>("POST", "/webhooks", webhook);
  await caller(sahut.url, "sk_live_unknown")("GET", "/conversations");
  await caller(sahut.url, undefined)("GET", "/conversations?api_key=sk_live_in_query");
  const bot = caller(sarufi.url, sarufi.demo.key);
  await bot("PATCH", `/chatbots/${sarufi.demo.chatbotId}`, { description: MARK });
  const { secret } = body.data;
  return [demo.key, "sk_live_unknown", "sk_live_in_query", sarufi.demo.key, secret];
}

describe("at the level info", () => {
  test("each request has a line, without its key and its content", async () => {
    const server = await logged({ logLevel: "info" });
    const secrets = await traffic(server);
    const lines = await server.read(7);
    expect(lines).toHaveLength(7);
    expect(lines[0]).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      id: expect.stringMatching(/^[\w-]{36}$/),
      method: "POST",
      api: "sahut",
      operation: "sendMessage",
      workspace: "ws_01HX0A1B2C3D4E",
      status: 201,
      ms: expect.any(Number),
      msg: "request",
    });
    const whole = server.lines.join("");
    for (const hidden of [...secrets, MARK, encodeURIComponent(MARK), "t0p", "sk_live"]) {
      expect(whole).not.toContain(hidden);
    }
  });

  test("with content, that is there, and keys and secrets are not", async () => {
    const server = await logged({ logLevel: "info", logContent: true });
    const secrets = await traffic(server);
    const lines = await server.read(7);
    expect(lines[0]).toMatchObject({
      content: { body: { content: MARK }, answer: { data: { content: MARK } } },
    });
    expect(lines[1]).toMatchObject({ content: { query: { q: MARK } } });
    const whole = server.lines.join("");
    for (const hidden of secrets) expect(whole).not.toContain(hidden);
  });

  test("with content, an answer that is given again is logged like the first", async () => {
    const options = { logLevel: "info", logContent: true, selfCheck: false } as const;
    const { sahut, read } = await logged(options);
    const inbox = caller(sahut.url, sahut.demo.key);
    for (const _ of ["first", "again"]) await inbox("GET", "/conversations?per_page=1");
    const [first, again] = await read(2);
    expect(first).toMatchObject({ content: { answer: { data: [expect.any(Object)] } } });
    expect(again?.content).toEqual(first?.content);
  });

  test("a request that says its id keeps it, and one that says more does not", async () => {
    const { url, read } = await logged({ logLevel: "info" });
    const ask = (id: string) => fetch(`${url}/v1/contacts`, { headers: { "X-Request-Id": id } });
    const first = await ask("balancer-0001");
    expect(first.headers.get("X-Request-Id")).toBe("balancer-0001");
    const second = await ask("Bearer sk_live_demo_business");
    const lines = await read(2);
    expect(lines[0]).toMatchObject({ id: "balancer-0001", status: 401 });
    expect(lines[1]).toMatchObject({ id: second.headers.get("X-Request-Id") });
    expect(second.headers.get("X-Request-Id")).not.toContain("sk_live");
  });
});

describe("by default", () => {
  test("requests are not logged, and answers say nothing of it", async () => {
    const { url, lines } = await logged();
    const response = await fetch(`${url}/v1/contacts`);
    expect(response.headers.has("X-Request-Id")).toBe(false);
    expect(lines).toEqual([]);
  });

  test("a fault has a line with its stack, without what it quotes", async () => {
    const server = await logged({
      faults: {
        handlers: (_, handlers) => ({
          ...handlers,
          createContact: async ({ body }) => {
            throw new Error(`No good: ${JSON.stringify(body)}`);
          },
        }),
      },
    });
    const { sahut, read } = server;
    await caller(sahut.url, sahut.demo.key)("POST", "/contacts", { name: MARK });
    const [line] = await read(1);
    expect(line).toMatchObject({
      level: "error",
      msg: expect.stringMatching(/^POST \/v1\/contacts: Error: No good: \{"…"\}\n +at /),
    });
  });
});

test("at the level silent nothing is logged", async () => {
  const around = async () => Promise.reject(new Error("broken"));
  const { url, lines } = await logged({ logLevel: "silent", faults: { around } });
  expect((await fetch(`${url}/v1/contacts`)).status).toBe(500);
  expect(lines).toEqual([]);
});
