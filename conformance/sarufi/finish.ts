import { at, isSuccess } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";

/** Something that a run made, by the path that deletes it. */
export interface Made {
  readonly operationId: "deleteChatbot" | "deleteFlow";
  readonly path: Readonly<Record<string, string>>;
}

const succeeded = ({ response }: Exchange): boolean =>
  response !== undefined && isSuccess(response);

/**
 * What a run made and did not delete: its chatbots, whose flows go with them, and the flows that it wrote for other
 * chatbots.
 */
export function leftovers(exchanges: readonly Exchange[]): readonly Made[] {
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
      .map(
        ([flow_id, chatbot_id]): Made => ({
          operationId: "deleteFlow",
          path: { chatbot_id, flow_id },
        }),
      ),
    ...[...chatbots].map(
      (chatbot_id): Made => ({ operationId: "deleteChatbot", path: { chatbot_id } }),
    ),
  ];
}

/** Deletes what the run made. */
export const finish = (exchanges: readonly Exchange[]): Probe<readonly Exchange[]> => ({
  name: "what was made, deleted",
  run: async ({ send }) => {
    const left: Exchange[] = [];
    for (const made of leftovers(exchanges)) {
      left.push(await send({ ...made, purpose: "what the run made, deleted" }));
    }
    return left;
  },
});
