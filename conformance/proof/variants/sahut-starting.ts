import { sahutDemo } from "../../../server/demo/sahut.ts";
import { arrayAt } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { type Called, type Fault, handling, type Others } from "../fault/fault.ts";
import { withoutFixtures } from "../trial.ts";
import { invalid } from "./sahut-problem.ts";
import { variantsOf } from "./variant.ts";

/** The unresolved conversation of the same contact on the same channel, if there is one. */
async function unresolved(call: Called, others: Others): Promise<string | undefined> {
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

/** Changes a conversation right after it was made. */
const made = (change: Called["body"], when: (call: Called) => boolean = () => true): Fault =>
  handling("createConversation", async (call, next, { updateConversation }) => {
    const answer = await next(call);
    const id = at(answer.body, "data", "id");
    if (typeof id !== "string" || !when(call)) return answer;
    const changed = await updateConversation?.({ ...call, path: { id }, body: change });
    return { ...answer, body: { ...answer.body, ...changed?.body } };
  });

/** Conversations are started in another way. */
export const startingVariants = variantsOf("sahut", {
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
});
