import { at, control, listAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { Untestable } from "../obstacles.ts";
import type { Discovery, Probe, ProbeContext } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";

/** The list as it comes when nothing is asked for. */
export const defaultList: ControlProbe = {
  name: "the conversation list",
  run: async ({ send }) => ({
    control: await send({ operationId: "listConversations", purpose: "the list, no parameter" }),
  }),
};

/** As many conversations as one page may hold: what fixtures are discovered in. */
export const largestPage: Probe<{ readonly page: Exchange }> = {
  name: "the largest page of conversations",
  run: async ({ send }) => ({
    page: await send({
      operationId: "listConversations",
      purpose: "the largest page",
      query: { per_page: "100" },
    }),
  }),
};

interface Pair {
  readonly contact: string;
  readonly channel: string;
}

/**
 * Pairs of a contact and a channel that have talked before, the best first: those without an unresolved conversation
 * (a second one may be refused, or be the first one again), and not on WhatsApp (free text may be refused there when
 * the customer has been silent for a day).
 */
async function pairs(context: ProbeContext): Promise<readonly Pair[]> {
  const listed = listAt((await context.use(largestPage)).page, "data");
  const seen = listed.flatMap((item) => {
    const contact = at(item, "contact", "id");
    const channel = at(item, "channel", "id");
    if (typeof contact !== "string" || typeof channel !== "string") return [];
    return [{ contact, channel, item }];
  });
  const busy = new Set(
    seen
      .filter(({ item }) => at(item, "status") !== "resolved")
      .map(({ contact, channel }) => `${contact} ${channel}`),
  );
  const hindrance = ({ contact, channel, item }: (typeof seen)[number]): number =>
    (busy.has(`${contact} ${channel}`) ? 2 : 0) +
    (at(item, "channel", "type") === "whatsapp" ? 1 : 0);
  return seen.toSorted((a, b) => hindrance(a) - hindrance(b));
}

const contacts: Discovery = async (context) => {
  const found = await pairs(context);
  return found.map(({ contact }) => contact);
};

const channels: Discovery = async (context) => {
  const [contact] = await context.fixture("contact_id");
  const found = await pairs(context);
  const known = found.filter((pair) => pair.contact === contact);
  return (known.length > 0 ? known : found).map(({ channel }) => channel);
};

const agents: Discovery = async (context) => {
  const { page } = await context.use(largestPage);
  const ids = listAt(page, "data").map((item) => at(item, "assignee", "id"));
  return [...new Set(ids.filter((id) => typeof id === "string"))];
};

/** Fixtures that the listed conversations show. */
export const discoveries: Readonly<Record<string, Discovery>> = {
  contact_id: contacts,
  channel_id: channels,
  agent_ids: agents,
};

/** Two label names to set: such as the inbox has already, since making new ones may not be possible. */
export async function labelNames(context: ProbeContext): Promise<readonly [string, string]> {
  const { page } = await context.use(largestPage);
  const seen = listAt(page, "data").flatMap((item) => {
    const labels = at(item, "labels");
    return Array.isArray(labels) ? labels.filter((label) => typeof label === "string") : [];
  });
  const [first = "follow-up", second = "resolved-billing"] = [...new Set(seen)];
  return first === second ? [first, "urgent"] : [first, second];
}

/** The id in a list's item, if it has one. */
export const idOf = (item: unknown): unknown => at(item, "id");

/** The ids of a list's page, in order. */
export const idsOf = (page: Exchange): readonly unknown[] => listAt(page, "data").map(idOf);

/** A member of a page's `meta`, which derived requirements judge to be a number. */
export function metaOf(
  page: Exchange,
  member: "total" | "page" | "per_page" | "total_pages",
): number {
  const value = at(control(page).json, "meta", member);
  if (typeof value === "number") return value;
  throw new Untestable({ kind: "control", reason: `a list has no number at meta.${member}` });
}
