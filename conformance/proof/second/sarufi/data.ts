import { type Bot, shop } from "./bot.ts";

/** What there is to know of the data from outside. */
export const sarufiDemo = {
  key: "sk-second-duka-4b81",
  otherWorkspaceKey: "sk-second-jirani-e95a",
  chatbotId: "7001",
  otherChatbotId: "7002",
  unpublishedChatbotId: "7003",
  closedSessionId: "api:7001:closed",
  expiredSessionId: "api:7001:expired",
} as const;

export interface Chatbot {
  readonly id: string;
  readonly workspace: string;
  readonly bot: Bot;
  readonly published: boolean;
  /** Where every talk with it is: for the fault of the same name. */
  state: string;
  /** How often it has been asked for a greeting. */
  greeted: number;
}

export interface Session {
  readonly id: string;
  readonly chatbot: Chatbot;
  state: string;
  /** How much the bot has said in it. */
  said: number;
  /** When something was said last, in milliseconds since 1970. */
  lastAt: number;
}

/** The workspaces by their keys. */
export const sarufiKeys: ReadonlyMap<string, string> = new Map([
  [sarufiDemo.key, "duka"],
  [sarufiDemo.otherWorkspaceKey, "jirani"],
]);

/** Three chatbots of one workspace, the last without a published flow. */
export function sarufiChatbots(): ReadonlyMap<string, Chatbot> {
  const { chatbotId, otherChatbotId, unpublishedChatbotId } = sarufiDemo;
  const ids = [chatbotId, otherChatbotId, unpublishedChatbotId];
  return new Map(
    ids.map((id) => [
      id,
      {
        id,
        workspace: "duka",
        bot: shop,
        published: id !== unpublishedChatbotId,
        state: shop.start,
        greeted: 0,
      },
    ]),
  );
}

/** Two sessions of the first chatbot: one whose talk is over, and one left alone for an hour. */
export function earlierSessions(
  chatbots: ReadonlyMap<string, Chatbot>,
  now: number,
): Map<string, Session> {
  const chatbot = chatbots.get(sarufiDemo.chatbotId);
  if (chatbot === undefined) return new Map();
  const session = { chatbot, state: shop.start, said: 2, lastAt: now - 3_600_000 };
  const { closedSessionId, expiredSessionId } = sarufiDemo;
  return new Map([
    [closedSessionId, { ...session, id: closedSessionId, state: "kwaheri", lastAt: now }],
    [expiredSessionId, { ...session, id: expiredSessionId }],
  ]);
}
