import { timestamp } from "../clock.ts";
import { start } from "../flow/interpret.ts";
import type { Services } from "../services.ts";
import type { SarufiHandlers } from "./api.ts";
import { chatbotExists } from "./chatbot-rows.ts";
import { chatbotNotFound, detail } from "./errors.ts";
import { liveVersionId, loadVersion } from "./flow-rows.ts";
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
        if (!(await chatbotExists(sql, key.workspaceId, chatbotId))) return chatbotNotFound;
        const versionId = await liveVersionId(sql, chatbotId);
        if (versionId === undefined) {
          return { status: 400, body: detail("No published flow found for this chatbot") };
        }
        const greeting = start(await loadVersion(sql, versionId));
        const session = { id: newId(), chatbotId, versionId, createdAt: clock() };
        await addSession(sql, session, greeting, newId());
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
