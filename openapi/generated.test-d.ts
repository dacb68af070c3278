/**
 * What the generated types let through and what they refuse. Nothing here runs: the type check
 * reads it, and complains where a line that must be wrong is not.
 */
import {
  type Conversation,
  createSahutClient,
  type EventType,
  type SahutClient,
  UndocumentedAnswer,
} from "../generated/sahut/client.ts";
import {
  type OperationId,
  type OperationValidators,
  validators,
} from "../generated/sahut/validators.js";
import type { Flow, SarufiClient } from "../generated/sarufi/client.ts";
import { validators as sarufi } from "../generated/sarufi/validators.js";

const ofChatbot = { params: { path: { chatbot_id: "01J" } } };

export async function rightCallsCompile(client: SahutClient, sarufi: SarufiClient) {
  await client.GET("/conversations");
  await client.GET("/conversations", { params: { query: { status: "open" } } });
  await client.POST("/conversations/{conversation_id}/messages", {
    params: { path: { conversation_id: "conv_1" } },
    body: { content: "Hello" },
  });
  await client.PATCH("/conversations/{id}", {
    params: { path: { id: "conv_1" } },
    body: { assignee_id: null },
  });
  await client.PUT("/contacts/{id}", {
    params: { path: { id: "ct_1" } },
    body: { company: "PT Baru Indonesia", phone: null },
  });
  await client.DELETE("/webhooks/{id}", { params: { path: { id: "wh_1" } } });
  await sarufi.POST("/chatbots/{chatbot_id}/chat/sessions/{session_id}/messages", {
    params: { path: { chatbot_id: "01J", session_id: "01J" } },
    body: { message: "FAQ", button_id: "faq" },
  });
  await sarufi.GET("/me");
  await sarufi.POST("/chatbots", { body: { name: "Orders" } });
  await sarufi.PATCH("/chatbots/{chatbot_id}", { ...ofChatbot, body: {} });
  await sarufi.DELETE("/chatbots/{chatbot_id}", ofChatbot);
  await sarufi.POST("/chatbots/{chatbot_id}/flows", {
    ...ofChatbot,
    body: { name: "Main", type: "conversation", flow: { hello: { message: "Hi" } } },
  });
}

export async function wrongCallsDoNotCompile(client: SahutClient, sarufi: SarufiClient) {
  // @ts-expect-error there is no such path
  await client.GET("/conversation");
  // @ts-expect-error there is no such method on this path
  await client.DELETE("/conversations/{id}", { params: { path: { id: "conv_1" } } });
  // @ts-expect-error the path's parameter is missing
  await client.GET("/conversations/{id}");
  // @ts-expect-error there is no such status
  await client.GET("/conversations", { params: { query: { status: "closed" } } });
  // @ts-expect-error there is no such parameter
  await client.GET("/conversations", { params: { query: { limit: 10 } } });
  // @ts-expect-error a call takes params, not parameters
  await client.GET("/conversations", { parameters: { query: { status: "open" } } });
  // @ts-expect-error channel_id is missing
  await client.POST("/conversations", { body: { contact_id: "ct_1" } });
  await client.POST("/conversations/{conversation_id}/messages", {
    params: { path: { conversation_id: "conv_1" } },
    // @ts-expect-error neither a text nor a template
    body: { private: true },
  });
  await client.POST("/conversations/{conversation_id}/messages", {
    params: { path: { conversation_id: "conv_1" } },
    // @ts-expect-error there is no such field
    body: { content: "Hello", text: "Hello" },
  });
  await client.PATCH("/conversations/{id}", {
    params: { path: { id: "conv_1" } },
    // @ts-expect-error there is no such field
    body: { asignee_id: "usr_1" },
  });
  await client.PATCH("/conversations/{id}", {
    params: { path: { id: "conv_1" } },
    // @ts-expect-error there is no such status
    body: { status: "done" },
  });
  // @ts-expect-error name is missing
  await client.POST("/contacts", { body: { phone: "+628123456789" } });
  // @ts-expect-error there is no such field
  await client.POST("/contacts", { body: { name: "Budi", phone_number: "+628123456789" } });
  await client.PUT("/contacts/{id}", {
    params: { path: { id: "ct_1" } },
    // @ts-expect-error a contact has a name
    body: { name: null },
  });
  // @ts-expect-error contacts cannot be deleted
  await client.DELETE("/contacts/{id}", { params: { path: { id: "ct_1" } } });
  await client.POST("/webhooks", {
    // @ts-expect-error there is no such event
    body: { url: "https://example.com/", events: ["message.read"] },
  });
  await sarufi.POST("/chatbots/{chatbot_id}/chat/sessions/{session_id}/messages", {
    params: { path: { chatbot_id: "01J", session_id: "01J" } },
    // @ts-expect-error there is no such message type
    body: { message: "FAQ", message_type: "list" },
  });
  // @ts-expect-error a flow needs a type
  await sarufi.POST("/chatbots/{chatbot_id}/flows", { ...ofChatbot, body: { name: "Main" } });
  await sarufi.GET("/chatbots/{chatbot_id}/conversations", {
    // @ts-expect-error the states of a conversation are in capitals
    params: { ...ofChatbot.params, query: { status: "active" } },
  });
  // @ts-expect-error a chatbot is changed by PATCH
  await sarufi.PUT("/chatbots/{chatbot_id}", { ...ofChatbot, body: {} });
  // @ts-expect-error a client needs a key
  createSahutClient({});
}

