import { timestamp } from "../clock.ts";
import { start } from "../flow/interpret.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import type { SarufiHandlers } from "./api.ts";
import { apiCalls } from "./api-calls.ts";
import { chatbotExists } from "./chatbot-rows.ts";
import { chatbotNotFound, detail } from "./errors.ts";
import { flowNameOf, type LoadVersion, liveVersionId } from "./flow-rows.ts";
import { addSession } from "./session-rows.ts";

type Create = SarufiHandlers["createChatSession"];

const noFlow = { status: 400, body: detail("No published flow found for this chatbot") } as const;

export function chatSessions(
  services: Services,
  loadVersion: LoadVersion,
): Pick<SarufiHandlers, "createChatSession"> {
  const { store, clock, newId } = services;

  /** What a new session runs by, or why there can be none. */
  async function look(sql: Sql, { key, path }: Parameters<Create>[0]) {
    const { chatbot_id: chatbotId } = path;
    if (!(await chatbotExists(sql, key.workspaceId, chatbotId))) return chatbotNotFound;
    const versionId = await liveVersionId(sql, chatbotId);
    if (versionId === undefined) return noFlow;
    return { versionId, flow: await loadVersion(sql, versionId) };
  }

  return {
    /** No transaction is held while the flow runs, for its greeting may call other machines. */
    async createChatSession(given) {
      const found = await store.transaction((sql) => look(sql, given));
      if ("status" in found) return found;
      const { versionId, flow } = found;
      const chatbotId = given.path.chatbot_id;
      const session = { id: newId(), chatbotId, versionId, createdAt: clock() };
      const call = apiCalls(services, { sessionId: session.id, chatbotId, versionId });
      const greeting = await start(flow, {}, call);
      const messageId = newId();
      return store.transaction(async (sql) => {
        // Meanwhile the flow may have been deleted, and its chatbot with it.
        if ((await flowNameOf(sql, versionId)) === undefined) {
          const now = await look(sql, given);
          return "status" in now ? now : noFlow;
        }
        await addSession(sql, session, greeting, messageId);
        return {
          status: 201,
          body: {
            session_id: session.id,
            channel: "api",
            created_at: timestamp(session.createdAt),
            messages: [...greeting.messages],
          },
        };
      });
    },
  };
}
