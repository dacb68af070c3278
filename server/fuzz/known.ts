import { sahutDemo } from "../demo/sahut.ts";
import { sarufiDemo } from "../demo/sarufi.ts";

/** Ids and words of the demo that mean something to the server, by the name of the member that takes them. */
export const known: Readonly<Record<string, readonly string[]>> = {
  contact_id: [sahutDemo.contactId, "ct_01HX3C0L4N6P8Q", "ct_01HX4E2N6P8R0S"],
  channel_id: [sahutDemo.channelId, sahutDemo.whatsappChannelId, "ch_01HX1C0L4N6P8Q"],
  assignee_id: [...sahutDemo.agentIds],
  agent_id: [...sahutDemo.agentIds],
  team_id: [sahutDemo.teamId],
  template_id: [sahutDemo.templateId],
  conversation_id: [sahutDemo.conversationId, "conv_01HXR000000001", "conv_01HXZ000000000"],
  chatbot_id: [sarufiDemo.chatbotId, sarufiDemo.otherChatbotId, sarufiDemo.unpublishedChatbotId],
  session_id: [sarufiDemo.closedSessionId, sarufiDemo.expiredSessionId],
  flow_id: ["01HX1A0000F10W000000000001"],
  // Addresses that nobody is looked up at, let alone asked.
  url: ["https://example.com/hook", "http://127.0.0.1:1/", "https://10.0.0.1/", "https://[::1]/"],
  events: ["message.created", "conversation.created", "contact.created", "conversation.updated"],
  phone: ["+628123456789", "+628999000111"],
  email: ["siti@example.com", "a@example.org"],
  operation_id: ["sendChatMessage", "listContacts", "getMe"],
  key: [sahutDemo.starterKey, sarufiDemo.strictKey],
  plan: ["starter", "pro", "business", "standard", "strict"],
  message: ["faq", "support", "hello", "1", "back"],
};

/** Every key of the demo that may be sent, the best one first. */
export const keys: Readonly<Record<string, readonly string[]>> = {
  sahut: [sahutDemo.key, sahutDemo.otherWorkspaceKey, sahutDemo.readOnlyKey, sahutDemo.starterKey],
  sarufi: [sarufiDemo.key, sarufiDemo.otherWorkspaceKey, sarufiDemo.strictKey],
};
