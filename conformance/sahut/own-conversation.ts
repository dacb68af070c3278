import { at, listAt, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { Untestable } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import type { ControlEvidence, ControlProbe } from "../suite.ts";
import { answeredAt } from "../timestamps.ts";
import { defaultList } from "./inbox.ts";
import { search } from "./listing.ts";

/**
 * A conversation that the run makes for itself; most of what follows happens in it. Whether a contact may have two
 * unresolved ones on a channel is not documented, so one who was found, and not given, makes room for one who has none.
 */
export const ownConversation: ControlProbe = {
  name: "a conversation of our own",
  run: async (context) => {
    const [contact_id, ...others] = await context.fixture("contact_id");
    const [channel_id] = await context.fixture("channel_id");
    const startWith = (contact: string, purpose: string): Promise<Exchange> =>
      context.send({
        operationId: "createConversation",
        purpose,
        body: { contact_id: contact, channel_id },
      });
    const control = await startWith(contact_id, "a new conversation");
    if (!isUnfit(control)) return { control };
    // Nothing is looked for, so as much of the list is read as a search reads.
    const { pages, whole } = await search(context, () => false, { channel_id });
    const items = pages.flatMap((page) => listAt(page, "data"));
    const open = items.filter(isOpen);
    const theirOwn = open.find(
      (item) => contactOf(item) === contact_id && wasThereBefore(item, control),
    );
    if (theirOwn === undefined && whole) return { control };
    const isAmong = (some: readonly unknown[], id: string): boolean =>
      some.some((item) => contactOf(item) === id);
    const possible = others.filter((id) => !isAmong(open, id));
    // Whoever has talked on this channel before is reached by it, and others may be.
    const free = possible.find((id) => isAmong(items, id)) ?? possible[0];
    if (free !== undefined) {
      const other = await startWith(free, "a new conversation, with a contact who has no open one");
      if (!isUnfit(other)) return { control: other };
    }
    const theirs = theirOwn === undefined ? "may have one" : `has ${String(at(theirOwn, "id"))}`;
    const reason = `a contact with an unresolved conversation may be refused another: this one ${theirs}`;
    return { control, lacks: { fixture: "contact_id", reason } };
  },
};

/** Refused for what it says, and not for what the target or the key is. */
export const isUnfit = ({ response }: Exchange): boolean =>
  response !== undefined && [400, 409, 422].includes(response.status);

const contactOf = (item: unknown): unknown => at(item, "contact", "id");
const isOpen = (item: unknown): boolean => at(item, "status") !== "resolved";

/** Whether a conversation is older than a request: else it is what the request made though it was refused. */
const wasThereBefore = (item: unknown, request: Exchange): boolean =>
  // The clocks of a deployment and of its database may differ by this much.
  Date.parse(String(at(item, "created_at"))) < answeredAt(request) - 5_000;

/** Whom it is with, and on which channel: a second one with the same contact is made there, and filters find it there. */
export async function ownPair({
  use,
}: ProbeContext): Promise<{ readonly contact_id: string; readonly channel_id: string }> {
  const { body } = (await use(ownConversation)).control.call;
  return {
    contact_id: String(at(body, "contact_id")),
    channel_id: String(at(body, "channel_id")),
  };
}

/** The id of the run's own conversation. */
export async function ownId({ use }: ProbeContext): Promise<string> {
  return textAt((await use(ownConversation)).control, "data", "id");
}

/** A conversation to read: the run's own, or the first one listed where none can be made. */
export async function readableId(context: ProbeContext): Promise<string> {
  try {
    return await ownId(context);
  } catch (error) {
    if (!(error instanceof Untestable)) throw error;
    return textAt((await context.use(defaultList)).control, "data", 0, "id");
  }
}

/** Reads a conversation. */
export const read = (context: ProbeContext, id: string, purpose: string): Promise<Exchange> =>
  context.send({ operationId: "getConversation", path: { id }, purpose });

/** Changes a conversation. */
export const change = (
  context: ProbeContext,
  id: string,
  body: unknown,
  purpose: string,
): Promise<Exchange> =>
  context.send({ operationId: "updateConversation", path: { id }, body, purpose });

/** The run's own conversation, read back. */
export const readBack: ControlProbe = {
  name: "our conversation, read",
  run: async (context) => ({
    control: await read(context, await readableId(context), "a conversation, read"),
  }),
};

/** A conversation's status, changed to one that it does not have, and read at once: what is sent may change it again. */
export const changed: Probe<ControlEvidence & { readonly after: Exchange }> = {
  name: "our conversation, changed",
  run: async (context) => {
    const id = await ownId(context);
    const now = at((await context.use(ownConversation)).control.response?.json, "data", "status");
    const status = now === "pending" ? "open" : "pending";
    const control = await change(context, id, { status }, `status set to ${status}`);
    return { control, after: await read(context, id, `read after status set to ${status}`) };
  },
};
