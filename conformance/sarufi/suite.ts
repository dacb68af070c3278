import type { Suite } from "../suite.ts";
import { choicesIn, ownMessage, ownSession } from "./chat.ts";
import { choiceChecks } from "./choices.ts";
import { lifecycleChecks } from "./lifecycle.ts";
import { sessionChecks } from "./sessions.ts";
import { silentPoints } from "./silent.ts";
import { timeChecks } from "./times.ts";

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
    { name: "other_workspace_key", about: "a key of another workspace", secret: true },
  ],
  discoveries: {
    button_id: async ({ use }) => choicesIn((await use(ownSession)).control).map(({ id }) => id),
  },
  controls: { createChatSession: ownSession, sendChatMessage: ownMessage },
  unknownKey: "sk-concordat-unknown-key",
  // Whether the type `button` may come without a button is not documented.
  authoredInstead: {
    "sarufi/derived/sendChatMessage/body/message_type/accepts-button":
      "sarufi/messages/button-type-is-accepted",
  },
  checks: [...sessionChecks, ...choiceChecks, ...lifecycleChecks, ...timeChecks, ...silentPoints],
};
