import { describe, expect, test } from "vitest";
import { caller, sahutError, serve } from "../testing.ts";

describe("an unknown path", () => {
  test.each(["/nowhere", "/", "", "/conversations/", "/Conversations", "/conversations/a/b"])(
    "is 404 at Sahut: %j",
    async (path) => {
      const { sahut } = await serve();
      const reply = await caller(sahut.url, sahut.demo.key)("GET", path);
      expect(reply.status).toBe(404);
      expect(reply.body).toEqual(sahutError(404, "not_found"));
    },
  );

  test("is 404 at Sarufi", async () => {
    const { sarufi } = await serve();
    const reply = await caller(sarufi.url, sarufi.demo.key)("GET", "/nowhere");
    expect(reply.status).toBe(404);
    expect(reply.body).toEqual({ detail: expect.any(String) });
  });

  test("outside of both APIs says where they are", async () => {
    const { url } = await serve();
    const reply = await caller(url, undefined)("GET", "/v2");
    expect(reply.status).toBe(404);
    expect(reply.body).toEqual({
      message: "There is nothing here: sahut is at /v1, sarufi is at /api/dev/v1.",
    });
  });
});

describe("a method that a path does not have", () => {
  test("is 405 at Sahut, and Allow names those it has", async () => {
    const { sahut } = await serve();
    const reply = await caller(sahut.url, sahut.demo.key)("DELETE", "/conversations/conv_1");
    expect(reply.status).toBe(405);
    expect(reply.headers.get("Allow")).toBe("GET, HEAD, PATCH");
    expect(reply.body).toEqual(sahutError(405, "bad_request"));
  });

  test("is 405 at Sarufi", async () => {
    const { sarufi } = await serve();
    const path = `/chatbots/${sarufi.demo.chatbotId}/chat/sessions`;
    const reply = await caller(sarufi.url, sarufi.demo.key)("GET", path);
    expect(reply.status).toBe(405);
    expect(reply.headers.get("Allow")).toBe("POST");
    expect(reply.body).toEqual({ detail: expect.any(String) });
  });
});

test("HEAD answers like GET, without the body", async () => {
  const { sahut } = await serve();
  const headers = { Authorization: `Bearer ${sahut.demo.key}` };
  const head = await fetch(`${sahut.url}/conversations`, { method: "HEAD", headers });
  expect(head.status).toBe(200);
  expect(head.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
  expect(await head.text()).toBe("");
});

test("a path with a bad percent-encoding is refused with 400", async () => {
  const { sahut } = await serve();
  const reply = await caller(sahut.url, sahut.demo.key)("GET", "/conversations/%E0%A4%A");
  expect(reply.status).toBe(400);
  expect(reply.body).toEqual(sahutError(400, "bad_request"));
});

test("an id may be percent-encoded", async () => {
  const { sahut } = await serve();
  const id = sahut.demo.conversationId.replace("conv", "%63onv");
  const reply = await caller(sahut.url, sahut.demo.key)("GET", `/conversations/${id}`);
  expect(reply.status).toBe(200);
});

test("query parameters that the contract does not know are ignored", async () => {
  const { sahut } = await serve();
  const call = caller(sahut.url, sahut.demo.key);
  const plain = await call("GET", "/conversations?page=2");
  expect((await call("GET", "/conversations?page=2&colour=red")).body).toEqual(plain.body);
});
