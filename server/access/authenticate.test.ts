import { describe, expect, test } from "vitest";
import { caller, sahutError, serve } from "../testing.ts";

const refused = [
  ["no header", {}],
  ["another scheme", { Authorization: "Basic sk_live_demo_business" }],
  ["no scheme", { Authorization: "sk_live_demo_business" }],
  ["no key", { Authorization: "Bearer " }],
  ["an unknown key", { Authorization: "Bearer sk_live_unknown" }],
  ["a key and something else", { Authorization: "Bearer sk_live_demo_business x" }],
  ["a key in another case", { Authorization: "Bearer SK_LIVE_DEMO_BUSINESS" }],
  ["the other API's key", { Authorization: "Bearer sk-demo-main" }],
] as const;

describe("authentication", () => {
  test.each(refused)("refuses %s with 401 and says how to authenticate", async (_, headers) => {
    const { sahut } = await serve();
    const call = caller(sahut.url, undefined);
    const reply = await call("GET", "/conversations", undefined, headers);
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({
      error: { code: "unauthorized", message: "Invalid or missing API key", status: 401 },
    });
    expect(reply.headers.get("WWW-Authenticate")).toBe("Bearer");
  });

  test("refuses with Sarufi's own words at Sarufi", async () => {
    const { sarufi } = await serve();
    const call = caller(sarufi.url, "sk-unknown");
    const reply = await call("POST", `/chatbots/${sarufi.demo.chatbotId}/chat/sessions`);
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({ detail: "Invalid or expired API key." });
  });

  test.each(["Bearer", "bearer", "BEARER"])("accepts the scheme word %s", async (scheme) => {
    const { sahut } = await serve();
    const call = caller(sahut.url, undefined);
    const headers = { Authorization: `${scheme} ${sahut.demo.key}` };
    expect((await call("GET", "/conversations", undefined, headers)).status).toBe(200);
  });

  test.each([
    ["an unknown path", "GET", "/nowhere"],
    ["a wrong method", "DELETE", "/conversations"],
    ["an unknown conversation", "GET", "/conversations/conv_unknown"],
    ["a bad page", "GET", "/conversations?page=x"],
  ])("comes before %s", async (_, method, path) => {
    const { sahut } = await serve();
    const reply = await caller(sahut.url, "sk_live_unknown")(method, path);
    expect(reply.status).toBe(401);
  });

  test("comes before the body is looked at", async () => {
    const { sahut } = await serve();
    const reply = await caller(sahut.url, undefined)("POST", "/conversations", "{");
    expect(reply.body).toEqual(sahutError(401, "unauthorized"));
  });
});
