import type { Suite } from "../suite.ts";
import { choicesIn, ownMessage, ownSession } from "./chat.ts";
import { chatbotChangeChecks } from "./chatbot-change-checks.ts";
import { chatbotChecks } from "./chatbot-checks.ts";
import { chatbotListChecks } from "./chatbot-list-checks.ts";
import { chatbotControls } from "./chatbots.ts";
import { choiceChecks } from "./choices.ts";
import { conversationChannelChecks } from "./conversation-channels.ts";
import { conversationReadingChecks } from "./conversation-reading.ts";
import { conversationStatusChecks } from "./conversation-statuses.ts";
import { conversationTimeChecks } from "./conversation-times.ts";
import { conversationList, ownConversation, ownHistory } from "./conversations.ts";
import { flowControls } from "./flow-controls.ts";
import { flowDraftChecks } from "./flow-draft-checks.ts";
import { flowEndingChecks } from "./flow-ending-checks.ts";
import { flowPublishingChecks } from "./flow-publishing-checks.ts";
import { flowValidationChecks } from "./flow-validation-checks.ts";
import { historyChecks } from "./history.ts";
import { leftovers } from "./leftovers.ts";
import { lifecycleChecks } from "./lifecycle.ts";
import { sessionChecks } from "./sessions.ts";
import { silentPoints } from "./silent.ts";
import { conversationSilentPoints } from "./silent-conversations.ts";
import { generalSilentPoints } from "./silent-general.ts";
import { resourceSilentPoints } from "./silent-resources.ts";
import { timeChecks } from "./times.ts";
import { account, workspaceChecks } from "./workspace.ts";

const root = new URL("../../", import.meta.url);

/** The Sarufi developer API. */
export const sarufi: Suite = {
  api: "sarufi",
  contract: new URL("generated/sarufi/contract.json", root),
  catalogue: new URL("openapi/sarufi/requirements.yaml", root),
  features: ["conversations", "flows", "chatbots", "workspace"],
  fixtures: [
    { name: "chatbot_id", about: "a chatbot with a published flow", essential: true },
    { name: "button_id", about: "a button of that flow's greeting" },
    { name: "other_chatbot_id", about: "another chatbot with a published flow" },
    { name: "unpublished_chatbot_id", about: "a chatbot without a published flow" },
    { name: "closed_session_id", about: "a session of the chatbot that has been closed" },
    {
      name: "expired_session_id",
      about: "a session of the chatbot without a message for over 30 minutes",
    },
    { name: "scratch_chatbot_id", about: "a chatbot without flows, for the run to write some" },
    {
      name: "flow",
      about:
        "a flow definition as the deployment writes it, JSON, with CONCORDAT for what every state says",
    },
    { name: "other_workspace_key", about: "a key of another workspace", secret: true },
  ],
  discoveries: {
    button_id: async ({ use }) => choicesIn((await use(ownSession)).control).map(({ id }) => id),
  },
  controls: {
    createChatSession: ownSession,
    sendChatMessage: ownMessage,
    listConversations: conversationList,
    getConversation: ownConversation,
    listConversationMessages: ownHistory,
    getMe: account,
    ...chatbotControls,
    ...flowControls,
  },
  unknownKey: "sk-concordat-unknown-key",
  // Whether the type `button` may come without a button is not documented, nor whether two flows may have one name;
  // two pages disagree on the largest page of chatbots. Each state is asked for once, for its acceptance and for what it
  // lets through.
  authoredInstead: {
    "sarufi/derived/listChatbots/query/limit/accepts-maximum":
      "sarufi/chatbots/page-of-37-is-accepted",
    "sarufi/derived/createFlow/body/type/accepts-conversation": "sarufi/flows/both-types-are-made",
    "sarufi/derived/createFlow/body/type/accepts-meta": "sarufi/flows/both-types-are-made",
    "sarufi/derived/listConversations/query/status/accepts-ACTIVE":
      "sarufi/conversations/every-status-is-accepted",
    "sarufi/derived/listConversations/query/status/accepts-CLOSED":
      "sarufi/conversations/every-status-is-accepted",
    "sarufi/derived/listConversations/query/status/accepts-ARCHIVED":
      "sarufi/conversations/every-status-is-accepted",
    "sarufi/derived/listConversations/query/status/accepts-HANDOFF_PENDING":
      "sarufi/conversations/every-status-is-accepted",
    "sarufi/derived/listConversations/query/status/accepts-AGENT_ACTIVE":
      "sarufi/conversations/every-status-is-accepted",
    "sarufi/derived/sendChatMessage/body/message_type/accepts-button":
      "sarufi/messages/button-type-is-accepted",
  },
  checks: [
    ...sessionChecks,
    ...choiceChecks,
    ...lifecycleChecks,
    ...timeChecks,
    ...conversationReadingChecks,
    ...conversationChannelChecks,
    ...conversationStatusChecks,
    ...conversationTimeChecks,
    ...historyChecks,
    ...workspaceChecks,
    ...chatbotChecks,
    ...chatbotChangeChecks,
    ...chatbotListChecks,
    ...flowDraftChecks,
    ...flowValidationChecks,
    ...flowPublishingChecks,
    ...flowEndingChecks,
    ...silentPoints,
    ...generalSilentPoints,
    ...conversationSilentPoints,
    ...resourceSilentPoints,
  ],
  // Introduction, Rate limits: of each workspace, on average.
  limits: {
    standard: [
      { of: "reads", requests: 1, seconds: 1 },
      { of: "writes", requests: 1, seconds: 2 },
    ],
  },
  leftovers,
  journeys: async () => (await import("./journeys/journeys.ts")).journeys,
};
