import { sarufiDemo } from "../../../server/demo/sarufi.ts";
import { isObject } from "../../contract/json.ts";
import { around, handling, leaving } from "../fault/fault.ts";
import { renamed } from "./renamed.ts";
import { variantsOf } from "./variant.ts";

const say = "sendChatMessage";

/** Answers with another status where the reference server has one. */
const instead = (
  operations: string | readonly string[],
  from: number,
  to: number,
  detail?: unknown,
) =>
  leaving(operations, ({ status, body }) =>
    status === from ? { status: to, body: detail === undefined ? body : { detail } } : {},
  );

const problems = [{ loc: ["body", "message"], msg: "field required", type: "value_error.missing" }];

const session = (id: string, status: number, detail: string) =>
  leaving(say, (_, { path, authorization }) =>
    path.includes(id) && authorization !== null ? { status, body: { detail } } : {},
  );

export const generalVariants = variantsOf("sarufi", {
  "problems-as-a-list": {
    does: "The `detail` of a 422 is a list of problems.",
    open: "G1",
    fault: () => instead(say, 422, 422, problems),
  },
  "every-refusal-is-400": {
    does: "A body that does not fit is refused with 400.",
    open: "G2",
    fault: () => instead(say, 422, 400),
  },
  "every-refusal-is-422": {
    does: "A body that is not JSON is refused with 422, like any that does not fit.",
    open: "G2",
    fault: () => instead(say, 400, 422, problems),
  },
  "another-workspace-is-forbidden": {
    does: "Another workspace's chatbot is answered 403.",
    open: "G7",
    fault: () =>
      around("everywhere", async (arrival, proceed) => {
        const answer = await proceed();
        const stranger = arrival.authorization === `Bearer ${sarufiDemo.otherWorkspaceKey}`;
        return stranger && answer.status === 404
          ? { ...answer, status: 403, body: { detail: "Not permitted for this workspace" } }
          : answer;
      }),
  },
  "another-workspace-has-no-such-key": {
    does: "A key is not known outside its workspace.",
    open: "G7",
    fault: () =>
      around("everywhere", async (arrival, proceed) =>
        arrival.authorization === `Bearer ${sarufiDemo.otherWorkspaceKey}`
          ? { status: 401, body: { detail: "Invalid or expired API key." }, headers: {} }
          : proceed(),
      ),
  },
  "session-before-chatbot": {
    does: "A message to an unknown chatbot says that the session is unknown.",
    open: "G8",
    fault: () => instead(say, 404, 404, "Chat session not found"),
  },
  "expired-is-404": {
    does: "An expired session does not exist any more.",
    open: "H3",
    fault: () => session(sarufiDemo.expiredSessionId, 404, "Chat session not found"),
  },
  "expired-is-400": {
    does: "An expired session is a bad request.",
    open: "H3",
    fault: () => session(sarufiDemo.expiredSessionId, 400, "Chat session has expired"),
  },
  "session-takes-no-body": {
    does: "A session that is asked for with a body is refused.",
    open: "H1",
    fault: () =>
      around("createChatSession", async (arrival, proceed) =>
        arrival.body === undefined
          ? proceed()
          : { status: 422, body: { detail: problems }, headers: {} },
      ),
  },
  uuids: {
    does: "Session ids are UUIDs.",
    open: "ids",
    fault: () =>
      renamed(
        (text) => /^01[0-9A-Z]{24}$/.test(text) && !Object.values(sarufiDemo).includes(text),
        (n) => `6ba7b810-9dad-41d1-80b4-${String(n).padStart(12, "0")}`,
      ),
  },
  "numeric-ids": {
    does: "Session ids are numbers, written as texts.",
    open: "ids",
    fault: () =>
      renamed(
        (text) => /^01[0-9A-Z]{24}$/.test(text) && !Object.values(sarufiDemo).includes(text),
        String,
      ),
  },
  "closed-is-worded-otherwise": {
    does: "Errors are worded otherwise.",
    open: "G12",
    fault: () =>
      leaving("everywhere", ({ status, body }) =>
        status >= 400 && isObject(body) ? { body: { ...body, detail: "Hapana" } } : {},
      ),
  },
  "counts-the-whole-session": {
    does: "`messages_count` counts the session's messages.",
    open: "H9",
    fault: () => {
      const totals = new Map<unknown, number>();
      return handling(["createChatSession", say], async (call, next) => {
        const answer = await next(call);
        if (!isObject(answer.body) || !Array.isArray(answer.body.messages)) return answer;
        const { session_id, messages } = answer.body;
        const total = (totals.get(session_id) ?? 0) + messages.length;
        totals.set(session_id, total);
        return call.path.session_id === undefined
          ? answer
          : { ...answer, body: { ...answer.body, messages_count: total } };
      });
    },
  },
});
