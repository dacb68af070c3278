import { operationMutants } from "./every-operation.ts";
import { keyMutants } from "./keys.ts";
import { limitMutants } from "./limits.ts";
import type { Mutant } from "./mutant.ts";
import { answerMutants } from "./sahut-answers.ts";
import { contactListMutants } from "./sahut-contact-list.ts";
import { contactMutants } from "./sahut-contacts.ts";
import { creationMutants } from "./sahut-creating.ts";
import { deliveryMutants } from "./sahut-deliveries.ts";
import { filterMutants } from "./sahut-filters.ts";
import { messageMutants } from "./sahut-messages.ts";
import { paginationMutants } from "./sahut-pagination.ts";
import { updateMutants } from "./sahut-updates.ts";
import { webhookMutants } from "./sahut-webhooks.ts";
import { chatbotMutants } from "./sarufi-chatbots.ts";
import { conversationMutants } from "./sarufi-conversations.ts";
import { flowEndingMutants } from "./sarufi-flow-endings.ts";
import { flowMutants } from "./sarufi-flows.ts";
import { historyMutants } from "./sarufi-history.ts";
import { chatMutants } from "./sarufi-messages.ts";
import { requestMutants } from "./sarufi-requests.ts";
import { sessionMutants } from "./sarufi-sessions.ts";
import { shapeMutants } from "./sarufi-shapes.ts";

/** Every wrong server. */
export const mutants: readonly Mutant[] = [
  ...filterMutants,
  ...paginationMutants,
  ...creationMutants,
  ...updateMutants,
  ...messageMutants,
  ...answerMutants,
  ...keyMutants,
  ...limitMutants,
  ...contactMutants,
  ...contactListMutants,
  ...webhookMutants,
  ...deliveryMutants,
  ...sessionMutants,
  ...chatMutants,
  ...shapeMutants,
  ...conversationMutants,
  ...historyMutants,
  ...chatbotMutants,
  ...flowMutants,
  ...flowEndingMutants,
  ...requestMutants,
  ...operationMutants,
];
