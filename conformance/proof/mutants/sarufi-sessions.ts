import type { LooseAnswer } from "../../../server/contract/handlers.ts";
import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import type { JsonObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { asked, body, type Fault, handling, leaving } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";

const { chatbotId, closedSessionId, expiredSessionId } = sarufiDemo;
const both = ["createChatSession", "sendChatMessage"];

/** All sessions of a chatbot are one behind their ids: the first. */
function sharedState(): Fault {
  const first = new Map<unknown, string>();
  const made = new Set<string>();
  return handling(both, async (call, next) => {
    const { chatbot_id, session_id } = call.path;
    const shared = first.get(chatbot_id);
    if (session_id === undefined) {
      const answer = await next(call);
      const id = at(answer.body, "session_id");
      if (typeof id !== "string") return answer;
      made.add(id);
      if (shared === undefined) first.set(chatbot_id, id);
      return answer;
    }
    if (shared === undefined || !made.has(session_id)) return next(call);
    const answer = await next({ ...call, path: { ...call.path, session_id: shared } });
    return { ...answer, body: { ...answer.body, session_id } };
  });
}

/** The session that was made first, again and again. */
function oneSession(): Fault {
  const first = new Map<unknown, LooseAnswer>();
  return handling("createChatSession", async (call, next) => {
    const answer = first.get(call.path.chatbot_id) ?? (await next(call));
    if (answer.status === 201) first.set(call.path.chatbot_id, answer);
    return answer;
  });
}

/** A new session of our chatbot starts where the last message left another: what was said there is said here again. */
function inheritedState(): Fault {
  const said = new Map<unknown, readonly JsonObject[]>();
  let last: readonly JsonObject[] = [];
  return handling(both, async (call, next, { sendChatMessage }) => {
    const answer = await next(call);
    const session_id = at(answer.body, "session_id");
    if (call.path.chatbot_id !== chatbotId || typeof session_id !== "string") return answer;
    if (call.path.session_id === undefined) {
      for (const body of last)
        await sendChatMessage?.({ ...call, path: { ...call.path, session_id }, body });
      said.set(session_id, last);
    } else {
      last = [...(said.get(session_id) ?? []), call.body];
      said.set(session_id, last);
    }
    return answer;
  });
}

/** Greets whoever comes later as somebody who is known. */
function familiar(): Fault {
  let greeted = false;
  return body("createChatSession", "messages", (messages) => {
    const again = greeted;
    greeted = true;
    return again ? [{ type: "text", text: "Welcome back!" }] : messages;
  });
}

/** Names the last session that was made, in every reply. */
function mixedUp(): Fault {
  let first: unknown;
  return body(both, "session_id", (id) => {
    first ??= id;
    return id === first ? `${String(id)}X`.slice(1) : id;
  });
}

const answering = (session: string, status: number, detail: string): Fault =>
  leaving("sendChatMessage", (_, { path }) =>
    path.includes(session) ? { status, body: { detail } } : {},
  );

const alive = (session: string): Fault =>
  handling("sendChatMessage", async (call, next, { createChatSession }) => {
    if (call.path.session_id !== session) return next(call);
    const made = await createChatSession?.(call);
    const session_id = String(at(made?.body, "session_id"));
    return next({ ...call, path: { ...call.path, session_id } });
  });

export const sessionMutants = mutantsOf("sarufi", {
  "sessions-share-their-state": {
    breaks: "A session's state is its own, whatever other sessions do meanwhile.",
    kills: ["sarufi/sessions/start-at-the-initial-state", "sarufi/sessions/keep-their-own-state"],
    fault: sharedState(),
  },
  "state-outlives-the-session": {
    breaks: "A session starts at the flow's initial state.",
    kills: ["sarufi/sessions"],
    fault: inheritedState(),
  },
  "session-ids-reused": {
    breaks: "Every created session is a new one.",
    kills: ["sarufi/sessions/ids-are-unique"],
    fault: oneSession(),
  },
  "greets-the-first-visitor-only": {
    breaks: "A session is greeted as a first-time visitor.",
    kills: ["sarufi/sessions/greeting-is-the-same-for-everyone"],
    fault: familiar(),
  },
  "reply-names-another-session": {
    breaks: "A reply names the session that it was asked in.",
    kills: ["sarufi/sessions/reply-names-its-session"],
    fault: body("sendChatMessage", "session_id", (id) => `${String(id)}0`),
  },
  "created-session-is-not-there": {
    breaks: "A session that was created takes messages.",
    kills: ["sarufi/derived/sendChatMessage/accepts-valid-request"],
    fault: mixedUp(),
  },
  "closed-session-is-not-found": {
    breaks: "A message to a closed session is answered 410, not 404.",
    kills: ["sarufi/sessions/closed-session-is-gone"],
    fault: answering(closedSessionId, 404, "Chat session not found"),
  },
  "closed-session-answers": {
    breaks: "A message to a closed session is answered 410, not by the bot.",
    kills: ["sarufi/sessions/closed-session-is-gone"],
    fault: alive(closedSessionId),
  },
  "expired-session-answers": {
    breaks: "A session without a message for 30 minutes takes no more of them.",
    kills: ["sarufi/sessions/expired-session-does-not-answer"],
    fault: alive(expiredSessionId),
  },
  "unpublished-chatbot-answers": {
    breaks: "A session with a chatbot that has no published flow is answered 400.",
    kills: ["sarufi/sessions/need-a-published-flow"],
    fault: leaving("createChatSession", ({ status }) =>
      status === 400
        ? {
            status: 201,
            body: {
              session_id: "01HX1A0000SESS10N000000009",
              channel: "api",
              created_at: new Date().toISOString(),
              messages: [],
            },
          }
        : {},
    ),
  },
  "unpublished-chatbot-is-not-found": {
    breaks: "A session with a chatbot that has no published flow is answered 400, not 404.",
    kills: ["sarufi/sessions/need-a-published-flow"],
    fault: leaving("createChatSession", ({ status }) => (status === 400 ? { status: 404 } : {})),
  },
  "session-under-any-chatbot": {
    breaks: "A session does not exist under another chatbot.",
    kills: ["sarufi/sessions/belong-to-their-chatbot"],
    fault: handling("sendChatMessage", async (call, next) => {
      const answer = await next(call);
      const { chatbotId: ours, otherChatbotId: other } = sarufiDemo;
      if (answer.status !== 404) return answer;
      const chatbot_id = call.path.chatbot_id === ours ? other : ours;
      return next({ ...call, path: { ...call.path, chatbot_id } });
    }),
  },
  "unknown-chatbot-is-a-bad-request": {
    breaks: "An unknown chatbot is answered 404.",
    kills: ["sarufi/derived/createChatSession/path/chatbot_id/unknown"],
    fault: leaving("createChatSession", ({ status }) => (status === 404 ? { status: 400 } : {})),
  },
  "unknown-session-is-gone": {
    breaks: "An unknown session is answered 404, not 410.",
    kills: ["sarufi/derived/sendChatMessage/path/session_id/unknown"],
    fault: leaving("sendChatMessage", ({ status }) => (status === 404 ? { status: 410 } : {})),
  },
  "unknown-session-is-made-up": {
    breaks: "An unknown session is answered 404, not with a new one.",
    kills: ["sarufi/derived/sendChatMessage/path/session_id/unknown"],
    fault: handling("sendChatMessage", async (call, next, { createChatSession }) => {
      const answer = await next(call);
      if (answer.status !== 404) return answer;
      const session_id = at((await createChatSession?.(call))?.body, "session_id");
      if (typeof session_id !== "string") return answer;
      return next({ ...call, path: { ...call.path, session_id } });
    }),
  },
  "chatbot-of-a-message-unchecked": {
    breaks: "A message to an unknown chatbot is answered 404.",
    kills: ["sarufi/derived/sendChatMessage/path/chatbot_id/unknown"],
    fault: asked("sendChatMessage", ({ path }) =>
      Object.values(sarufiDemo).includes(path.chatbot_id ?? "")
        ? {}
        : { path: { ...path, chatbot_id: chatbotId } },
    ),
  },
  "sessions-start-in-1970": {
    breaks: "A session's `created_at` is the time at which it was made.",
    kills: ["sarufi/timestamps/session-starts-now"],
    fault: body("createChatSession", "created_at", () => "1970-01-01T00:00:00Z"),
  },
});
