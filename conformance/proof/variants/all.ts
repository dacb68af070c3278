import { contactVariants } from "./sahut-contacts.ts";
import { conversationVariants } from "./sahut-conversations.ts";
import { deliveryVariants } from "./sahut-deliveries.ts";
import { generalVariants as sahutGeneral } from "./sahut-general.ts";
import { messageVariants } from "./sahut-messages.ts";
import { silentVariants as sahutSilent } from "./sahut-silent.ts";
import { startingVariants } from "./sahut-starting.ts";
import { webhookVariants } from "./sahut-webhooks.ts";
import { chatVariants } from "./sarufi-chat.ts";
import { chatbotVariants } from "./sarufi-chatbots.ts";
import { conversationVariants as sarufiConversations } from "./sarufi-conversations.ts";
import { flowVariants } from "./sarufi-flows.ts";
import { generalVariants as sarufiGeneral } from "./sarufi-general.ts";
import { silentVariants as sarufiSilent } from "./sarufi-silent.ts";
import { transportVariants } from "./transport.ts";
import type { Variant } from "./variant.ts";

/** Every right server that is not the reference server. */
export const variants: readonly Variant[] = [
  ...transportVariants,
  ...sahutGeneral,
  ...startingVariants,
  ...conversationVariants,
  ...messageVariants,
  ...contactVariants,
  ...webhookVariants,
  ...deliveryVariants,
  ...sahutSilent,
  ...sarufiGeneral,
  ...chatVariants,
  ...sarufiConversations,
  ...chatbotVariants,
  ...flowVariants,
  ...sarufiSilent,
];
