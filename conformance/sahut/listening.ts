import { at, control, isSuccess, textAt } from "../evidence.ts";
import type { Delivery, Exchange } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { allEvents, nameOf, speaksOf } from "./delivery.ts";
import { labelNames } from "./inbox.ts";
import { type Mailboxes, mailboxes } from "./mailboxes.ts";
import { change, changed, ownConversation, ownId } from "./own-conversation.ts";
import { otherWebhook, ownWebhook, repeatedEvent, subscribe } from "./webhooks.ts";

/** A webhook of the run, and the mailbox that it leads to. */
export interface Ear {
  readonly made: Exchange;
  readonly mailbox: Mailboxes["all"];
}

/** One change of a conversation, and what came before anything else was changed. */
export interface ToldChange {
  /** The member of the conversation. */
  readonly member: "status" | "labels" | "assignee";
  readonly exchange: Exchange;
  readonly deliveries: readonly Delivery[];
}

/** Webhooks that listen to the whole run, and the first things that they were told. */
export interface Listening extends Mailboxes {
  readonly ears: {
    readonly all: Ear;
    readonly some: Ear;
    readonly failing: Ear;
    readonly other?: Ear;
    readonly late?: Ear;
  };
  /** The id of our conversation. */
  readonly conversation: string;
  readonly changes: readonly ToldChange[];
}

/** Subscribes everything that listens, then starts our conversation and changes it, one thing at a time. */
export const listening: Probe<Listening> = {
  name: "webhooks that listen",
  run: async (context) => {
    const boxes = await context.use(mailboxes);
    const ears = await subscribeAll(context, boxes);
    control((await context.use(ownConversation)).control);
    const id = await ownId(context);
    const { receiver, all } = boxes;
    const heard = await receiver.wait(
      () => all.deliveries.some((delivery) => speaksOf(delivery, id)),
      boxes.patienceMs,
    );
    return { ...boxes, ears, conversation: id, changes: await changes(context, boxes, id, heard) };
  },
};

async function subscribeAll(context: ProbeContext, boxes: Mailboxes): Promise<Listening["ears"]> {
  const { all, some, failing, other, late, address, sees } = boxes;
  const own = (await context.use(ownWebhook)).control;
  control(own);
  if (at(own.call.body, "url") !== address(all))
    missingFixture(
      "receiver_url",
      `the target takes no webhook to ${new URL(address(all)).origin}; give an HTTPS address that leads here, such as a tunnel's`,
    );
  const repeated = (await context.use(repeatedEvent)).made;
  const once = ["conversation.created"];
  const [stranger] = await context.optionalFixture("other_workspace_key");
  return {
    all: { made: own, mailbox: all },
    some: { made: (await context.use(otherWebhook)).made, mailbox: some },
    failing: {
      made:
        repeated.response && isSuccess(repeated.response)
          ? repeated
          : await subscribe(context, once, "a webhook that fails", address(failing)),
      mailbox: failing,
    },
    ...(stranger !== undefined && {
      other: {
        made: await subscribe(
          context,
          allEvents,
          "a webhook of another workspace",
          address(other),
          { authorization: "Bearer {other_workspace_key}" },
        ),
        mailbox: other,
      },
    }),
    ...(sees.timeout && {
      late: {
        made: await subscribe(context, once, "a webhook that answers late", address(late)),
        mailbox: late,
      },
    }),
  };
}

/** Status, labels and agent. Each waits for the event of the one before, so that none is taken for another. */
async function changes(
  context: ProbeContext,
  { receiver, all, patienceMs }: Mailboxes,
  id: string,
  heard: boolean,
): Promise<readonly ToldChange[]> {
  const told = async (
    member: ToldChange["member"],
    send: () => Promise<Exchange>,
  ): Promise<ToldChange> => {
    const before = all.deliveries.length;
    const exchange = await send();
    const since = () => all.deliveries.slice(before);
    const hasCome = () =>
      since().some((each) => speaksOf(each, id) && nameOf(each) === "conversation.updated");
    if (heard) await receiver.wait(hasCome, patienceMs);
    return { member, exchange, deliveries: since() };
  };
  const [label] = await labelNames(context);
  const [agent] = await context.optionalFixture("agent_ids");
  const present = at((await context.use(ownConversation)).control.response?.json, "data");
  const isNew = agent !== undefined && at(present, "assignee", "id") !== agent;
  return [
    await told("status", async () => (await context.use(changed)).control),
    await told("labels", () => change(context, id, { labels: [label] }, "a label, to be told of")),
    ...(isNew
      ? [
          await told("assignee", () =>
            change(context, id, { assignee_id: agent }, "an agent, to be told of"),
          ),
        ]
      : []),
  ];
}

/** The secret of a webhook. */
export const secretOf = ({ made }: Ear): string => textAt(made, "data", "secret");
