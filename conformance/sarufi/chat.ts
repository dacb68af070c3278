import { at, control, listAt, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";

/** A text that no flow waits for. */
export const neutral = "Concordat asks 7f3a";

/** Starts a session with the configured chatbot. */
export async function startSession(context: ProbeContext, purpose: string): Promise<Exchange> {
  const [chatbot_id] = await context.fixture("chatbot_id");
  return context.send({ operationId: "createChatSession", path: { chatbot_id }, purpose });
}

/** Says something in a session that was started. */
export async function say(
  context: ProbeContext,
  session: Exchange,
  body: Readonly<Record<string, unknown>>,
  purpose: string,
): Promise<Exchange> {
  const [chatbot_id] = await context.fixture("chatbot_id");
  const session_id = textAt(session, "session_id");
  return context.send({
    operationId: "sendChatMessage",
    path: { chatbot_id, session_id },
    body,
    purpose,
  });
}

/** The run's first session. */
export const ownSession: ControlProbe = {
  name: "a session of our own",
  run: async (context) => ({ control: await startSession(context, "a new session") }),
};

/** A text said in the first session. */
export const ownMessage: ControlProbe = {
  name: "a message in our session",
  run: async (context) => {
    const session = (await context.use(ownSession)).control;
    return { control: await say(context, session, { message: neutral }, "a text message") };
  },
};

/** Something that the user can pick. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** The buttons and list rows that a session's greeting or a reply offers, in order. */
export function choicesIn(exchange: Exchange): readonly Choice[] {
  return listAt(exchange, "messages").flatMap((message) => {
    const buttons = at(message, "buttons");
    const sections = at(message, "sections");
    const rows = Array.isArray(sections)
      ? sections.flatMap((section) => at(section, "rows") ?? [])
      : [];
    return [...(Array.isArray(buttons) ? buttons : []), ...rows].flatMap((choice: unknown) => {
      const [id, title] = [at(choice, "id"), at(choice, "title")];
      return typeof id === "string" && typeof title === "string" ? [{ id, title }] : [];
    });
  });
}

/** Where a reply left the flow, in a form to compare: its state, else the kinds of messages that it holds. */
export function placeOf(reply: Exchange): string {
  const { json } = control(reply);
  const state = at(json, "current_state");
  if (typeof state === "string") return `the state ${state}`;
  return `messages ${kindsOf(reply).join(", ")}`;
}

/** The types of the messages in a greeting or a reply. */
export const kindsOf = (exchange: Exchange): readonly string[] =>
  listAt(exchange, "messages").map((message) => String(at(message, "type")));

/** A choice of the greeting: configured, or the first that it shows. */
export const greetingChoice: Probe<Choice> = {
  name: "a choice of the greeting",
  run: async (context) => {
    const [id] = await context.fixture("button_id");
    const known = choicesIn((await context.use(ownSession)).control).find(
      (choice) => choice.id === id,
    );
    return known ?? { id, title: id };
  },
};
