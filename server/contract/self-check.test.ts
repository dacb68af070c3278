import { describe, expect, test } from "vitest";
import { caller, sahutError, serve } from "../testing.ts";
import type { HandlerTable } from "./handlers.ts";

/** A server whose getConversation does as it is told, and what it complains of. */
async function serveBroken(getConversation: HandlerTable[string], selfCheck = true) {
  const log: string[] = [];
  const { sahut } = await serve({
    selfCheck,
    log: (line) => void log.push(line),
    faults: {
      handlers: (api, handlers) => (api === "sahut" ? { ...handlers, getConversation } : handlers),
    },
  });
  const reply = await caller(sahut.url, sahut.demo.key)("GET", "/conversations/conv_1");
  return { reply, log };
}

describe("the self-check", () => {
  test("turns a body that the contract does not have into a 500, and says why", async () => {
    const { reply, log } = await serveBroken(async () => ({ status: 200, body: { data: {} } }));
    expect(reply.status).toBe(500);
    expect(reply.body).toEqual(sahutError(500, "server_error"));
    expect(log).toEqual([
      expect.stringMatching(/getConversation answered 200, but .*data\/id is required/),
    ]);
  });

  test("turns a status that the contract does not have into a 500", async () => {
    const { reply, log } = await serveBroken(async () => ({ status: 202, body: {} }));
    expect(reply.status).toBe(500);
    expect(log).toEqual([expect.stringContaining("does not have this status")]);
  });

  test("lets everything pass when it is off", async () => {
    const broken = async () => ({ status: 202, body: { anything: true } });
    const { reply, log } = await serveBroken(broken, false);
    expect(reply).toMatchObject({ status: 202, body: { anything: true } });
    expect(log).toEqual([]);
  });
});

test("an answer without a body is right where the contract has none", async () => {
  const { sarufi } = await serve();
  const call = caller(sarufi.url, sarufi.demo.key);
  const gone = await call("DELETE", `/chatbots/${sarufi.demo.otherChatbotId}`);
  expect([gone.status, gone.body]).toEqual([204, undefined]);
});

test("a handler that throws answers 500; the stack goes to the log alone", async () => {
  const { reply, log } = await serveBroken(async () => {
    throw new Error("the disk is on fire");
  });
  expect(reply.status).toBe(500);
  expect(reply.body).toEqual({
    error: { code: "server_error", message: "Internal server error", status: 500 },
  });
  expect(log.join()).toMatch(/GET \/v1\/conversations\/conv_1: Error: the disk is on fire\n +at /);
});
