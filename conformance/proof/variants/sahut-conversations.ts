import type { LooseAnswer } from "../../../server/contract/handlers.ts";
import { sahutDemo } from "../../../server/demo/sahut.ts";
import { arrayAt, isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { asked, body, type Called, type Fault, handling, together } from "../fault/fault.ts";
import { relisted } from "../mutants/inbox.ts";
import { withoutFixtures } from "../trial.ts";
import { variantsOf } from "./variant.ts";

type Handlers = Readonly<Record<string, (call: Called) => Promise<LooseAnswer>>>;

const problem = (status: number, code: string): LooseAnswer => ({
  status,
  body: { error: { code, message: "Not possible", status } },
});
const invalid = problem(422, "validation_error");

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

/** The unresolved conversation of the same contact on the same channel, if there is one. */
async function unresolved(call: Called, others: Handlers): Promise<string | undefined> {
  const { contact_id, channel_id } = call.body;
  for (const page of [1, 2]) {
    const query = { channel_id, page, per_page: 100 };
    const answer = await others.listConversations?.({ ...call, query });
    const found = arrayAt(answer?.body, "data").find(
      (item) => at(item, "contact", "id") === contact_id && at(item, "status") !== "resolved",
    );
    const id = at(found, "id");
    if (typeof id === "string") return id;
  }
  return undefined;
}

const oneUnresolved = (): Fault =>
  handling("createConversation", async (call, next, others) =>
    (await unresolved(call, others)) === undefined ? next(call) : invalid,
  );

const statusOf = async (call: Called, others: Handlers): Promise<unknown> =>
  at((await others.getConversation?.(call))?.body, "data", "status");

/** Changes a conversation right after it was made. */
const made = (change: Called["body"], when: (call: Called) => boolean = () => true): Fault =>
  handling("createConversation", async (call, next, { updateConversation }) => {
    const answer = await next(call);
    const id = at(answer.body, "data", "id");
    if (typeof id !== "string" || !when(call)) return answer;
    const changed = await updateConversation?.({ ...call, path: { id }, body: change });
    return { ...answer, body: { ...answer.body, ...changed?.body } };
  });

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
  "new-ones-are-pending": {
    does: "A new conversation waits for the customer.",
    open: "V3",
    fault: () => made({ status: "pending" }),
  },
  "new-ones-are-pending-after-a-message": {
    does: "A new conversation waits for the customer if something was said.",
    open: "V3",
    fault: () => made({ status: "pending" }, (call) => call.body.message !== undefined),
  },
  "one-unresolved-at-a-time": {
    does: "A second conversation is refused while one with the contact on the channel is unresolved.",
    open: "V4",
    fault: oneUnresolved,
  },
  "one-unresolved-at-a-time-and-nothing-configured": {
    does: "The same, where the suite finds its contact itself: the first one has an unresolved conversation.",
    open: "V4",
    fault: oneUnresolved,
    configure: (target) => withoutFixtures(target, [...target.fixtures.keys()]),
  },
  "one-unresolved-at-a-time-and-a-busy-contact": {
    does: "The same, where the contact that is given has an unresolved conversation.",
    open: "V4",
    fault: oneUnresolved,
    configure: (target) => ({
      ...target,
      fixtures: new Map([
        ...target.fixtures,
        ["contact_id", ["ct_01HX4F00000003"]],
        ["channel_id", ["ch_01HX1C0L4N6P8Q"]],
      ]),
    }),
    takesAway: "a conversation of the run's own",
  },
  "unresolved-one-reused": {
    does: "A second conversation is the unresolved one that there is.",
    open: "V4",
    fault: () =>
      handling("createConversation", async (call, next, others) => {
        const id = await unresolved(call, others);
        if (id === undefined) return next(call);
        const { content } = Object(call.body.message);
        const path = { id, conversation_id: id };
        if (typeof content === "string")
          await others.sendMessage?.({ ...call, path, body: { content } });
        const answer = await others.getConversation?.({ ...call, path });
        return answer ?? next(call);
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
  "assigned-by-itself": {
    does: "A new conversation is given to an agent at once.",
    open: "D6: auto-assignment",
    fault: () =>
      made({ assignee_id: sahutDemo.agentIds[2] }, (call) => call.body.assignee_id === undefined),
  },
  "labelled-by-itself": {
    does: "A new conversation gets a label from a rule.",
    open: "D7: rules",
    fault: () => made({ labels: ["vip"] }),
  },
  "others-at-work": {
    does: "Other people start conversations during the run.",
    open: "G12",
    fault: busy,
  },
});
