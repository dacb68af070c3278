import { describe, expect, test } from "vitest";
import type { Chatbot, Flow, FlowCheck, FlowList } from "../../generated/sarufi/types.ts";
import { caller } from "../testing.ts";
import { open } from "./testing.ts";

const speaking = (text: string) => ({
  hello: { message: text, transitions: { default: "hello" } },
});

/** A server with a chatbot that has no flows yet, and short words for what is done to flows. */
async function openWithChatbot() {
  const server = await open();
  const { call, create } = server;
  const { id: botId } = (await call<Chatbot>("POST", "/chatbots", { name: "Scratch" })).body;
  const flows = `/chatbots/${botId}/flows`;
  const make = async (body: object = {}) =>
    (await call<Flow>("POST", flows, { name: "Main", type: "conversation", ...body })).body;
  const read = async (id: string) => (await call<Flow>("GET", `${flows}/${id}`)).body;
  const publish = (id: string) => call("POST", `${flows}/${id}/publish`);
  /** What a new session is greeted with. */
  const greeting = async () => {
    const { body } = await create(botId);
    return body.messages?.map((each) => ("text" in each ? each.text : each.type)).join();
  };
  return { ...server, botId, flows, make, read, publish, greeting };
}

describe("a draft", () => {
  test("is blank unless it has a definition", async () => {
    const { make, botId, read } = await openWithChatbot();
    const blank = await make();
    expect(blank).toEqual({
      id: expect.stringMatching(/^[0-9A-Z]{26}$/),
      chatbot_id: botId,
      name: "Main",
      type: "conversation",
      status: "draft",
      flow: {},
      created_at: "2026-04-02T12:00:00Z",
      updated_at: null,
    });
    const flow = speaking("Hi");
    const { id } = await make({ flow });
    expect((await read(id)).flow).toEqual(flow);
  });

  test.each([{ name: "Main" }, { type: "conversation" }])("is not made of %j", async (body) => {
    const { call, flows } = await openWithChatbot();
    expect((await call("POST", flows, body)).status).toBe(422);
    expect((await call<FlowList>("GET", flows)).body.total).toBe(0);
  });

  test("is listed without its definition", async () => {
    const { make, call, flows } = await openWithChatbot();
    const { flow: _, updated_at: __, ...summary } = await make();
    const { body } = await call<FlowList>("GET", flows);
    expect(body).toEqual({ items: [summary], total: 1 });
  });

  test("is changed in its name, or in the whole of its definition", async () => {
    const { make, read, call, flows } = await openWithChatbot();
    const { id } = await make({ flow: { one: {}, two: {} } });
    await call("PATCH", `${flows}/${id}`, { name: "Other" });
    expect(await read(id)).toMatchObject({ name: "Other", flow: { one: {}, two: {} } });
    await call("PATCH", `${flows}/${id}`, { flow: { states: [] } });
    expect(await read(id)).toMatchObject({ name: "Other", flow: { states: [] } });
  });

  test("is nothing to chat by", async () => {
    const { make, create, botId } = await openWithChatbot();
    await make({ flow: speaking("Hi") });
    expect((await create(botId)).status).toBe(400);
  });
});

describe("validation", () => {
  test("names errors and warnings, and changes nothing", async () => {
    const { make, call, flows, read } = await openWithChatbot();
    const before = await make({ flow: { a: { transitions: { yes: "b" } } } });
    const { body } = await call<FlowCheck>("POST", `${flows}/${before.id}/validate`);
    expect(body).toEqual({
      valid: false,
      errors: [
        { path: "states.a.transitions.yes", message: expect.stringContaining("leads to b") },
      ],
      warnings: [{ path: "states.a.transitions", message: "State a has no default transition." }],
    });
    expect(await read(before.id)).toEqual(before);
  });

  test("finds nothing wrong with a meta flow", async () => {
    const { make, call, flows } = await openWithChatbot();
    const { id } = await make({ type: "meta" });
    const { body } = await call<FlowCheck>("POST", `${flows}/${id}/validate`);
    expect(body).toEqual({ valid: true, errors: [], warnings: [] });
  });
});

