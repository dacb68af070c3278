/** Mutants that break nothing: the documentation permits what they do. */
export interface Equivalents {
  readonly because: string;
  readonly mutants: readonly string[];
}

/** Every derived mutant that survives, looked at one by one. */
export const equivalents: readonly Equivalents[] = [
  {
    because: "Whether creating is answered 200 or 201, no text of Sahut says.",
    mutants: [
      "sahut/createContact/201/becomes-200",
      "sahut/createConversation/201/becomes-200",
      "sahut/createWebhook/201/becomes-200",
      "sahut/sendMessage/201/becomes-200",
    ],
  },
  {
    because:
      "A 429 is no answer to judge: the suite waits, asks again, and says what it could not see. No must is left unseen.",
    mutants: [
      "sahut/createWebhook/422/becomes-429",
      "sahut/createWebhook/422/becomes-a-whole-429",
      "sahut/updateContact/422/becomes-429",
      "sahut/updateContact/422/becomes-a-whole-429",
      "sarufi/listConversations/400/becomes-429",
    ],
  },
  {
    because:
      "What deleting a webhook is answered with, and what becomes of one that is not there, no text says.",
    mutants: [
      "sahut/deleteWebhook/200/becomes-204",
      "sahut/deleteWebhook/200/is-that-of-createContact",
      "sahut/deleteWebhook/200/is-that-of-createConversation",
      "sahut/deleteWebhook/200/is-that-of-createWebhook",
      "sahut/deleteWebhook/200/is-that-of-getContact",
      "sahut/deleteWebhook/200/is-that-of-getConversation",
      "sahut/deleteWebhook/200/is-that-of-listContacts",
      "sahut/deleteWebhook/200/is-that-of-listConversations",
      "sahut/deleteWebhook/200/is-that-of-listMessages",
      "sahut/deleteWebhook/200/is-that-of-sendMessage",
      "sahut/deleteWebhook/200/is-that-of-updateContact",
      "sahut/deleteWebhook/200/is-that-of-updateConversation",
      "sahut/deleteWebhook/404/becomes-204",
      "sahut/deleteWebhook/404/becomes-a-whole-200",
      "sahut/deleteWebhook/404/becomes-a-whole-204",
      "sahut/deleteWebhook/404/becomes-a-whole-401",
      "sahut/deleteWebhook/404/becomes-a-whole-403",
    ],
  },
  {
    because:
      "One text allows 100 chatbots on a page, another 37: only what both allow is asked of a server.",
    mutants: ["sarufi/listChatbots/query/limit/maximum-refused"],
  },
  {
    because: "Whether null clears a member of a contact, no text says.",
    mutants: [
      "sahut/updateContact/body/company/type-null-refused",
      "sahut/updateContact/body/phone/type-null-refused",
    ],
  },
  {
    because: "Whether an event that there is not is refused, no text says.",
    mutants: ["sahut/createWebhook/body/events[]/enum-not-enforced"],
  },
  {
    because: "Whether an unknown id in a body is 400, 404 or 422, no text says.",
    mutants: ["sahut/createConversation/422/becomes-a-whole-404"],
  },
  {
    because:
      "That a taken name is 409 is said of creating; of renaming, only that it is refused may be inferred.",
    mutants: [
      "sarufi/updateChatbot/409/becomes-400",
      "sarufi/updateChatbot/409/becomes-422",
      "sarufi/updateChatbot/409/becomes-a-whole-400",
      "sarufi/updateChatbot/409/becomes-a-whole-422",
    ],
  },
  {
    because: "Whether publishing a flow with errors is 400, 409 or 422, no text says.",
    mutants: [
      "sarufi/publishFlow/400/becomes-409",
      "sarufi/publishFlow/400/becomes-422",
      "sarufi/publishFlow/400/becomes-a-whole-409",
      "sarufi/publishFlow/400/becomes-a-whole-422",
    ],
  },
  {
    because:
      "The only 400 answers a cursor that no list gave, and what becomes of such a one no text says.",
    mutants: [
      "sarufi/listConversations/400/becomes-401",
      "sarufi/listConversations/400/becomes-403",
      "sarufi/listConversations/400/becomes-404",
      "sarufi/listConversations/400/becomes-422",
      "sarufi/listConversations/400/becomes-a-whole-200",
      "sarufi/listConversations/400/becomes-a-whole-401",
      "sarufi/listConversations/400/becomes-a-whole-404",
      "sarufi/listConversations/400/becomes-a-whole-422",
    ],
  },
  {
    because:
      "Which requests that do not fit are 400 and which 422, no text says: the two meanings overlap.",
    mutants: [
      "sahut/createContact/400/becomes-a-whole-422",
      "sahut/createConversation/400/becomes-a-whole-422",
      "sahut/createConversation/422/becomes-a-whole-400",
      "sahut/createWebhook/400/becomes-a-whole-422",
      "sahut/createWebhook/422/becomes-a-whole-400",
      "sahut/listContacts/400/becomes-a-whole-422",
      "sahut/listContacts/422/becomes-a-whole-400",
      "sahut/listConversations/400/becomes-a-whole-422",
      "sahut/listConversations/422/becomes-a-whole-400",
      "sahut/listMessages/400/becomes-a-whole-422",
      "sahut/listMessages/422/becomes-a-whole-400",
      "sahut/sendMessage/400/becomes-a-whole-422",
      "sahut/sendMessage/422/becomes-a-whole-400",
      "sahut/updateContact/400/becomes-a-whole-422",
      "sahut/updateContact/422/becomes-a-whole-400",
      "sahut/updateConversation/400/becomes-a-whole-422",
      "sahut/updateConversation/422/becomes-a-whole-400",
      "sarufi/createChatbot/422/becomes-400",
      "sarufi/createChatbot/422/becomes-a-whole-400",
      "sarufi/createFlow/422/becomes-400",
      "sarufi/createFlow/422/becomes-a-whole-400",
      "sarufi/listChatbots/422/becomes-400",
      "sarufi/listChatbots/422/becomes-a-whole-400",
      "sarufi/listConversationMessages/422/becomes-400",
      "sarufi/listConversationMessages/422/becomes-a-whole-400",
      "sarufi/listConversations/422/becomes-400",
      "sarufi/listConversations/422/becomes-a-whole-400",
      "sarufi/sendChatMessage/400/becomes-422",
      "sarufi/sendChatMessage/400/becomes-a-whole-422",
      "sarufi/sendChatMessage/422/becomes-400",
      "sarufi/sendChatMessage/422/becomes-a-whole-400",
      "sarufi/updateChatbot/422/becomes-400",
      "sarufi/updateChatbot/422/becomes-a-whole-400",
      "sarufi/updateFlow/422/becomes-400",
      "sarufi/updateFlow/422/becomes-a-whole-400",
    ],
  },
  {
    because:
      "These 422 answer what may be bent to what is possible, such as a page of 101 items, or what no text demands to be refused.",
    mutants: [
      "sahut/createWebhook/422/becomes-a-whole-200",
      "sahut/createWebhook/422/becomes-a-whole-201",
      "sahut/listContacts/422/becomes-a-whole-200",
      "sahut/listMessages/422/becomes-a-whole-200",
      "sahut/updateContact/422/becomes-a-whole-200",
      "sarufi/listChatbots/422/becomes-a-whole-200",
      "sarufi/listConversationMessages/422/becomes-a-whole-200",
      "sarufi/listConversations/422/becomes-a-whole-200",
    ],
  },
  {
    because:
      "These answer values of another type, or of a form that no text demands: what becomes of those is open, as long as the status is a documented one.",
    mutants: [
      "sahut/createWebhook/422/becomes-a-whole-401",
      "sahut/createWebhook/422/becomes-a-whole-403",
      "sahut/createWebhook/422/becomes-a-whole-404",
      "sahut/listContacts/400/becomes-a-whole-200",
      "sahut/listConversations/400/becomes-a-whole-200",
      "sahut/listMessages/400/becomes-a-whole-200",
      "sahut/sendMessage/400/becomes-a-whole-200",
      "sahut/sendMessage/400/becomes-a-whole-201",
      "sahut/sendMessage/400/becomes-a-whole-401",
      "sahut/sendMessage/400/becomes-a-whole-403",
      "sahut/sendMessage/400/becomes-a-whole-404",
      "sahut/updateContact/400/becomes-a-whole-200",
      "sahut/updateContact/400/becomes-a-whole-401",
      "sahut/updateContact/400/becomes-a-whole-403",
      "sahut/updateContact/400/becomes-a-whole-404",
      "sahut/updateContact/422/becomes-a-whole-401",
      "sahut/updateContact/422/becomes-a-whole-403",
      "sahut/updateContact/422/becomes-a-whole-404",
      "sahut/updateConversation/400/becomes-a-whole-200",
      "sahut/updateConversation/400/becomes-a-whole-401",
      "sahut/updateConversation/400/becomes-a-whole-403",
      "sahut/updateConversation/400/becomes-a-whole-404",
    ],
  },
];
