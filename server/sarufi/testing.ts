import type { BotReply, ChatSession } from "../../generated/sarufi/types.ts";
import type { ServerOptions } from "../main.ts";
import { caller, serve, testClock } from "../testing.ts";

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
