import { createServer, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import type { BotReply, Chatbot, ChatSession, Flow } from "../../generated/sarufi/types.ts";
import { listen, stop } from "../listen.ts";
import type { ServerOptions } from "../main.ts";
import { type Caller, caller, serve, testClock } from "../testing.ts";

/** A server, and short words for what a test does at Sarufi. */
export async function open(options: ServerOptions = {}) {
  const clock = testClock();
  const { sarufi } = await serve({ clock, ...options });
  const { demo } = sarufi;
  const call = caller(sarufi.url, demo.key);
  const create = (chatbotId = demo.chatbotId, headers = {}) =>
    call<ChatSession>("POST", `/chatbots/${chatbotId}/chat/sessions`, undefined, headers);
  const send = (sessionId: string, body: unknown, chatbotId = demo.chatbotId) =>
    call<BotReply>("POST", `/chatbots/${chatbotId}/chat/sessions/${sessionId}/messages`, body);
  /** A new session's id, and a way to talk in it. */
  async function chat(chatbotId = demo.chatbotId) {
    const { body } = await create(chatbotId);
    const say = (message: string, more: object = {}) =>
      send(body.session_id, { message, ...more }, chatbotId);
    return { id: body.session_id, say };
  }
  return { ...sarufi, clock, call, create, send, chat };
}

/** A new chatbot that talks by this definition. */
export async function talkingBy(call: Caller, flow: unknown, name = "Main") {
  const { body: bot } = await call<Chatbot>("POST", "/chatbots", { name: `Bot of ${name}` });
  const flows = `/chatbots/${bot.id}/flows`;
  const { body } = await call<Flow>("POST", flows, { name, type: "conversation", flow });
  const published = await call<{ detail?: string }>("POST", `${flows}/${body.id}/publish`);
  if (published.status !== 200) throw new Error(`Not published: ${published.body.detail}`);
  return { botId: bot.id, flowId: body.id, flowPath: `${flows}/${body.id}` };
}

/** What another machine was asked. */
export interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Another machine: a server on a free port, which keeps what it was asked. */
export async function elsewhere(
  answer: (asked: Asked) => Promise<{
    status?: number;
    headers?: Record<string, string>;
    body?: string;
  }>,
) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const got: Asked = { method, url, headers, body: await text(request) };
    asked.push(got);
    const { status = 200, headers: given = {}, body = "" } = await answer(got);
    response.writeHead(status, given).end(body);
  });
  await listen(server, 0, "127.0.0.1");
  onTestFinished(() => stop(server));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on a port.");
  return { url: `http://127.0.0.1:${address.port}`, asked };
}
