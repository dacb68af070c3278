import { at, isSuccess, textAt } from "../evidence.ts";
import type { Delivery, Exchange } from "../model.ts";
import { missingFixture, Untestable } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { changedContact, ownContact } from "./contacts.ts";
import { second } from "./creating.ts";
import { attemptsAt, type EventName, nameOf, speaksOf } from "./delivery.ts";
import { dialogue, sentMessage } from "./dialogue.ts";
import { type Listening, listening } from "./listening.ts";
import { ownConversation } from "./own-conversation.ts";
import { deletedWebhook } from "./webhooks.ts";

/** Something that the run did, and the event that tells of it. */
export interface Deed {
  readonly event: EventName;
  readonly exchange: Exchange;
  /** What of it stands in a delivery. */
  readonly id: string;
}

/** What the run did, and everything that its webhooks were told by the end of it. */
export interface Delivered extends Listening {
  /** In order. */
  readonly deeds: readonly Deed[];
  readonly deletion: Exchange;
  /** A message that was sent after the deletion. */
  readonly afterDeletion?: Deed;
  /** What was done last; it may have made nothing new, and then nothing tells of it. */
  readonly last?: Deed;
  /** When nothing more was waited for: ISO 8601. */
  readonly watchedUntil: string;
  /** How long the late mailbox held its first answer back, in seconds. */
  readonly heldFor?: number;
}

/** A delivery that is tried again at once comes within this time, with room for a busy server. */
const retryWithinMs = 20_000;
/** Who repeats what succeeded does it after five seconds. */
const repetitionMs = 5_600;
/** After ten seconds an answer is too late. */
const tooLateMs = 12_000;
/** Five retries, and room for a sixth. */
const allRetriesMs = 2_640_000;

/** The deeds that documented events tell of, and the wait for what they bring about. */
export const delivered: Probe<Delivered> = {
  name: "what webhooks were told",
  early: listening,
  run: async (context) => {
    const heard = await context.use(listening);
    const deeds = await before(context);
    const deletion = (await context.use(deletedWebhook)).control;
    const afterDeletion = await attempt(async () => messageOf((await context.use(dialogue)).third));
    const last = await attempt(async () =>
      deedOf("conversation.created", (await context.use(second)).made),
    );
    const all = [...deeds, ...(afterDeletion === undefined ? [] : [afterDeletion])];
    await settle(heard, all);
    const heldFor = await holdBack(heard);
    return {
      ...heard,
      deeds: all,
      deletion,
      ...(afterDeletion && { afterDeletion }),
      ...(last && { last }),
      watchedUntil: heard.receiver.now().toISOString(),
      ...(heldFor !== undefined && { heldFor }),
    };
  },
};

async function before(context: ProbeContext): Promise<readonly Deed[]> {
  const own = (await context.use(ownConversation)).control;
  const deeds: (Deed | undefined)[] = [
    isNew(own) ? deedOf("conversation.created", own) : undefined,
    await attempt(async () => messageOf((await context.use(sentMessage)).control)),
  ];
  if (context.declares("contacts")) {
    const made = await attempt(async () => (await context.use(ownContact)).control);
    const moved = await attempt(async () => (await context.use(changedContact)).control);
    deeds.push(made && deedOf("contact.created", made), moved && deedOf("contact.updated", moved));
  }
  return deeds.filter((deed) => deed !== undefined);
}

/** Whether a request to create answers with what it made, and not with what was there before, as it may. */
function isNew({ response, startedAt }: Exchange): boolean {
  const time = Date.parse(String(at(response?.json, "data", "created_at")));
  return !(Date.parse(startedAt) - time > 600_000);
}

/** A message that the customer sees; whether notes are told is not documented. */
function messageOf(exchange: Exchange): Deed | undefined {
  const isNote = Object(exchange.call.body).private === true;
  return isNote ? undefined : deedOf("message.created", exchange);
}

function deedOf(event: EventName, exchange: Exchange): Deed | undefined {
  const { response, call } = exchange;
  if (response === undefined || !isSuccess(response)) return undefined;
  return { event, exchange, id: call.path?.id ?? textAt(exchange, "data", "id") };
}

/** What a step gives, or undefined where the target does not let it happen. */
async function attempt<Value>(step: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Untestable) return undefined;
    throw error;
  }
}

/** Waits for all events, for a retry, and for a repetition that must not be. */
async function settle(
  { receiver, all, failing, conversation, patienceMs, sees }: Listening,
  deeds: readonly Deed[],
): Promise<void> {
  const told = ({ event, id }: Deed): boolean =>
    all.deliveries.some((each) => nameOf(each) === event && speaksOf(each, id));
  await receiver.wait(() => deeds.every(told), patienceMs);
  const [first] = all.deliveries;
  if (first === undefined)
    missingFixture(
      "receiver_url",
      "nothing was delivered to the address that its webhooks were given; if the target cannot reach it, give one that it can",
    );
  const since = (delivery: Delivery): number =>
    receiver.now().getTime() - Date.parse(delivery.receivedAt);
  const again = (): boolean => attemptsAt(failing.deliveries, conversation).length > 1;
  const [failed] = failing.deliveries;
  if (failed !== undefined) await receiver.wait(again, retryWithinMs - since(failed));
  await receiver.wait(() => false, repetitionMs - since(first));
  if (sees.fiveRetries && failed !== undefined)
    await receiver.wait(() => false, allRetriesMs - since(failed));
}

/** Answers what is held once it is too late, waits for another attempt, and says how long it held. */
async function holdBack({
  receiver,
  ears,
  late,
  conversation,
}: Listening): Promise<number | undefined> {
  const [first] = late.deliveries;
  if (ears.late === undefined || first === undefined) return undefined;
  const since = (): number => receiver.now().getTime() - Date.parse(first.receivedAt);
  await receiver.wait(() => false, tooLateMs - since());
  const heldFor = since() / 1000;
  late.release();
  await receiver.wait(() => attemptsAt(late.deliveries, conversation).length > 1, retryWithinMs);
  return heldFor;
}
