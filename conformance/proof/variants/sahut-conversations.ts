import { sahutDemo } from "../../../server/demo/sahut.ts";
import { isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import {
  asked,
  body,
  type Called,
  type Fault,
  handling,
  type Others,
  together,
} from "../fault/fault.ts";
import { relisted } from "../mutants/inbox.ts";
import { invalid, problem } from "./sahut-problem.ts";
import { variantsOf } from "./variant.ts";

/** Conversations that can stand in an answer: alone, or in a list. */
const conversation = (place: string, change: (value: unknown) => unknown): Fault =>
  together(
    body("listConversations", `data.*${place && `.${place}`}`, change),
    body(
      ["getConversation", "createConversation", "updateConversation"],
      `data${place && `.${place}`}`,
      change,
    ),
  );

const statusOf = async (call: Called, others: Others): Promise<unknown> =>
  at((await others.getConversation?.(call))?.body, "data", "status");

const sorted = (member: string): Fault =>
  relisted({
    items: (items) =>
      items.toSorted((a, b) => {
        const [one, other] = [String(at(a, member)), String(at(b, member))];
        if (one !== other) return one < other ? -1 : 1;
        return String(at(a, "id")) < String(at(b, "id")) ? -1 : 1;
      }),
  });

/** Every so often somebody else starts a conversation. */
function busy(): Fault {
  let count = 0;
  return handling("everywhere", async (call, next, { createConversation }) => {
    count += 1;
    if (count % 40 === 0 && call.key?.workspaceId === "ws_01HX0A1B2C3D4E") {
      const { whatsappChannelId: channel_id } = sahutDemo;
      const body = { contact_id: "ct_01HX3C0L4N6P8Q", channel_id };
      await createConversation?.({ ...call, path: {}, query: {}, body });
    }
    return next(call);
  });
}

/** Answers references to what does not exist in another way. */
const refusedAs = (status: number, code: string): Fault =>
  handling(["createConversation", "updateConversation"], async (call, next) => {
    const answer = await next(call);
    return answer.status === 422 ? problem(status, code) : answer;
  });

export const conversationVariants = variantsOf("sahut", {
  "list-by-creation": {
    does: "The list has the earliest conversation first.",
    open: "V1",
    fault: () => sorted("created_at"),
  },
  "list-by-id": {
    does: "The list is in the order of ids.",
    open: "V1",
    fault: () => sorted("id"),
  },
  "list-by-status": {
    does: "The list is grouped by status.",
    open: "V1",
    fault: () => sorted("status"),
  },
  "unknown-channel-refused": {
    does: "The filter by a channel that does not exist is refused.",
    open: "V2",
    fault: () =>
      handling("listConversations", async (call, next) => {
        const { channel_id } = call.query;
        return channel_id === undefined || /^ch_01HX1[ABC]/.test(String(channel_id))
          ? next(call)
          : invalid;
      }),
  },
  "unknown-channel-not-found": {
    does: "The filter by a channel that does not exist is answered 404.",
    open: "V2",
    fault: () =>
      handling("listConversations", async (call, next) => {
        const { channel_id } = call.query;
        return channel_id === undefined || /^ch_01HX1[ABC]/.test(String(channel_id))
          ? next(call)
          : problem(404, "not_found");
      }),
  },
  "unknown-references-are-404": {
    does: "A contact, channel, agent or team that does not exist is answered 404.",
    open: "V5",
    fault: () => refusedAs(404, "not_found"),
  },
  "unknown-references-are-400": {
    does: "A contact, channel, agent or team that does not exist is answered 400.",
    open: "V5",
    fault: () => refusedAs(400, "bad_request"),
  },
  "only-from-open": {
    does: "A conversation is set pending, snoozed or resolved from open only.",
    open: "V9",
    fault: () =>
      handling("updateConversation", async (call, next, others) => {
        const { status } = call.body;
        const before = await statusOf(call, others);
        const possible = before === undefined || before === "open" || before === status;
        return status === undefined || status === "open" || possible ? next(call) : invalid;
      }),
  },
  "the-same-status-refused": {
    does: "A status that there is already cannot be set.",
    open: "V9",
    fault: () =>
      handling("updateConversation", async (call, next, others) =>
        call.body.status !== undefined && (await statusOf(call, others)) === call.body.status
          ? invalid
          : next(call),
      ),
  },
  "empty-change-refused": {
    does: "A change of nothing is refused.",
    open: "V11",
    fault: () =>
      handling("updateConversation", async (call, next) =>
        Object.keys(call.body).length === 0 ? problem(400, "bad_request") : next(call),
      ),
  },
  "team-clears-agent": {
    does: "A conversation that is given to a team has no agent any more.",
    open: "V12",
    fault: () =>
      asked("updateConversation", ({ body: change }) =>
        change.team_id === undefined ? {} : { body: { assignee_id: null, ...change } },
      ),
  },
  "labels-sorted": {
    does: "Labels are kept in alphabetical order.",
    open: "V13",
    fault: () =>
      conversation("labels", (labels) => (Array.isArray(labels) ? labels.toSorted() : labels)),
  },
  "labels-backwards": {
    does: "The latest label stands first.",
    open: "V13",
    fault: () =>
      conversation("labels", (labels) => (Array.isArray(labels) ? labels.toReversed() : labels)),
  },
  "only-known-labels": {
    does: "A label that does not exist yet is refused.",
    open: "V13",
    fault: () =>
      handling("updateConversation", async (call, next) => {
        const known = ["follow-up", "refund", "complaint", "urgent", "vip"];
        const { labels } = call.body;
        return Array.isArray(labels) && !labels.every((label) => known.includes(String(label)))
          ? invalid
          : next(call);
      }),
  },
  "labels-cannot-be-emptied": {
    does: "An empty list of labels is refused.",
    open: "V13",
    fault: () =>
      handling("updateConversation", async (call, next) =>
        Array.isArray(call.body.labels) && call.body.labels.length === 0 ? invalid : next(call),
      ),
  },
  "update-time-of-the-status-only": {
    does: "Neither messages nor labels move `updated_at`.",
    open: "V14",
    fault: () =>
      conversation("", (item) =>
        isObject(item) ? { ...item, updated_at: item.created_at } : item,
      ),
  },
  "assignee-absent": {
    does: "An unassigned conversation has no `assignee`.",
    open: "V15",
    fault: () => conversation("assignee", (assignee) => assignee ?? undefined),
  },
  "team-shown": {
    does: "A conversation shows its team and when it wakes up.",
    open: "V15",
    fault: () =>
      conversation("", (item) =>
        isObject(item) ? { ...item, team: null, snoozed_until: null } : item,
      ),
  },
  "phone-absent": {
    does: "A contact without a phone has no `phone`.",
    open: "contact.phone",
    fault: () => conversation("contact.phone", (phone) => phone ?? undefined),
  },
  "phones-hidden": {
    does: "Nobody's phone is shown.",
    open: "contact.phone",
    fault: () => conversation("contact.phone", () => null),
  },
  "other-channel-types": {
    does: "Channels have types that the documentation does not show.",
    open: "V16",
    fault: () => conversation("channel.type", (type) => `${String(type)}_business`),
  },
  "others-at-work": {
    does: "Other people start conversations during the run.",
    open: "G12",
    fault: busy,
  },
});
