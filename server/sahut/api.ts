import contract from "../../generated/sahut/contract.json" with { type: "json" };
import type { operations } from "../../generated/sahut/types.ts";
import { validators } from "../../generated/sahut/validators.js";
import type { Api } from "../contract/api.ts";
import { type Handlers, handlerTable } from "../contract/handlers.ts";
import type { Services } from "../services.ts";
import { contacts } from "./contacts.ts";
import { conversations } from "./conversations.ts";
import { deliveries } from "./deliveries.ts";
import { errorBodies } from "./errors.ts";
import { messages } from "./messages.ts";
import { endOfSnoozes } from "./snoozes.ts";
import { tables } from "./tables.ts";
import { webhooks } from "./webhooks.ts";

export type SahutHandlers = Handlers<operations, typeof validators>;

/** Requests a minute and key, by the key's plan: Introduction, Rate limits. */
const REQUESTS_PER_MINUTE: Readonly<Record<string, number>> = {
  starter: 60,
  pro: 300,
  business: 1000,
};

export const sahut: Api = {
  name: "sahut",
  contract,
  validators,
  errorBodies,
  tables,
  // Silent: the window. It is fixed, and starts with the key's first request.
  quota: ({ id, plan }) => ({
    bucket: id,
    requests: REQUESTS_PER_MINUTE[plan] ?? 60,
    seconds: 60,
  }),
  remembered: [
    "listConversations",
    "getConversation",
    "listMessages",
    "listContacts",
    "getContact",
  ],
  plans: Object.keys(REQUESTS_PER_MINUTE),
  handlers(services: Services) {
    const handlers: SahutHandlers = {
      ...conversations(services),
      ...messages(services),
      ...contacts(services),
      ...webhooks(services),
    };
    return handlerTable(handlers);
  },
  dueWork: (services) => [endOfSnoozes(services), deliveries(services)],
};
