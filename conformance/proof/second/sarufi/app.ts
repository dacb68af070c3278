import type { Faults } from "../faults.ts";
import { type App, type Incoming, segmentsOf } from "../http.ts";
import { turnstile } from "../quota.ts";
import { answer, openSession, startSession } from "./chat.ts";
import { type Chatbot, earlierSessions, sarufiChatbots, sarufiKeys } from "./data.ts";
import { Refusal } from "./refusal.ts";

/**
 * The Chat API of Sarufi.
 * @param averagedOverMs the time over which a workspace may write once in two seconds
 */
export function sarufiApp(now: () => number, averagedOverMs: number, faults: Faults): App {
  const chatbots = sarufiChatbots();
  const sessions = earlierSessions(chatbots, now());
  const pass = turnstile(now);

  const allow = (workspace: string): void => {
    const quota = { most: Math.ceil(averagedOverMs / 2000), windowMs: averagedOverMs };
    const { waitMs } = pass(workspace, quota);
    if (waitMs > 0)
      throw new Refusal(429, "Slow down", { "Retry-After": `${Math.ceil(waitMs / 1000)}` });
  };

  const serve = ({ method, path, authorization, body }: Incoming): ReturnType<App> => {
    const start = segmentsOf(path, "/chatbots/*/chat/sessions");
    const talk = segmentsOf(path, "/chatbots/*/chat/sessions/*/messages");
    const [chatbotId, sessionId = ""] = start ?? talk ?? [];
    if (method !== "POST" || chatbotId === undefined) throw new Refusal(404, "Not Found");
    const workspace = sarufiKeys.get(/^Bearer (\S+)$/.exec(authorization)?.[1] ?? "");
    if (workspace === undefined) throw new Refusal(401, "Who are you?");
    allow(workspace);
    const chatbot = chatbotOf(chatbotId, workspace);
    if (start !== undefined)
      return { status: 201, body: startSession(chatbot, sessions, body, now(), faults) };
    const session = openSession(chatbot, sessions.get(sessionId), now(), faults);
    return { status: 200, body: answer(session, body, now(), faults) };
  };

  const chatbotOf = (id: string, workspace: string): Chatbot => {
    const chatbot = chatbots.get(id);
    if (chatbot === undefined) throw new Refusal(404, "Chatbot not found");
    if (chatbot.workspace !== workspace && !faults.has("chatbots-of-anybody"))
      throw new Refusal(403, "Not permitted for this workspace");
    return chatbot;
  };

  return (request) => {
    try {
      return serve(request);
    } catch (error) {
      const { status, detail, headers } =
        error instanceof Refusal ? error : new Refusal(500, "Message processing failed");
      return { status, body: { detail }, headers };
    }
  };
}
