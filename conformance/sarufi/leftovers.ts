import { at } from "../evidence.ts";
import { type Leftover, succeeded } from "../leftovers.ts";
import type { Exchange } from "../model.ts";

const purpose = "what the run made, deleted";

/**
 * What a run made and did not delete: its chatbots, whose flows go with them, and the flows that it wrote for other
 * chatbots. Its sessions end by themselves when nothing is said in them.
 */
export function leftovers(exchanges: readonly Exchange[]): readonly Leftover[] {
  const chatbots = new Set<string>();
  const flows = new Map<string, string>();
  for (const { call, response } of exchanges.filter(succeeded)) {
    const { chatbot_id = "", flow_id = "" } = call.path ?? {};
    const id = at(response?.json, "id");
    if (call.operationId === "deleteChatbot") chatbots.delete(chatbot_id);
    if (call.operationId === "deleteFlow") flows.delete(flow_id);
    if (typeof id !== "string") continue;
    if (call.operationId === "createChatbot") chatbots.add(id);
    if (call.operationId === "createFlow") flows.set(id, chatbot_id);
  }
  const made = new Set(
    exchanges
      .filter(({ call }) => call.operationId === "createChatbot")
      .map(({ response }) => at(response?.json, "id")),
  );
  return [
    ...[...flows]
      .filter(([, chatbot_id]) => !made.has(chatbot_id))
      .map(([flow_id, chatbot_id]) => ({
        what: `flow ${flow_id} of chatbot ${chatbot_id}`,
        rest: { operationId: "deleteFlow", path: { chatbot_id, flow_id }, purpose },
      })),
    ...[...chatbots].map((chatbot_id) => ({
      what: `chatbot ${chatbot_id}`,
      rest: { operationId: "deleteChatbot", path: { chatbot_id }, purpose },
    })),
  ];
}
