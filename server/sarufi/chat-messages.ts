import { timestamp } from "../clock.ts";
import { step } from "../flow/interpret.ts";
import type { Services } from "../services.ts";
import type { Sql } from "../store/store.ts";
import type { SarufiHandlers } from "./api.ts";
import { apiCalls } from "./api-calls.ts";
import { chatbotExists } from "./chatbot-rows.ts";
import { chatbotNotFound, detail } from "./errors.ts";
import type { LoadVersion } from "./flow-rows.ts";
import { advanceSession, findSession } from "./session-rows.ts";

export const SESSION_LIFETIME_MS = 30 * 60 * 1000;
/** How often a turn is run that was lost in the middle. */
const MOST_TRIES = 5;

const unknown = { status: 404, body: detail("Chat session not found") } as const;
const over = { status: 410, body: detail("Chat session has been closed") } as const;
const expired = { status: 410, body: detail("Chat session has expired") } as const;

type Send = SarufiHandlers["sendChatMessage"];

export function chatMessages(
  services: Services,
  loadVersion: LoadVersion,
): Pick<SarufiHandlers, "sendChatMessage"> {
  const { store, clock, newId, log } = services;

  /** A session that a message may be said in, or why there is none. */
  async function look(sql: Sql, { key, path }: Parameters<Send>[0], now: Date) {
    const { chatbot_id: chatbotId, session_id: sessionId } = path;
    if (!(await chatbotExists(sql, key.workspaceId, chatbotId))) return chatbotNotFound;
    const session = await findSession(sql, chatbotId, sessionId);
    if (session === undefined) return unknown;
    const { closed, version_id: versionId, active_at } = session;
    if (closed === 1 || versionId === null) return over;
    // Silent: what an expired session answers, and at exactly 30 minutes. It counts from the last
    // message of the user, or from creation.
    if (now.getTime() - Date.parse(active_at) >= SESSION_LIFETIME_MS) return expired;
    return { session, versionId, flow: await loadVersion(sql, versionId) };
  }

  /**
   * No transaction is held while the flow runs, for it may call other machines. Undefined when
   * another message was answered meanwhile: then nothing is written.
   */
  async function turn(given: Parameters<Send>[0]): Promise<Awaited<ReturnType<Send>> | undefined> {
    const { path, body } = given;
    const { chatbot_id: chatbotId, session_id: sessionId } = path;
    const now = clock();
    const found = await store.transaction((sql) => look(sql, given, now));
    if ("status" in found) return found;
    const { session, versionId, flow } = found;
    const userName = session.contact_name ?? undefined;
    // A button_id counts whatever message_type says, so that member has no say here.
    const input = { text: body.message, optionId: body.button_id ?? undefined };
    const variables = {
      ...session.variables,
      ...(userName === undefined ? {} : { contact_name: userName }),
    };
    const call = apiCalls(services, { sessionId, chatbotId, versionId, userName });
    const reply = await step(flow, { state: session.state, variables }, input, call);
    const said = {
      message: body,
      turn: reply,
      messageId: newId(),
      versionId,
      after: session.position,
    };
    const at = timestamp(now);
    return store.transaction(async (sql) => {
      // Meanwhile the session may have been closed or spoken to, or its flow deleted.
      if (!(await advanceSession(sql, sessionId, said, now, at))) {
        const still = await look(sql, given, now);
        return "status" in still ? still : undefined;
      }
      return {
        status: 200,
        body: {
          session_id: sessionId,
          messages: [...reply.messages],
          // Silent: what is counted. The example fits the messages of this reply.
          messages_count: reply.messages.length,
          current_state: reply.state,
          timestamp: at,
        },
      };
    });
  }

  return {
    async sendChatMessage(given) {
      const { session_id } = given.path;
      try {
        // Messages sent at once are answered one after the other (silent). A server whose connection to the database
        // breaks may lose its turn to another one in the middle; it runs the turn again then, calls included.
        for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
          const reply = await store.exclusively(`chat ${session_id}`, () => turn(given));
          if (reply !== undefined) return reply;
        }
        throw new Error(`Other messages came between ${MOST_TRIES} times.`);
      } catch (error) {
        log(`${session_id}: ${error instanceof Error ? error.stack : String(error)}`, "error");
        return { status: 500, body: detail("Message processing failed") };
      }
    },
  };
}
