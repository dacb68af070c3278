import { timestamp } from "../clock.ts";
import { start } from "../flow/interpret.ts";
import type { Services } from "../services.ts";
import type { SarufiHandlers } from "./api.ts";
import { chatbotExists, loadFlow, publishedFlowId } from "./chatbots.ts";
import { detail } from "./errors.ts";
import { addSession } from "./session-rows.ts";

export function chatSessions({
  store,
  clock,
  newId,
}: Services): Pick<SarufiHandlers, "createChatSession"> {
  return {
    createChatSession: ({ key, path }) =>
      store.transaction(async (sql) => {
        const { chatbot_id: chatbotId } = path;
        if (!(await chatbotExists(sql, key.workspaceId, chatbotId))) {
          return { status: 404, body: detail("Chatbot not found") };
        }
        const flowId = await publishedFlowId(sql, chatbotId);
        if (flowId === undefined) {
          return { status: 400, body: detail("No published flow found for this chatbot") };
        }
        const greeting = start(await loadFlow(sql, flowId));
        const session = { id: newId(), chatbotId, flowId, createdAt: clock() };
        await addSession(sql, session, greeting);
        return {
          status: 201,
          body: {
            session_id: session.id,
            channel: "api",
            created_at: timestamp(session.createdAt),
            messages: [...greeting.messages],
          },
        };
      }),
  };
}
