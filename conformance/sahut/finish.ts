import { at, isSuccess } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { change } from "./inbox.ts";
import { unsubscribe } from "./webhooks.ts";

/** Whether an exchange was answered with a success. */
export const succeeded = ({ response }: Exchange): boolean =>
  response !== undefined && isSuccess(response);

/** The conversations that a run made and did not leave resolved. */
export function unfinished(exchanges: readonly Exchange[]): readonly string[] {
  const states = new Map<string, unknown>();
  for (const { call, response } of exchanges.filter(succeeded)) {
    const made = at(response?.json, "data", "id");
    if (call.operationId === "createConversation" && typeof made === "string")
      states.set(made, "open");
    const id = call.path?.id ?? "";
    const status = at(call.body, "status");
    if (call.operationId === "updateConversation" && states.has(id) && status !== undefined)
      states.set(id, status);
  }
  return [...states].filter(([, status]) => status !== "resolved").map(([id]) => id);
}

/** The webhooks that a run made and did not delete; another workspace's key deletes nothing. */
export function leftWebhooks(exchanges: readonly Exchange[]): readonly string[] {
  const left = new Set<string>();
  for (const { call, response } of exchanges.filter(succeeded)) {
    const made = at(response?.json, "data", "id");
    if (call.operationId === "createWebhook" && typeof made === "string") left.add(made);
    if (call.operationId === "deleteWebhook" && call.authorization === undefined)
      left.delete(call.path?.id ?? "");
  }
  return [...left];
}

/** Resolves the conversations that the run made, since the API cannot delete them, and deletes its webhooks. */
export const finish = (exchanges: readonly Exchange[]): Probe<readonly Exchange[]> => ({
  name: "what was made, put to rest",
  run: async (context) => {
    const left: Exchange[] = [];
    for (const id of unfinished(exchanges)) {
      left.push(await change(context, id, { status: "resolved" }, "put to rest"));
    }
    for (const id of leftWebhooks(exchanges)) {
      left.push(await unsubscribe(context, id, "put to rest"));
    }
    return left;
  },
});
