import { conversationVariants } from "./sahut-conversations.ts";
import { generalVariants as sahutGeneral } from "./sahut-general.ts";
import { messageVariants } from "./sahut-messages.ts";
import { chatVariants } from "./sarufi-chat.ts";
import { generalVariants as sarufiGeneral } from "./sarufi-general.ts";
import { transportVariants } from "./transport.ts";
import type { Variant } from "./variant.ts";

/** Every right server that is not the reference server. */
export const variants: readonly Variant[] = [
  ...transportVariants,
  ...sahutGeneral,
  ...conversationVariants,
  ...messageVariants,
  ...sarufiGeneral,
  ...chatVariants,
];