export async function answersAreDataOrError(client: SahutClient, sarufi: SarufiClient) {
  const { status, data, error } = await client.GET("/conversations");
  // @ts-expect-error there may be no data, as long as nobody looked at error
  data.meta.total.toFixed();
  if (status === 404) {
    const code: "not_found" = error.error.code;
    return code;
  }
  if (error) {
    // @ts-expect-error a gateway's page has no such member
    error.error;
    if (error instanceof UndocumentedAnswer) throw error;
    // @ts-expect-error a 404 has been dealt with
    const known = error.error.code === "not_found";
    // @ts-expect-error the contract has no such code
    const unknown = error.error.code === "teapot";
    return [known, unknown, error.error.code === "unauthorized"];
  }
  const first: Conversation | undefined = data.data[0];
  // @ts-expect-error a conversation need not be assigned
  first?.assignee.id;

  const chat = await sarufi.POST("/chatbots/{chatbot_id}/chat/sessions", {
    params: { path: { chatbot_id: "01J" } },
  });
  // @ts-expect-error only Sahut's errors have a code
  if (chat.status === 401) chat.error.error;
  // @ts-expect-error the contract has no such status
  if (chat.status === 418) return;
  for (const message of chat.data?.messages ?? []) {
    if (message.type === "buttons") message.buttons.map(({ title }) => title);
    // @ts-expect-error only some messages have buttons
    else message.buttons;
  }
  return first?.status;
}

export async function everyStatusCanBeTold(client: SahutClient) {
  const answer = await client.GET("/conversations/{id}", { params: { path: { id: "conv_1" } } });
  switch (answer.status) {
    case 200:
      return answer.data.data.status;
    case "undocumented":
      return answer.error.body;
    case 400:
    case 401:
    case 403:
    case 404:
    case 422:
    case 429:
    case 500:
      return answer.error.error.message;
    default:
      return answer satisfies never;
  }
}

