import { describe, expect, test } from "vitest";
import { caller, sahutError, serve } from "../testing.ts";

const MIB = 1024 * 1024;
const messagePath = "/conversations/conv_01HX2B9K3M5N7P/messages";

const malformed: [string, unknown, Record<string, string>][] = [
  ["JSON that breaks off", '{"content":', {}],
  ["text that is no JSON", "Halo", {}],
  ["nothing", "", {}],
  ["an array", "[]", {}],
  ["a text", '"Halo"', {}],
  ["null", "null", {}],
  ["bytes that are not UTF-8", Buffer.from('{"content":"\xff"}', "latin1"), {}],
  ["form data", "content=Halo", { "Content-Type": "application/x-www-form-urlencoded" }],
  ["JSON as plain text", '{"content":"Halo"}', { "Content-Type": "text/plain" }],
  [
    "JSON of another kind",
    '{"content":"Halo"}',
    { "Content-Type": "application/merge-patch+json" },
  ],
  ["more than 1 MiB", { content: "x".repeat(MIB) }, {}],
];

describe("a body that cannot be read", () => {
  test.each(malformed)("is refused with 400 at Sahut: %s", async (_, body, headers) => {
    const { sahut } = await serve();
    const reply = await caller(sahut.url, sahut.demo.key)("POST", messagePath, body, headers);
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual(sahutError(400, "bad_request"));
  });

  test.each(malformed)("is refused with 400 at Sarufi: %s", async (_, body, headers) => {
    const { sarufi } = await serve();
    const { chatbotId, closedSessionId } = sarufi.demo;
    const path = `/chatbots/${chatbotId}/chat/sessions/${closedSessionId}/messages`;
    const reply = await caller(sarufi.url, sarufi.demo.key)("POST", path, body, headers);
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({ detail: expect.any(String) });
  });

  test("is refused without a Content-Type", async () => {
    const { sahut } = await serve();
    const response = await fetch(sahut.url + messagePath, {
      method: "POST",
      headers: { Authorization: `Bearer ${sahut.demo.key}` },
      body: Buffer.from('{"content":"Halo"}'),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { message: "Content-Type is missing; it must be application/json" },
    });
  });

  test("is refused when it turns out too large, and the connection lives on", async () => {
    const { sahut } = await serve();
    const call = caller(sahut.url, sahut.demo.key);
    const response = await fetch(sahut.url + messagePath, {
      method: "POST",
      headers: { Authorization: `Bearer ${sahut.demo.key}`, "Content-Type": "application/json" },
      body: new Blob([JSON.stringify({ content: "x".repeat(2 * MIB) })]).stream(),
      duplex: "half",
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual(sahutError(400, "bad_request"));
    expect((await call("GET", messagePath)).status).toBe(200);
  });
});

test.each(["application/json; charset=utf-8", "Application/JSON"])(
  "a body of type %s is read",
  async (type) => {
    const { sahut } = await serve();
    const headers = { "Content-Type": type };
    const body = { content: "Halo" };
    const reply = await caller(sahut.url, sahut.demo.key)("POST", messagePath, body, headers);
    expect(reply.status).toBe(201);
  },
);

test("members that the contract does not know are ignored", async () => {
  const { sahut } = await serve();
  const body = { content: "Halo", colour: "red" };
  const reply = await caller(sahut.url, sahut.demo.key)("POST", messagePath, body);
  expect(reply.status).toBe(201);
  expect(reply.body).not.toHaveProperty("data.colour");
});

test("a byte order mark before the JSON is passed over", async () => {
  const { sahut } = await serve();
  const body = Buffer.from('\uFEFF{"content":"Halo"}');
  expect((await caller(sahut.url, sahut.demo.key)("POST", messagePath, body)).status).toBe(201);
});
