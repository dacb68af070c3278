import type { LooseAnswer } from "../../../server/contract/handlers.ts";
import { at } from "../../evidence.ts";
import { body, handling } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";
import { openToStrangers } from "./sarufi-tampering.ts";

const publish = "publishFlow";
const get = "getFlow";

const publication = (id: unknown): LooseAnswer => ({
  status: 200,
  body: { id, status: "published", published_at: new Date().toISOString() },
});

/** Publishes the first flow of each chatbot, and says that it published the others. */
function onlyTheFirst() {
  const done = new Set<unknown>();
  return handling(publish, async (call, next) => {
    if (done.has(call.path.chatbot_id)) return publication(call.path.flow_id);
    const answer = await next(call);
    if (answer.status === 200) done.add(call.path.chatbot_id);
    return answer;
  });
}

/** Still knows a flow that was deleted. */
function undeleted() {
  const kept = new Map<unknown, LooseAnswer>();
  return handling(["deleteFlow", get], async (call, next, { getFlow }) => {
    const before = await getFlow?.(call);
    if (before?.status === 200) kept.set(call.path.flow_id, before);
    const answer = await next(call);
    return (answer.status === 404 ? kept.get(call.path.flow_id) : undefined) ?? answer;
  });
}

/** Finds a flow whatever chatbot it is looked for under. */
function homeless() {
  const homes = new Map<string, string>();
  return handling(["createFlow", get], async (call, next) => {
    const { chatbot_id = "", flow_id } = call.path;
    const home = homes.get(flow_id ?? "") ?? chatbot_id;
    const answer = await next({ ...call, path: { ...call.path, chatbot_id: home } });
    if (answer.status === 201) homes.set(String(at(answer.body, "id")), chatbot_id);
    return answer;
  });
}

/** Chats by whatever was published, a form for WhatsApp included. */
function metaSpeaks() {
  const forms = new Set<unknown>();
  return handling([publish, "createChatSession"], async (call, next, { getFlow }) => {
    const { chatbot_id, flow_id } = call.path;
    const answer = await next(call);
    if (flow_id !== undefined && at((await getFlow?.(call))?.body, "type") === "meta")
      forms.add(chatbot_id);
    if (answer.status !== 400 || !forms.has(chatbot_id)) return answer;
    const created_at = new Date().toISOString();
    const session_id = "01HX1A0000SESS10N000000009";
    return { status: 201, body: { session_id, channel: "api", created_at, messages: [] } };
  });
}

/** Flows as they are published, spoken by, and deleted. */
export const flowEndingMutants = mutantsOf(
  "sarufi",
  {
    "publishing-does-nothing": {
      breaks: "A flow that was published is live.",
      kills: ["sarufi/flows/is-published", "sarufi/flows/published-is-live"],
      fault: handling(publish, async (call, _, { getFlow }) => {
        const flow = await getFlow?.(call);
        return flow?.status === 404 ? flow : publication(call.path.flow_id);
      }),
    },
    "first-publication-stays": {
      breaks: "A flow that is published replaces the one before.",
      kills: ["sarufi/flows/publishing-replaces-the-live-one"],
      fault: onlyTheFirst(),
    },
    "errors-published": {
      breaks: "A flow with errors is not published.",
      kills: ["sarufi/flows/errors-are-not-published"],
      fault: handling(publish, async (call, next) => {
        const answer = await next(call);
        return answer.status === 400 ? publication(call.path.flow_id) : answer;
      }),
    },
    "publication-of-another-flow": {
      breaks: "The answer to a publication names the flow.",
      kills: ["sarufi/flows/is-published"],
      fault: body(publish, "id", (id) => `${String(id).slice(0, -1)}?`),
    },
    "published-long-ago": {
      breaks: "A flow was published when it was published.",
      kills: ["sarufi/flows/is-published"],
      fault: body(publish, "published_at", () => "2020-01-01T00:00:00Z"),
    },
    "published-but-a-draft": {
      breaks: "A published flow reads as published.",
      kills: ["sarufi/flows/is-published"],
      fault: body(get, "status", () => "draft"),
    },
    "greeted-by-nobody": {
      breaks: "A session is greeted by what the flow's first state says.",
      kills: ["sarufi/flows/greets-by-its-first-state"],
      fault: body("createChatSession", "messages", () => []),
    },
    "default-ignored": {
      breaks: "Input that fits no transition follows `default`.",
      kills: ["sarufi/flows/default-is-the-fallback"],
      fault: body("sendChatMessage", "current_state", (state) =>
        String(state).startsWith("thank_") ? "greet_user" : state,
      ),
    },
    "meta-flows-are-live": {
      breaks: "A published flow of the type `meta` is not what chats run by.",
      kills: ["sarufi/flows/meta-is-not-live"],
      fault: metaSpeaks(),
    },
    "flow-not-deleted": {
      breaks: "A flow that was deleted is not there any more.",
      kills: [
        "sarufi/flows/deleted-is-gone",
        "sarufi/flows/deleted-is-silent",
        "sarufi/flows/none-is-live-once-deleted",
      ],
      fault: handling("deleteFlow", async () => ({ status: 204 })),
    },
    "deleted-flow-still-read": {
      breaks: "A flow that was deleted is answered like one that never was.",
      kills: ["sarufi/flows/deleted-is-gone"],
      fault: undeleted(),
    },
    "deleted-flow-still-talks": {
      breaks: "A running chat gets no answers by a flow that was deleted.",
      kills: ["sarufi/flows/deleted-is-silent"],
      fault: handling("sendChatMessage", async (call, next) => {
        const answer = await next(call);
        return answer.status === 410
          ? {
              status: 200,
              body: {
                session_id: call.path.session_id,
                messages: [{ type: "text", text: "Still here" }],
                messages_count: 1,
                current_state: "here",
                timestamp: new Date().toISOString(),
              },
            }
          : answer;
      }),
    },
    "flow-under-any-chatbot": {
      breaks: "A flow does not exist under another chatbot.",
      kills: ["sarufi/flows/belong-to-their-chatbot"],
      fault: homeless(),
    },
    ...Object.fromEntries(
      ["listFlows", get, "validateFlow", "updateFlow", "createFlow", publish, "deleteFlow"].map(
        (operation) => [
          `flows-of-another-workspace-by-${operation}`,
          {
            breaks: "A key reaches no flow of another workspace.",
            kills: ["sarufi/keys/flows-are-apart"] as const,
            only: ["sarufi/keys/flows-are-apart"],
            fault: openToStrangers(operation),
          },
        ],
      ),
    ),
  },
  { features: true, only: ["sarufi/flows"] },
);
