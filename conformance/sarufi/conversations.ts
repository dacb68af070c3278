import { at, control, isSuccess, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { ownSession, say, startSession } from "./chat.ts";
import { idOf, itemWith, type Walk, walk } from "./walk.ts";

type Query = Readonly<Record<string, string>>;

/** A chat, and where it stands among the chatbot's conversations. */
export interface Recorded {
  readonly session: Exchange;
  readonly sessionId: string;
  /** Two texts said in it, one after the other. */
  readonly said: readonly Exchange[];
  /** Narrows lists to what the run itself has started. */
  readonly since: string;
  readonly listing: Walk;
  /** Its id among the conversations; undefined where it was not found. */
  readonly id?: string;
  readonly item?: unknown;
}

/** Lists the chatbot's conversations. */
export async function listed(context: ProbeContext, query: Query, most = 1): Promise<Walk> {
  const [chatbot_id] = await context.fixture("chatbot_id");
  const filters = Object.entries(query).map(([name, value]) => `${name} ${value}`);
  return walk(
    context,
    {
      operationId: "listConversations",
      items: "conversations",
      path: { chatbot_id },
      query: { limit: "67", ...query },
      purpose: `conversations, ${filters.join(", ")}`,
    },
    most,
  );
}

/** A time some seconds after another one, or before it. */
export const shifted = (time: string, seconds: number): string =>
  `${new Date(Date.parse(time) + seconds * 1000).toISOString().slice(0, 19)}Z`;

const pagesSearched = 5;

/**
 * A chat that is looked for among the conversations: by its session's id, or else (that the ids are the same is not
 * said) as the one that was not there before.
 */
export const recorded: Probe<Recorded> = {
  name: "a chat among the conversations",
  run: async (context) => {
    const first = (await context.use(ownSession)).control;
    const since = shifted(textAt(first, "created_at"), -60);
    const filter = { channel: "api", start_time: since };
    const before = await listed(context, filter, pagesSearched);
    const session = await startSession(context, "a session to be found again");
    const sessionId = textAt(session, "session_id");
    const said = [
      await say(context, session, { message: "Concordat says one thing" }, "one thing said"),
      await say(context, session, { message: "Concordat says another" }, "another thing said"),
    ];
    const listing = await listed(context, filter, pagesSearched);
    const fresh = listing.items.filter((item) => itemWith(before.items, idOf(item)) === undefined);
    const item = itemWith(listing.items, sessionId) ?? (fresh.length === 1 ? fresh[0] : undefined);
    const found = item === undefined ? {} : { id: idOf(item), item };
    return { session, sessionId, said, since, listing, ...found };
  },
};

/** The path of the recorded chat's conversation. */
export async function ownPath(context: ProbeContext): Promise<Readonly<Record<string, string>>> {
  const [chatbot_id] = await context.fixture("chatbot_id");
  const { id } = await context.use(recorded);
  if (id === undefined) untestable("the session is not found among the conversations");
  return { chatbot_id, conversation_id: id };
}

/** The texts that were said and taken. */
export const textsOf = ({ said }: Recorded): readonly string[] =>
  said
    .filter(({ response }) => response !== undefined && isSuccess(response))
    .map(({ call }) => String(at(call.body, "message")));

/** A list without a filter. */
export const conversationList: ControlProbe = {
  name: "all conversations",
  run: async (context) => {
    const [chatbot_id] = await context.fixture("chatbot_id");
    const control = await context.send({
      operationId: "listConversations",
      path: { chatbot_id },
      purpose: "the chatbot's conversations",
    });
    return { control };
  },
};

export const ownConversation: ControlProbe = {
  name: "the recorded chat, read",
  run: async (context) => ({
    control: await context.send({
      operationId: "getConversation",
      path: await ownPath(context),
      purpose: "the conversation of a session",
    }),
  }),
};

export const ownHistory: ControlProbe = {
  name: "what was said in the recorded chat",
  run: async (context) => ({
    control: await context.send({
      operationId: "listConversationMessages",
      path: await ownPath(context),
      purpose: "the messages of a session",
    }),
  }),
};

/** The recorded chat's status, as reading it says. */
export const statusOf = (conversation: Exchange): string =>
  String(at(control(conversation).json, "status"));
