import type { TargetConfig } from "../config.ts";
import { at } from "../evidence.ts";

/** What every tool is told of a target: a key, and where an operation finds something. */
export interface Prepared {
  readonly key: string;
  /** Values of parameters, by operation and name; `*` stands for any other operation. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Makes on a sound server what tools are to work on: things to delete, a session, a cursor. */
export async function prepare({ suite, url, keys }: TargetConfig): Promise<Prepared> {
  const key = keys.get("key") ?? "";
  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer.json();
  };
  return { key, parameters: await (suite.api === "sahut" ? sahut(send) : sarufi(send)) };
}

type Send = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** The contract's examples fit the demo data, but for the webhook. */
async function sahut(send: Send): Promise<Prepared["parameters"]> {
  const url = "https://yourserver.com/sahut-webhook";
  const webhook = await send("POST", "/webhooks", { url, events: ["message.created"] });
  return { deleteWebhook: { id: String(at(webhook, "data", "id")) } };
}

const chatbot = "01HX1A0000CHATB0T000000001";

async function sarufi(send: Send): Promise<Prepared["parameters"]> {
  const inside = `/chatbots/${chatbot}`;
  const conversation = "01HX1A0000C0NV000000000059";
  const session = await send("POST", `${inside}/chat/sessions`);
  const spare = await send("POST", "/chatbots", { name: "To be deleted" });
  const flow = (name: string) => send("POST", `${inside}/flows`, { name, type: "conversation" });
  const draft = await flow("A draft");
  const spareFlow = await flow("A draft to be deleted");
  const cursor = async (path: string) =>
    String(at(await send("GET", `${path}?limit=1`), "next_cursor"));
  return {
    "*": {
      chatbot_id: chatbot,
      session_id: String(at(session, "session_id")),
      conversation_id: conversation,
      flow_id: "01HX1A0000F10W000000000001",
    },
    listConversations: { cursor: await cursor(`${inside}/conversations`) },
    listConversationMessages: {
      cursor: await cursor(`${inside}/conversations/${conversation}/messages`),
    },
    listChatbots: { cursor: await cursor("/chatbots") },
    deleteChatbot: { chatbot_id: String(at(spare, "id")) },
    updateFlow: { flow_id: String(at(draft, "id")) },
    deleteFlow: { flow_id: String(at(spareFlow, "id")) },
  };
}
