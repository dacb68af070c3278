import contract from "../../generated/sarufi/contract.json" with { type: "json" };
import type { operations } from "../../generated/sarufi/types.ts";
import { validators } from "../../generated/sarufi/validators.js";
import type { Key } from "../access/keys.ts";
import type { Quota } from "../access/rate-limit.ts";
import type { Api } from "../contract/api.ts";
import { type Handlers, handlerTable } from "../contract/handlers.ts";
import type { Services } from "../services.ts";
import { chatMessages } from "./chat-messages.ts";
import { chatSessions } from "./chat-sessions.ts";
import { chatbotStats } from "./chatbot-stats.ts";
import { chatbots } from "./chatbots.ts";
import { conversations } from "./conversations.ts";
import { errorBodies } from "./errors.ts";
import { versionLoader } from "./flow-rows.ts";
import { flows } from "./flows.ts";
import { publishing } from "./publishing.ts";
import { tables } from "./tables.ts";
import { workspace } from "./workspace.ts";

export type SarufiHandlers = Handlers<operations, typeof validators>;

export const sarufi: Api = {
  name: "sarufi",
  contract,
  validators,
  errorBodies,
  tables,
  quota,
  remembered: [
    "listChatbots",
    "getChatbot",
    "listConversations",
    "getConversation",
    "listConversationMessages",
    "listFlows",
    "getFlow",
  ],
  plans: ["standard", "strict"],
  handlers(services: Services) {
    const loadVersion = versionLoader();
    const handlers: SarufiHandlers = {
      ...chatSessions(services, loadVersion),
      ...chatMessages(services, loadVersion),
      ...conversations(services),
      ...workspace(services),
      ...chatbots(services),
      ...chatbotStats(services),
      ...flows(services),
      ...publishing(services),
    };
    return handlerTable(handlers);
  },
};

/**
 * One read a second and one write in two, on average, for the whole workspace.
 * Silent: over which time. We take an hour, so that bursts pass; the plan `strict` gets none.
 */
function quota({ workspaceId, plan }: Key, writes: boolean): Quota {
  const secondsEach = writes ? 2 : 1;
  const seconds = plan === "strict" ? secondsEach : 3600;
  return {
    bucket: `${workspaceId} ${writes ? "writes" : "reads"}`,
    requests: seconds / secondsEach,
    seconds,
  };
}
