import { sahutDemo } from "../../../server/demo/sahut.ts";
import { arrayAt } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { edit } from "../fault/edit.ts";
import { around, asked, body, handling, leaving } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";

const reading = ["listConversations", "getConversation"];

/** Changes more than the request says. */
const alsoChanges = (member: string, more: Readonly<Record<string, unknown>>) =>
  asked("updateConversation", ({ body: change }) =>
    Object.hasOwn(change, member) ? { body: { ...more, ...change } } : {},
  );

/** Takes members out of a change before it is made. */
const ignores = (
  names: readonly string[],
  when: (body: Readonly<Record<string, unknown>>) => boolean,
) =>
  asked("updateConversation", ({ body: change }) =>
    when(change)
      ? {
          body: Object.fromEntries(
            Object.entries(change).filter(([name]) => !names.includes(name)),
          ),
        }
      : {},
  );

const invalid = {
  status: 422,
  body: { error: { code: "validation_error", message: "Not possible", status: 422 } },
};

const seen = new Map<unknown, unknown>();
const createdAt = new Map<unknown, number>();

export const updateMutants = mutantsOf("sahut", {
  "null-does-not-unassign": {
    breaks: "`assignee_id: null` leaves the conversation without an agent.",
    kills: ["sahut/update/null-unassigns"],
    fault: ignores(["assignee_id"], ({ assignee_id }) => assignee_id === null),
  },
  "change-reaches-the-neighbours": {
    breaks: "A change of one conversation leaves another as it was.",
    kills: ["sahut/update/others-stay-as-they-were"],
    fault: handling("updateConversation", async (call, next, { listConversations }) => {
      const listed = await listConversations?.({ ...call, query: { page: 1, per_page: 5 } });
      for (const item of arrayAt(listed?.body, "data"))
        await next({ ...call, path: { id: String(at(item, "id")) } });
      return next(call);
    }),
  },
  "null-is-refused": {
    breaks: "`assignee_id: null` is how a conversation is unassigned.",
    kills: ["sahut/update/null-unassigns"],
    fault: handling("updateConversation", async (call, next) =>
      call.body.assignee_id === null ? invalid : next(call),
    ),
  },
  "assignment-lost": {
    breaks: "A conversation given to an agent is assigned to that agent.",
    kills: ["sahut/update/assigns-to-an-agent"],
    fault: ignores(["assignee_id"], ({ assignee_id }) => typeof assignee_id === "string"),
  },
  "first-agent-keeps-it": {
    breaks: "A conversation given to another agent is assigned to the other one.",
    kills: ["sahut/update/assigns-to-an-agent"],
    only: "all",
    fault: handling("updateConversation", async (call, next, { getConversation }) => {
      const before = await getConversation?.(call);
      const { assignee_id: agent, ...rest } = call.body;
      const taken = typeof agent === "string" && at(before?.body, "data", "assignee", "id");
      return next(taken ? { ...call, body: rest } : call);
    }),
  },
  "second-agent-gets-nothing": {
    breaks: "A conversation given to another agent is assigned to the other one.",
    kills: ["sahut/update/reassigns-to-another-agent"],
    fault: ignores(["assignee_id"], ({ assignee_id }) => assignee_id === sahutDemo.agentIds[1]),
  },
  "labels-appended": {
    breaks: "Labels that are set replace those there were.",
    kills: ["sahut/update/labels-replace-the-earlier-ones"],
    fault: handling("updateConversation", async (call, next, { getConversation }) => {
      const before = at((await getConversation?.(call))?.body, "data", "labels");
      const { labels } = call.body;
      if (!Array.isArray(labels) || !Array.isArray(before)) return next(call);
      return next({ ...call, body: { ...call.body, labels: [...before, ...labels] } });
    }),
  },
  "labels-lost": {
    breaks: "Labels that are set are the conversation's labels.",
    kills: ["sahut/update/labels-are-set"],
    fault: ignores(["labels"], () => true),
  },
  "empty-labels-ignored": {
    breaks: "An empty list of labels leaves none.",
    kills: ["sahut/update/empty-labels-clear"],
    fault: ignores(["labels"], ({ labels }) => Array.isArray(labels) && labels.length === 0),
  },
  "status-clears-labels": {
    breaks: "A change of status leaves labels alone.",
    kills: ["sahut/update/status-leaves-the-rest"],
    fault: alsoChanges("status", { labels: [] }),
  },
  "status-unassigns": {
    breaks: "A change of status leaves the assignee alone.",
    kills: ["sahut/update/status-leaves-the-rest"],
    fault: alsoChanges("status", { assignee_id: null }),
  },
  "resolving-unassigns": {
    breaks: "A change of status leaves the assignee alone, also when it resolves.",
    kills: ["sahut/update/status-leaves-the-rest"],
    fault: asked("updateConversation", ({ body: change }) =>
      change.status === "resolved" ? { body: { assignee_id: null, ...change } } : {},
    ),
  },
  "labels-unassign": {
    breaks: "A change of labels leaves the assignee alone.",
    kills: ["sahut/update/labels-leave-the-rest"],
    fault: alsoChanges("labels", { assignee_id: null }),
  },
  "labels-reopen": {
    breaks: "A change of labels leaves the status alone.",
    kills: ["sahut/update/labels-leave-the-rest"],
    only: "all",
    fault: alsoChanges("labels", { status: "open" }),
  },
  "assignment-clears-labels": {
    breaks: "What a change leaves out stays as it is: an assignment leaves labels alone.",
    kills: ["sahut/update"],
    fault: alsoChanges("assignee_id", { labels: [] }),
  },
  "team-is-refused": {
    breaks: "A conversation can be given to a team.",
    kills: ["sahut/update/team-is-accepted"],
    fault: handling("updateConversation", async (call, next) =>
      call.body.team_id === undefined ? next(call) : invalid,
    ),
  },
  "team-clears-labels": {
    breaks: "A conversation given to a team keeps its labels.",
    kills: ["sahut/update/team-is-accepted"],
    fault: alsoChanges("team_id", { labels: [] }),
  },
  "team-snoozes": {
    breaks: "A conversation given to a team keeps its status.",
    kills: ["sahut/update/team-is-accepted"],
    fault: alsoChanges("team_id", { status: "snoozed" }),
  },
  "reads-are-stale": {
    breaks: "A conversation keeps the state that it was given.",
    kills: ["sahut/update/every-status-is-kept"],
    fault: leaving("getConversation", ({ status, body: answer }, { path }) => {
      if (status !== 200) return {};
      if (!seen.has(path)) seen.set(path, answer);
      return { body: seen.get(path) };
    }),
  },
  "snoozed-becomes-pending": {
    breaks: "A conversation takes each of the four states.",
    kills: ["sahut/update/every-status-is-kept"],
    fault: asked("updateConversation", ({ body: change }) =>
      change.status === "snoozed" ? { body: { ...change, status: "pending" } } : {},
    ),
  },
  "snoozed-is-refused": {
    breaks: "A conversation takes each of the four states.",
    kills: ["sahut/update/every-status-is-kept"],
    fault: handling("updateConversation", async (call, next) =>
      call.body.status === "snoozed" ? invalid : next(call),
    ),
  },
  "unknown-status-accepted": {
    breaks: "A status outside the four is refused.",
    kills: ["sahut/derived/updateConversation/body/status/enum"],
    fault: around("updateConversation", (arrival, proceed) => {
      const known = ["open", "pending", "resolved", "snoozed", undefined];
      const status = at(arrival.body, "status");
      return known.some((each) => each === status)
        ? proceed()
        : proceed({ body: edit(arrival.body, "status", () => undefined) });
    }),
  },
  "creation-time-moves": {
    breaks: "A change leaves `created_at` alone.",
    kills: ["sahut/update/creation-time-stays"],
    only: "all",
    fault: leaving("getConversation", ({ status, body: answer }) =>
      status === 200
        ? { body: edit(answer, "data.created_at", () => at(answer, "data", "updated_at")) }
        : {},
    ),
  },
  "creation-time-counts-readings": {
    breaks: "`created_at` is a time that stands still.",
    kills: ["sahut/update/creation-time-stays"],
    fault: leaving("getConversation", ({ status, body: answer }, { path }) => {
      const time = (createdAt.get(path) ?? Date.now()) + 1000;
      createdAt.set(path, time);
      return status === 200
        ? { body: edit(answer, "data.created_at", () => new Date(time).toISOString()) }
        : {};
    }),
  },
  "update-time-goes-back": {
    breaks: "A change never moves `updated_at` back.",
    kills: ["sahut/update/update-time-never-goes-back"],
    fault: body(reading, "data.updated_at", () => {
      seen.set("updates", Number(seen.get("updates") ?? 0) + 1);
      return new Date(Date.now() - Number(seen.get("updates")) * 1000).toISOString();
    }),
  },
  "unknown-agent-ignored": {
    breaks: "A conversation cannot be given to an agent who does not exist.",
    kills: ["sahut/update/unknown-agent-is-refused"],
    fault: handling("updateConversation", async (call, next) => {
      const answer = await next(call);
      const { assignee_id: _, ...rest } = call.body;
      return answer.status === 422 ? next({ ...call, body: rest }) : answer;
    }),
  },
  "second-change-lost": {
    breaks: "A change of status and labels makes both.",
    kills: ["sahut/update/two-changes-at-once-are-both-made"],
    fault: ignores(["labels"], ({ status }) => status !== undefined),
  },
  "refused-change-half-made": {
    breaks: "A change that is refused leaves the conversation as it was.",
    kills: ["sahut/update/refused-change-changes-nothing"],
    fault: around("updateConversation", async (arrival, proceed) => {
      const answer = await proceed();
      const labels = at(arrival.body, "labels");
      if (answer.status === 422 && Array.isArray(labels)) await proceed({ body: { labels } });
      return answer;
    }),
  },
  "answer-shows-the-state-before": {
    breaks: "The answer to a change shows the conversation as changed.",
    kills: ["sahut/update/answer-shows-the-change"],
    fault: handling("updateConversation", async (call, next, { getConversation }) => {
      const before = await getConversation?.(call);
      const answer = await next(call);
      return before?.status === 200 && answer.status === 200 ? before : answer;
    }),
  },
  "change-is-answered-with-the-id": {
    breaks: "The answer to a change is the conversation.",
    kills: ["sahut/derived/updateConversation/success-shape"],
    fault: body("updateConversation", "data", (data) => ({ id: at(data, "id") })),
  },
  "list-lags-behind": {
    breaks: "A conversation reads the same in the list and alone.",
    kills: ["sahut/conversations/list-and-conversation-agree"],
    fault: body("listConversations", "data.*.updated_at", () => "2024-03-15T09:15:00Z"),
  },
  "another-conversation-comes-back": {
    breaks: "Reading a conversation by its id returns the one with this id.",
    kills: ["sahut/conversations/get-returns-the-one-asked-for"],
    fault: handling("getConversation", async (call, next) => {
      const answer = await next(call);
      return answer.status === 200
        ? next({ ...call, path: { id: "conv_01HX2B9K3M5N7P" } })
        : answer;
    }),
  },
});
