import { at } from "../evidence.ts";
import { type Leftover, succeeded } from "../leftovers.ts";
import type { Call, Exchange } from "../model.ts";

const purpose = "put to rest";

/** A conversation older than the request that asked for a new one, by more than clocks differ, was there before. */
const clocksDifferByMs = 5 * 60_000;

/** A change of a conversation. */
const change = (id: string, body: Readonly<Record<string, unknown>>): Call => ({
  operationId: "updateConversation",
  path: { id },
  body,
  purpose,
});

/**
 * The conversations that a run made and did not leave resolved, since the API cannot delete them. Where the request for
 * a new one was answered with one that was there before, which is not forbidden, it is to be as it was.
 */
function conversations(exchanges: readonly Exchange[]): readonly Leftover[] {
  const open = new Map<string, Leftover>();
  const atRest = new Map<string, Readonly<Record<string, unknown>>>();
  for (const exchange of exchanges.filter(succeeded)) {
    const { call, response } = exchange;
    const data = at(response?.json, "data");
    const made = at(data, "id");
    if (call.operationId === "createConversation" && typeof made === "string") {
      const before = atRest.get(made) ?? statusBefore(exchange, data);
      const body = before ?? { status: "resolved" };
      atRest.set(made, body);
      const what = `conversation ${made}${before === undefined ? "" : ", which was there before"}`;
      open.set(made, { what, rest: change(made, body) });
    }
    const id = call.path?.id ?? "";
    const body = atRest.get(id);
    const status = at(call.body, "status");
    if (call.operationId !== "updateConversation" || body === undefined) continue;
    if (Object.entries(body).every(([name, value]) => at(call.body, name) === value))
      open.delete(id);
    else if (status !== undefined || Object.keys(body).length > 1)
      open.set(id, { what: open.get(id)?.what ?? `conversation ${id}`, rest: change(id, body) });
  }
  return [...open.values()];
}

function statusBefore(
  { startedAt }: Exchange,
  data: unknown,
): Readonly<Record<string, unknown>> | undefined {
  const age = Date.parse(startedAt) - Date.parse(String(at(data, "created_at")));
  if (!(age > clocksDifferByMs)) return undefined;
  const assignee = at(data, "assignee");
  return {
    status: at(data, "status"),
    labels: at(data, "labels"),
    ...(assignee !== undefined && { assignee_id: at(assignee, "id") ?? null }),
  };
}

/** The webhooks that a run made and did not delete; no other key than the one that made it deletes one. */
function webhooks(exchanges: readonly Exchange[]): readonly Leftover[] {
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
  return [...left].map(([id, made]) => ({
    what: `webhook ${id}`,
    rest: { operationId: "deleteWebhook", path: { id }, purpose, ...made },
  }));
}

/** The contacts that a run made. The API cannot delete them, so they stay. */
const contacts = (exchanges: readonly Exchange[]): readonly Leftover[] =>
  exchanges
    .filter((exchange) => exchange.call.operationId === "createContact" && succeeded(exchange))
    .map(({ response }) => ({ what: `contact ${String(at(response?.json, "data", "id"))}` }));

/** What a run made in the inbox and has not put to rest. */
export const leftovers = (exchanges: readonly Exchange[]): readonly Leftover[] => [
  ...conversations(exchanges),
  ...webhooks(exchanges),
  ...contacts(exchanges),
];
