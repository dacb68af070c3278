import type { LooseAnswer } from "../../../server/contract/handlers.ts";
import { arrayAt, isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { body, type Fault, handling, together } from "../fault/fault.ts";
import { isNew } from "../mutants/sarufi-tampering.ts";
import { variantsOf } from "./variant.ts";

const check = "validateFlow";
const publish = "publishFlow";
const say = "sendChatMessage";
const ways = ["createFlow", "getFlow", "updateFlow", "listFlows"];

/** Refuses a publication with another status. */
const refusedWith = (status: number, detail: unknown): Fault =>
  handling(publish, async (call, next) => {
    const answer = await next(call);
    return answer.status === 400 ? { status, body: { detail } } : answer;
  });

/** Refuses publications of flows that some condition holds of. */
const unpublished = (status: number, holds: (flow: unknown) => boolean): Fault =>
  handling(publish, async (call, next, { getFlow }) => {
    const flow = (await getFlow?.(call))?.body;
    return flow !== undefined && holds(flow)
      ? { status, body: { detail: "This flow is not published" } }
      : next(call);
  });

/** Finds an error in definitions that some condition holds of. */
const strict = (holds: (definition: unknown) => boolean, error: unknown): Fault =>
  handling(check, async (call, next, { getFlow }) => {
    const answer = await next(call);
    const definition = at((await getFlow?.(call))?.body, "flow");
    return answer.status === 200 && holds(definition)
      ? { status: 200, body: { valid: false, errors: [error], warnings: [] } }
      : answer;
  });

/** Answers otherwise where the reference server says that a chat's flow was deleted. */
const silenced = (instead: (session: string | undefined) => LooseAnswer): Fault =>
  handling(say, async (call, next) => {
    const answer = await next(call);
    return answer.status === 410 && isNew(call.path.chatbot_id)
      ? instead(call.path.session_id)
      : answer;
  });

/** What has happened to a flow, and the statuses that flows are shown with instead of their own. */
type Remember = (
  event: "change" | "publication",
  id: string,
  status: unknown,
  shown: Map<string, string>,
) => void;

/** Shows statuses of flows as a server does that keeps other ones. */
function statuses(remember: Remember): Fault {
  const shown = new Map<string, string>();
  const seen = (flow: unknown): unknown =>
    isObject(flow) ? { ...flow, status: shown.get(String(flow.id)) ?? flow.status } : flow;
  return together(
    body(["getFlow", "updateFlow"], "", seen),
    body("listFlows", "items.*", seen),
    handling([publish, "updateFlow"], async (call, next) => {
      const answer = await next(call);
      const published = at(answer.body, "published_at") !== undefined;
      if (answer.status === 200)
        remember(
          published ? "publication" : "change",
          String(call.path.flow_id),
          at(answer.body, "status"),
          shown,
        );
      return answer;
    }),
  );
}

/** Goes on by the flow that was published last, in chats that began with another. */
function movesOn(): Fault {
  const published = new Map<unknown, number>();
  const begun = new Map<unknown, number>();
  const heirs = new Map<string, string>();
  return handling([publish, "createChatSession", say], async (call, next, others) => {
    const { chatbot_id, session_id } = call.path;
    const now = published.get(chatbot_id) ?? 0;
    if (session_id !== undefined && (begun.get(session_id) ?? now) < now) {
      const heir = (await others.createChatSession?.(call))?.body;
      begun.set(session_id, now);
      heirs.set(session_id, String(at(heir, "session_id") ?? session_id));
    }
    const heir = heirs.get(session_id ?? "");
    const path = heir === undefined ? call.path : { ...call.path, session_id: heir };
    const answer = await next({ ...call, path });
    if (answer.status >= 300) return answer;
    if (call.path.flow_id !== undefined) published.set(chatbot_id, now + 1);
    else if (session_id === undefined) begun.set(at(answer.body, "session_id"), now);
    return heir === undefined ? answer : { ...answer, body: { ...answer.body, session_id } };
  });
}

const wrapped = (definition: unknown): boolean => at(definition, "states") !== undefined;

export const flowVariants = variantsOf(
  "sarufi",
  {
    "flow-names-taken-once": {
      does: "No two flows of a chatbot have the same name.",
      open: "F17",
      fault: () =>
        handling(["createFlow", "updateFlow"], async (call, next, { listFlows }) => {
          const flows = arrayAt((await listFlows?.(call))?.body, "items");
          const taken = flows.some(
            (flow) => at(flow, "name") === call.body.name && at(flow, "id") !== call.path.flow_id,
          );
          return taken ? { status: 409, body: { detail: "This name is taken" } } : next(call);
        }),
    },
    "states-need-a-wrapper": {
      does: "A definition has its states in `states`.",
      open: "C9",
      fault: () => strict((definition) => !wrapped(definition), "states is missing"),
    },
    "states-need-no-wrapper": {
      does: "A definition has its states at the top.",
      open: "C9",
      fault: () => strict(wrapped, { path: "states", message: "states is no state" }),
    },
    "definitions-shown-in-a-wrapper": {
      does: "A definition reads with its states in `states`.",
      open: "C9",
      fault: () =>
        body(ways, "flow", (states) =>
          isObject(states) && !wrapped(states) ? { states } : states,
        ),
    },
    "errors-are-texts": {
      does: "An error of a flow is a text.",
      open: "F13",
      fault: () => body(check, "errors.*", (error) => at(error, "message")),
    },
    "flow-errors-are-422": {
      does: "The publication of a flow with errors is answered 422.",
      open: "F14",
      fault: () => refusedWith(422, [{ loc: ["flow"], msg: "no such state" }]),
    },
    "flow-errors-are-conflicts": {
      does: "The publication of a flow with errors is answered 409.",
      open: "F14",
      fault: () => refusedWith(409, "This flow has errors"),
    },
    "published-once": {
      does: "A flow that is published is not published again.",
      open: "F14",
      fault: () => unpublished(409, (flow) => at(flow, "status") === "published"),
    },
    "meta-flows-need-screens": {
      does: "A blank meta flow is not published.",
      open: "F16",
      fault: () => unpublished(400, (flow) => at(flow, "type") === "meta"),
    },
    "replaced-flows-stay-published": {
      does: "A flow that was published stays so when another one is.",
      open: "F14",
      fault: () =>
        statuses((event, id, _, shown) => {
          if (event === "publication") shown.set(id, "published");
        }),
    },
    "changed-flows-are-drafts": {
      does: "A published flow that is changed is a draft until it is published again.",
      open: "F15",
      fault: () =>
        statuses((event, id, status, shown) => {
          if (event === "publication") shown.delete(id);
          if (event === "change" && status === "published") shown.set(id, "draft");
        }),
    },
    "changes-go-live": {
      does: "A change of a published flow is live at once.",
      open: "F15",
      fault: () =>
        handling("updateFlow", async (call, next, { publishFlow }) => {
          const answer = await next(call);
          if (at(answer.body, "status") === "published") await publishFlow?.(call);
          return answer;
        }),
    },
    "chats-move-on": {
      does: "Running chats go on by the flow that was published last.",
      open: "H12",
      fault: movesOn,
    },
    "deleted-flow-says-nothing": {
      does: "A chat by a deleted flow gets replies without messages.",
      open: "H12",
      fault: () =>
        silenced((session_id) => ({
          status: 200,
          body: {
            session_id,
            messages: [],
            messages_count: 0,
            current_state: null,
            timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
          },
        })),
    },
    "deleted-flow-is-a-bad-request": {
      does: "A message in a chat by a deleted flow is a bad request.",
      open: "H12",
      fault: () =>
        silenced(() => ({
          status: 400,
          body: { detail: "No published flow found for this chatbot" },
        })),
    },
  },
  { features: true },
);
