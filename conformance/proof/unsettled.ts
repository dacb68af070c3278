import type { Equivalents } from "./equivalents.ts";

/**
 * Every derived mutant for which nothing fails, and which is not called conformant either: the run ends undetermined, and
 * says why. Looked at one by one.
 */
export const unsettled: readonly Equivalents[] = [
  {
    because:
      "A key that is refused at the first request is a dead end: the run stops there, and says that it looked no further.",
    mutants: [
      "sahut/listConversations/200/becomes-401",
      "sahut/listConversations/200/becomes-403",
      "sahut/listConversations/200/becomes-a-whole-401",
      "sahut/listConversations/200/becomes-a-whole-403",
      "sarufi/createChatSession/201/becomes-401",
      "sarufi/createChatSession/201/becomes-403",
      "sarufi/createChatSession/201/becomes-a-whole-401",
    ],
  },
  {
    because:
      "A 410 says that a session has ended, as any may: what it was to be refused for was not seen.",
    mutants: [
      "sarufi/sendChatMessage/422/becomes-410",
      "sarufi/sendChatMessage/422/becomes-a-whole-410",
    ],
  },
  {
    because:
      "A 429 is no answer to judge: the suite waits, asks again, and says which promises it could not see.",
    mutants: [
      "sahut/updateContact/403/becomes-429",
      "sahut/updateContact/403/becomes-a-whole-429",
      "sarufi/createChatbot/201/becomes-429",
      "sarufi/createChatbot/401/becomes-429",
      "sarufi/createChatbot/409/becomes-429",
      "sarufi/createChatbot/422/becomes-429",
      "sarufi/createFlow/201/becomes-429",
      "sarufi/createFlow/401/becomes-429",
      "sarufi/createFlow/404/becomes-429",
      "sarufi/createFlow/422/becomes-429",
      "sarufi/deleteChatbot/204/becomes-429",
      "sarufi/deleteChatbot/401/becomes-429",
      "sarufi/deleteChatbot/404/becomes-429",
      "sarufi/deleteFlow/204/becomes-429",
      "sarufi/deleteFlow/401/becomes-429",
      "sarufi/deleteFlow/404/becomes-429",
      "sarufi/getChatbot/200/becomes-429",
      "sarufi/getChatbot/401/becomes-429",
      "sarufi/getChatbot/404/becomes-429",
      "sarufi/getChatbotStats/200/becomes-429",
      "sarufi/getChatbotStats/401/becomes-429",
      "sarufi/getChatbotStats/404/becomes-429",
      "sarufi/getFlow/200/becomes-429",
      "sarufi/getFlow/401/becomes-429",
      "sarufi/getFlow/404/becomes-429",
      "sarufi/listFlows/200/becomes-429",
      "sarufi/listFlows/401/becomes-429",
      "sarufi/listFlows/404/becomes-429",
      "sarufi/publishFlow/200/becomes-429",
      "sarufi/publishFlow/400/becomes-429",
      "sarufi/publishFlow/401/becomes-429",
      "sarufi/publishFlow/404/becomes-429",
      "sarufi/sendChatMessage/400/becomes-429",
      "sarufi/sendChatMessage/410/becomes-429",
      "sarufi/updateChatbot/200/becomes-429",
      "sarufi/updateChatbot/401/becomes-429",
      "sarufi/updateChatbot/404/becomes-429",
      "sarufi/updateChatbot/409/becomes-429",
      "sarufi/updateChatbot/422/becomes-429",
      "sarufi/updateFlow/200/becomes-429",
      "sarufi/updateFlow/401/becomes-429",
      "sarufi/updateFlow/404/becomes-429",
      "sarufi/updateFlow/422/becomes-429",
      "sarufi/validateFlow/200/becomes-429",
      "sarufi/validateFlow/401/becomes-429",
      "sarufi/validateFlow/404/becomes-429",
    ],
  },
];
