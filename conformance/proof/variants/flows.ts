import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import { readFlow } from "../../../server/flow/flow.ts";
import { type Place, start, step, type Turn } from "../../../server/flow/interpret.ts";
import { isObject } from "../../contract/json.ts";
import { around, type Fault, type Handle, handling, together } from "../fault/fault.ts";

/** What a chat server makes of a flow, where the documentation leaves it open. */
export interface Telling {
  /** The state that a reply names. Default: the flow's. */
  readonly stateOf?: (turn: Turn) => string | null;
  /** What the bot says. Default: what the flow says. */
  readonly messagesOf?: (turn: Turn) => readonly unknown[];
  /** Whether a closed session is refused before the body is looked at. Default: false. */
  readonly closedFirst?: boolean;
}

interface Chat {
  readonly place: Place;
  readonly closed: boolean;
}

const noCalls = async () => "failed" as const;

const gone = { status: 410, body: { detail: "Chat session has been closed" } };

/** Runs another flow behind the configured chatbot; everything else is left to the reference server. */
export function flow(definition: unknown, telling: Telling = {}): Fault {
  const script = readFlow(definition);
  const chats = new Map<string, Chat>();
  const { stateOf = ({ state }: Turn) => state, messagesOf = ({ messages }: Turn) => messages } =
    telling;

  const greet: Handle = async (call, next) => {
    const answer = await next(call);
    if (call.path.chatbot_id !== sarufiDemo.chatbotId || !isObject(answer.body)) return answer;
    const greeting = await start(script, {}, noCalls);
    const { session_id } = answer.body;
    chats.set(String(session_id), { place: greeting, closed: greeting.ended });
    return { ...answer, body: { ...answer.body, messages: messagesOf(greeting) } };
  };

  const say: Handle = async (call, next) => {
    const { session_id = "" } = call.path;
    const chat = chats.get(session_id);
    // The reference server knows whose session it is, and under which chatbot; what its own flow says is of no account.
    const answer = await next(call);
    if (chat === undefined || answer.status === 404) return answer;
    if (chat.closed) return gone;
    const { message, button_id } = call.body;
    const optionId = typeof button_id === "string" ? button_id : undefined;
    const turn = await step(script, chat.place, { text: String(message), optionId }, noCalls);
    chats.set(session_id, { place: turn, closed: turn.ended });
    const messages = messagesOf(turn);
    return {
      ...answer,
      body: {
        ...answer.body,
        messages,
        messages_count: messages.length,
        current_state: stateOf(turn),
      },
    };
  };

  const early = around("sendChatMessage", async ({ path, authorization }, proceed) => {
    const [, session_id = ""] = /sessions\/(\w+)\//.exec(path) ?? [];
    const own = authorization === `Bearer ${sarufiDemo.key}` && path.includes(sarufiDemo.chatbotId);
    return own && chats.get(session_id)?.closed === true ? { ...gone, headers: {} } : proceed();
  });
  return together(
    telling.closedFirst === true ? early : {},
    handling("createChatSession", greet),
    handling("sendChatMessage", say),
  );
}