export async function listsAreWalkedItemByItem(client: SahutClient, sarufi: SarufiClient) {
  const query = { status: "open", page: 2, per_page: 50 } as const;
  for await (const conversation of client.pages("/conversations", { params: { query } })) {
    const id: Conversation["id"] = conversation.id;
    // @ts-expect-error there is no such field
    return [id, conversation.title];
  }
  // @ts-expect-error the path's parameter is missing
  client.pages("/conversations/{conversation_id}/messages");
  // @ts-expect-error this is no list
  client.pages("/conversations/{id}", { params: { path: { id: "conv_1" } } });
  // @ts-expect-error there is no such status
  client.pages("/conversations", { params: { query: { status: "closed" } } });
  const api = { query: { channel: "api", start_time: "2026-04-02T12:00:00Z" } };
  for await (const { status } of sarufi.pages("/chatbots/{chatbot_id}/conversations", {
    params: { ...ofChatbot.params, ...api },
  })) {
    // @ts-expect-error there is no such state
    if (status === "open") return status;
  }
  for await (const chatbot of sarufi.pages("/chatbots")) {
    // @ts-expect-error lists show chatbots in short
    return chatbot.webhook_secret;
  }
  const path = { ...ofChatbot.params.path, conversation_id: "01J" };
  const messages = "/chatbots/{chatbot_id}/conversations/{conversation_id}/messages";
  for await (const said of sarufi.pages(messages, { params: { path, query: { limit: 67 } } })) {
    const responder: "BOT" | "HUMAN" = said.responder;
    // @ts-expect-error an answer may be missing
    said.response.text;
    // @ts-expect-error a list by cursor has no page numbers
    sarufi.pages(messages, { params: { path, query: { page: 2 } } });
    return responder;
  }
  // @ts-expect-error flows come all at once
  return sarufi.pages("/chatbots/{chatbot_id}/flows", ofChatbot);
}

export function flowsAreDraftsOrPublished(flow: Flow) {
  const status: "draft" | "published" = flow.status;
  // @ts-expect-error what a state holds is not documented
  flow.flow.hello?.message;
  return status;
}

/** What is not known of a contact may be null or absent; a secret is always there. */
export async function contactsAndWebhooks(client: SahutClient, events: EventType[]) {
  for await (const contact of client.pages("/contacts", { params: { query: { tag: "vip" } } })) {
    // @ts-expect-error not every contact has an email
    contact.email.length;
    contact.tags.includes("vip");
    // @ts-expect-error there is no such field
    contact.updated_at;
  }
  const made = await client.POST("/webhooks", { body: { url: "https://example.com/", events } });
  const secret: string | undefined = made.data?.data.secret;
  const gone = await client.DELETE("/webhooks/{id}", { params: { path: { id: "wh_1" } } });
  // @ts-expect-error a webhook that is gone has no secret
  return [secret, gone.data?.data.secret];
}

export function clientsTakeOptions(key: string, baseUrl: string | undefined) {
  createSahutClient({ key, baseUrl, timeout: 5_000, retry: { attempts: 3, maxWaitSeconds: 30 } });
  // @ts-expect-error how often must be said
  createSahutClient({ key, retry: {} });
  // @ts-expect-error there is no such option
  return createSahutClient({ key, retries: 3 });
}

export function validatorsAreTypeGuards(query: unknown, body: unknown, answer: unknown) {
  if (validators.listConversations.query(query)) {
    // Defaults are filled in, so these are numbers and nothing else.
    const page: number = query.page + query.per_page;
    const status: "open" | "pending" | "resolved" | "snoozed" | undefined = query.status;
    return { page, status };
  }
  if (validators.sendMessage.body(body)) return body.content ?? body.template_id;
  if (sarufi.sendChatMessage.body(body)) return body.message_type;
  if (validators.listConversations.responses["200"](answer)) return answer.meta.total;
  // @ts-expect-error a GET takes no body
  validators.listConversations.body;
  // @ts-expect-error there is no such status
  validators.listConversations.responses["201"];
  return validators.listConversations.query.errors?.[0]?.instancePath;
}

/** A program that meets operations by id at run time sees what they have in common. */
export function validatorsAreFoundById(id: OperationId, name: string) {
  const byId: Readonly<Record<OperationId, OperationValidators>> = validators;
  const byName: Readonly<Record<string, OperationValidators>> = validators;
  return [byId[id].body?.({}), byId[id].responses["404"]?.({}), byName[name]?.query({})];
}