describe("publishing", () => {
  test("makes a flow what new sessions talk by", async () => {
    const { make, publish, greeting, read } = await openWithChatbot();
    const { id } = await make({ flow: speaking("Hi") });
    expect(await publish(id)).toMatchObject({
      status: 200,
      body: { id, status: "published", published_at: "2026-04-02T12:00:00Z" },
    });
    expect((await read(id)).status).toBe("published");
    expect(await greeting()).toBe("Hi");
  });

  test("refuses a flow with errors, and a blank one", async () => {
    const { make, publish, read } = await openWithChatbot();
    const { id } = await make();
    expect(await publish(id)).toMatchObject({
      status: 400,
      body: { detail: "The flow has no states." },
    });
    expect((await read(id)).status).toBe("draft");
  });

  test("replaces what was live, which is a draft again; running chats end as they began", async () => {
    const { make, publish, greeting, read, chat, botId } = await openWithChatbot();
    const first = await make({ flow: speaking("One") });
    await publish(first.id);
    const { say } = await chat(botId);
    const second = await make({ flow: speaking("Two") });
    await publish(second.id);
    expect([(await read(first.id)).status, (await read(second.id)).status]).toEqual([
      "draft",
      "published",
    ]);
    expect(await greeting()).toBe("Two");
    expect((await say("?")).body.messages).toEqual([{ type: "text", text: "One" }]);
  });

  test("is what makes a change of a published flow live", async () => {
    const { make, publish, greeting, call, flows, read } = await openWithChatbot();
    const { id } = await make({ flow: speaking("One") });
    await publish(id);
    await call("PATCH", `${flows}/${id}`, { flow: speaking("Two") });
    expect([await greeting(), (await read(id)).status]).toEqual(["One", "published"]);
    await publish(id);
    expect(await greeting()).toBe("Two");
  });

  test("a meta flow makes no chat possible, and ends none", async () => {
    const { make, publish, greeting, create, botId } = await openWithChatbot();
    await publish((await make({ type: "meta" })).id);
    expect((await create(botId)).status).toBe(400);
    await publish((await make({ flow: speaking("Hi") })).id);
    await publish((await make({ type: "meta" })).id);
    expect(await greeting()).toBe("Hi");
  });
});

test("a deleted flow closes its chats, and leaves nothing to chat by", async () => {
  const { make, publish, chat, call, flows, create, botId } = await openWithChatbot();
  const { id } = await make({ flow: speaking("Hi") });
  await publish(id);
  const { id: sessionId, say } = await chat(botId);
  expect((await call("DELETE", `${flows}/${id}`)).status).toBe(204);
  expect((await say("?")).status).toBe(410);
  expect((await create(botId)).status).toBe(400);
  expect((await call("GET", `${flows}/${id}`)).status).toBe(404);
  const conversation = await call("GET", `/chatbots/${botId}/conversations/${sessionId}`);
  expect(conversation.body).toMatchObject({ status: "CLOSED" });
});

test("what is not there, another chatbot's and another workspace's is 404", async () => {
  const { make, call, flows, url, demo } = await openWithChatbot();
  const { id } = await make();
  const other = caller(url, demo.otherWorkspaceKey);
  const elsewhere = `/chatbots/${demo.chatbotId}/flows/${id}`;
  const replies = [
    await call("GET", `${flows}/unknown`),
    await call("PATCH", `${flows}/unknown`, {}),
    await call("POST", `${flows}/unknown/validate`),
    await call("POST", `${flows}/unknown/publish`),
    await call("DELETE", `${flows}/unknown`),
    await call("GET", elsewhere),
    await call("DELETE", elsewhere),
    await other("GET", flows),
    await other("POST", flows, { name: "Mine", type: "conversation" }),
    await other("GET", `${flows}/${id}`),
    await other("POST", `${flows}/${id}/publish`),
  ];
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
});
