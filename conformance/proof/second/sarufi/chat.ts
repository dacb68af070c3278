import { randomInt } from "node:crypto";
import type { Faults } from "../faults.ts";
import type { Chatbot, Session } from "./data.ts";
import { Refusal, unfit } from "./refusal.ts";
import { saidIn } from "./said.ts";

const silenceMs = 30 * 60_000;

/** To the microsecond, with the offset spelled out. */
const stamp = (at: number): string => new Date(at).toISOString().replace("Z", "000+00:00");

/** POST …/chat/sessions: takes no body, not even an empty object. */
export function startSession(
  chatbot: Chatbot,
  sessions: Map<string, Session>,
  body: string,
  now: number,
  faults: Faults,
): unknown {
  if (!chatbot.published && !faults.has("drafts-talk"))
    throw new Refusal(400, "No published flow found for this chatbot");
  if (body !== "") unfit(undefined, "no body expected");
  const { start, states } = chatbot.bot;
  const greeting = states[start]?.says ?? [];
  const messages = faults.has("greets-once") && chatbot.greeted > 0 ? greeting.slice(1) : greeting;
  chatbot.greeted += 1;
  chatbot.state = start;
  const [earlier] = faults.has("one-session-for-all") ? sessions.keys() : [];
  const id = earlier ?? `api:${chatbot.id}:${randomInt(2 ** 47).toString(36)}`;
  sessions.set(id, { id, chatbot, state: start, said: messages.length, lastAt: now });
  return { messages, created_at: stamp(now), channel: "api", session_id: id, locale: "sw" };
}

/**
 * The session in which something can be said.
 * @throws Refusal 404 where there is none, or none any more; 410 where the talk is over
 */
export function openSession(
  chatbot: Chatbot,
  session: Session | undefined,
  now: number,
  faults: Faults,
): Session {
  const gone = new Refusal(404, "Chat session not found");
  if (session === undefined) throw gone;
  if (session.chatbot !== chatbot && !faults.has("sessions-of-anybody")) throw gone;
  const { picks, otherwise } = session.chatbot.bot.states[session.state] ?? {};
  if (picks === undefined && otherwise === undefined)
    throw faults.has("closed-is-unknown") ? gone : new Refusal(410, "Chat session has been closed");
  if (now - session.lastAt >= silenceMs && !faults.has("never-expires")) throw gone;
  return session;
}

/** POST …/chat/sessions/{session_id}/messages: counts all that the bot has said in the session. */
export function answer(session: Session, body: string, now: number, faults: Faults): unknown {
  const { picked } = saidIn(body, faults);
  const { chatbot } = session;
  const { states } = chatbot.bot;
  const state = states[faults.has("state-of-the-chatbot") ? chatbot.state : session.state];
  const next = picked === undefined ? state?.otherwise : state?.picks?.[picked];
  if (next === undefined) throw new Refusal(400, "That choice is not on offer");
  const messages = states[next]?.says ?? [];
  chatbot.state = next;
  session.state = next;
  session.said += messages.length;
  session.lastAt = now;
  const over = states[next]?.picks === undefined;
  return {
    timestamp: stamp(now),
    current_state: over ? null : next,
    messages_count: faults.has("counts-one-less") ? messages.length - 1 : session.said,
    messages,
    session_id: session.id,
  };
}
