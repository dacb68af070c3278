import { describe, expect, test } from "vitest";
import type { ServerOptions } from "../main.ts";
import { elsewhere, open, talkingBy } from "./testing.ts";

const reaching = { allowOutbound: true, allowPrivate: true };

const nested = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;

/** A flow that asks for a number, looks it up at `url`, and says what it found. */
const lookingUp = (url: string, more: object = {}) => ({
  ask: { message: "Which order?", transitions: { default: "look_up" } },
  look_up: {
    message: "Looking it up…",
    actions: [
      {
        type: "API_CALL",
        url: `${url}/orders/{{variables.ask}}`,
        save_to: "order",
        success_transition: "found",
        failure_transition: "lost",
        ...more,
      },
    ],
  },
  found: { message: "It is {{variables.order.items[0].state}}.", transitions: { default: "ask" } },
  lost: { message: "Sorry: {{variables.response}}", transitions: { default: "ask" } },
});

/** Talks by a flow that looks up at `url`; gives what came of the number 7. */
async function lookUp(url: string, options: ServerOptions, more: object = {}) {
  const log: string[] = [];
  const server = await open({ log: (line) => void log.push(line), ...options });
  const { botId } = await talkingBy(server.call, lookingUp(url, more), "Bestellungen für Köln");
  const { id, say } = await server.chat(botId);
  const { status, body } = await say("7 / 8");
  expect(status).toBe(200);
  return { id, botId, log, state: body.current_state, messages: body.messages };
}

describe("an API_CALL", () => {
  test("sends the documented request, and its answer is spoken of in the same turn", async () => {
    const { url, asked } = await elsewhere(async () => ({
      body: '{"items":[{"state":"on its way"}]}',
    }));
    const more = {
      method: "POST",
      body: { id: "{{ask}}" },
      headers: { Authorization: "Key {{ask}}" },
    };
    const { id, botId, messages, log } = await lookUp(url, reaching, more);
    expect(messages).toEqual([
      { type: "text", text: "Looking it up…" },
      { type: "text", text: "It is on its way." },
    ]);
    const [request] = asked;
    expect(request).toMatchObject({
      method: "POST",
      url: "/orders/7%20%2F%208",
      headers: {
        authorization: "Key 7 / 8",
        accept: "application/json",
        "content-type": "application/json",
        "x-sarufi-user-id": id,
        "x-sarufi-chatbot-id": botId,
        "x-sarufi-channel": "api",
        "x-sarufi-state": "look_up",
        "x-sarufi-flow-name": "Bestellungen f%C3%BCr K%C3%B6ln",
      },
    });
    expect(request?.headers).not.toHaveProperty("x-sarufi-user-name");
    expect(JSON.parse(request?.body ?? "")).toEqual({
      message: { type: "text", text: "7 / 8" },
      variables: { ask: "7 / 8" },
      id: "7 / 8",
    });
    expect([asked.length, log]).toEqual([1, []]);
  });

  test("cannot say that it is somebody else's", async () => {
    const { url, asked } = await elsewhere(async () => ({}));
    const headers = { "x-sarufi-chatbot-id": "another", accept: "text/plain" };
    const { botId } = await lookUp(url, reaching, { headers });
    expect(asked[0]?.headers).toMatchObject({ "x-sarufi-chatbot-id": botId, accept: "text/plain" });
  });

  test("by GET sends no body", async () => {
    const { url, asked } = await elsewhere(async () => ({}));
    await lookUp(url, reaching);
    expect(asked[0]).toMatchObject({ method: "GET", body: "" });
    expect(asked[0]?.headers).not.toHaveProperty("content-type");
  });

  test.each([
    ["a refusal", { status: 404, body: '"none"' }, "Sorry: none"],
    ["no JSON", { status: 500, body: "<p>Oh</p>" }, "Sorry: <p>Oh</p>"],
    ["JSON nested without measure", { status: 500, body: nested }, `Sorry: ${nested}`],
    ["a redirect, which is not followed", { status: 302, headers: { Location: "/" } }, "Sorry: "],
  ])("fails after %s, and keeps what came back", async (_, answer, text) => {
    const { url, asked } = await elsewhere(async () => answer);
    const { state, messages } = await lookUp(url, reaching);
    expect([state, messages.at(-1)]).toEqual(["lost", { type: "text", text }]);
    expect(asked).toHaveLength(1);
  });

  test("fails when nobody answers, and the log says why", async () => {
    const { id, state, log } = await lookUp("http://127.0.0.1:1", reaching);
    expect(state).toBe("lost");
    expect(log).toEqual([
      expect.stringMatching(`^${id}: the API_CALL of state look_up failed: .*ECONNREFUSED`),
    ]);
  });

  test("is not sent unless the server may, and the log says so", async () => {
    const { url, asked } = await elsewhere(async () => ({}));
    const { id, state, log } = await lookUp(url, { allowPrivate: true });
    expect([state, asked]).toEqual(["lost", []]);
    expect(log).toEqual([
      `${id}: the API_CALL of state look_up failed: the server was started without --allow-outbound`,
    ]);
  });

  test("reaches no private address unless it may", async () => {
    const { url, asked } = await elsewhere(async () => ({}));
    const { state, log } = await lookUp(url, { allowOutbound: true });
    expect([state, asked, log.length]).toEqual(["lost", [], 1]);
  });
});

