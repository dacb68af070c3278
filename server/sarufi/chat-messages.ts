import { timestamp } from "../clock.ts";
import { step } from "../flow/interpret.ts";
import type { Services } from "../services.ts";
import type { SarufiHandlers } from "./api.ts";
import { chatbotExists } from "./chatbot-rows.ts";
import { chatbotNotFound, detail } from "./errors.ts";
import { loadVersion } from "./flow-rows.ts";
import { advanceSession, findSession } from "./session-rows.ts";

export const SESSION_LIFETIME_MS = 30 * 60 * 1000;

export function chatMessages({
  store,
  clock,
  newId,
  log,
}: Services): Pick<SarufiHandlers, "sendChatMessage"> {
  /**
   * A transaction at a time, so messages sent at once are answered one after the other (silent).
   */
  const turn: SarufiHandlers["sendChatMessage"] = ({ key, path, body }) =>
    store.transaction(async (sql) => {
      const { chatbot_id: chatbotId, session_id: sessionId } = path;
      if (!(await chatbotExists(sql, key.workspaceId, chatbotId))) return chatbotNotFound;
      const session = await findSession(sql, chatbotId, sessionId);
      if (session === undefined) return { status: 404, body: detail("Chat session not found") };
      if (session.closed === 1 || session.version_id === null)
        return { status: 410, body: detail("Chat session has been closed") };
      // Silent: what an expired session answers, and at exactly 30 minutes. It counts from the last
      // message of the user, or from creation.
      const now = clock();
      if (now.getTime() - Date.parse(session.active_at) >= SESSION_LIFETIME_MS) {
        return { status: 410, body: detail("Chat session has expired") };
      }
      // A button_id counts whatever message_type says, so that member has no say here.
      const input = { text: body.message, optionId: body.button_id ?? undefined };
      const reply = step(await loadVersion(sql, session.version_id), session.state, input);
      const said = { message: body, turn: reply, messageId: newId() };
      await advanceSession(sql, sessionId, said, now);
      return {
        status: 200,
        body: {
          session_id: sessionId,
          messages: [...reply.messages],
          // Silent: what is counted. The example fits the messages of this reply.
          messages_count: reply.messages.length,
          current_state: reply.state,
          timestamp: timestamp(now),
        },
      };
    });

  return {
    async sendChatMessage(call) {
      try {
        return await turn(call);
      } catch (error) {
        log(`${call.path.session_id}: ${error instanceof Error ? error.stack : String(error)}`);
        return { status: 500, body: detail("Message processing failed") };
      }
    },
  };
}
