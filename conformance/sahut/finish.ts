import { at, isSuccess } from "../evidence.ts";
import type { Call, Exchange } from "../model.ts";
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

/** The webhooks that a run made and did not delete, each with the key that made it: no other deletes it. */
export function leftWebhooks(
  exchanges: readonly Exchange[],
): readonly (readonly [id: string, made: Pick<Call, "authorization">])[] {
  const left = new Map<string, Pick<Call, "authorization">>();
  for (const { call, response } of exchanges.filter(succeeded)) {
    const { authorization } = call;
    const made = at(response?.json, "data", "id");
    const id = call.path?.id ?? "";
    if (call.operationId === "createWebhook" && typeof made === "string")
      left.set(made, authorization === undefined ? {} : { authorization });
    if (call.operationId === "deleteWebhook" && left.get(id)?.authorization === authorization)
      left.delete(id);
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
    for (const [id, made] of leftWebhooks(exchanges)) {
      left.push(await unsubscribe(context, id, "put to rest", made));
    }
    return left;
  },
});