test("a greeting may run actions", async () => {
  const { url, asked } = await elsewhere(async () => ({ body: '{"word":"Karibu"}' }));
  const { call, create } = await open(reaching);
  const actions = [{ type: "API_CALL", url }];
  const { botId } = await talkingBy(call, {
    hello: { actions, message: "{{response.word}}!", transitions: { yes: "hello" } },
  });
  const { body } = await create(botId);
  expect(body.messages).toEqual([{ type: "text", text: "Karibu!" }]);
  expect(asked[0]?.headers["x-sarufi-user-id"]).toBe(body.session_id);
});

describe("while a call is under way", () => {
  /** A chat in which every message is a call, during which `meanwhile` happens. */
  async function during(
    meanwhile: (server: Awaited<ReturnType<typeof waiting>>) => Promise<unknown>,
  ) {
    const { url, asked } = await elsewhere(async () => {
      await meanwhile(server);
      return { body: "1" };
    });
    const server = await waiting(url);
    return { ...server, asked };
  }
  async function waiting(url: string) {
    const server = await open(reaching);
    const flow = await talkingBy(server.call, {
      ask: { message: "?", transitions: { default: "call" } },
      call: { actions: [{ type: "API_CALL", url }], transitions: { default: "ask" } },
    });
    return { ...server, ...flow, one: await server.chat(flow.botId) };
  }

  test("other sessions are answered", async () => {
    const others: unknown[] = [];
    const { one } = await during(async ({ chat }) => {
      const { say } = await chat();
      others.push((await say("faq")).body.current_state);
    });
    expect((await one.say("go")).body.current_state).toBe("ask");
    expect(others).toEqual(["faq_menu"]);
  });

  test("the same session's next message waits", async () => {
    let under = 0;
    let most = 0;
    const { one, asked, chat, demo } = await during(async () => {
      under += 1;
      most = Math.max(most, under);
      await chat(demo.otherChatbotId);
      under -= 1;
    });
    const replies = await Promise.all(["a", "b", "c"].map((each) => one.say(each)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([asked.length, most]).toEqual([3, 1]);
  });

  test("a session whose flow is deleted is closed, and nothing is written down", async () => {
    const { one, call, botId } = await during(({ call, flowPath }) => call("DELETE", flowPath));
    expect(await one.say("go")).toMatchObject({
      status: 410,
      body: { detail: "Chat session has been closed" },
    });
    const messages = await call<{ count: number }>(
      "GET",
      `/chatbots/${botId}/conversations/${one.id}/messages`,
    );
    expect(messages.body.count).toBe(1);
  });

  test("a session whose chatbot is deleted is gone", async () => {
    const { one } = await during(({ call, botId }) => call("DELETE", `/chatbots/${botId}`));
    expect((await one.say("go")).status).toBe(404);
  });
});

test("a session whose flow is deleted while it is greeted is none", async () => {
  const { call, create } = await open(reaching);
  let flowPath = "";
  const { url } = await elsewhere(async () => {
    await call("DELETE", flowPath);
    return {};
  });
  const actions = [{ type: "API_CALL", url }];
  const flow = await talkingBy(call, { hello: { actions, transitions: { yes: "hello" } } });
  flowPath = flow.flowPath;
  expect(await create(flow.botId)).toMatchObject({
    status: 400,
    body: { detail: "No published flow found for this chatbot" },
  });
});
