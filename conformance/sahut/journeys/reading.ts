import * as fc from "fast-check";
import { at } from "../../evidence.ts";
import { compareFacts, inWords, mustAccept, mustRefuse, type Shown } from "../../explore/agree.ts";
import { move, type Steps, which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import type { Difference } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import { factOf, type Thing, textOf, type World } from "../../explore/world.ts";
import { kind, shownBy, shownIn } from "./conversation.ts";
import { type Pages, readPages } from "./pages.ts";

const read = moveOn({
  weight: 6,
  kind,
  choice: fc.record({ of: which() }),
  call: (thing) => ({
    operationId: "getConversation",
    purpose: `${thing.name}, read`,
    path: { id: thing.symbol },
  }),
  compare: (thing, both) => {
    const found = mustAccept(both, "sahut/conversations/created-conversation-is-readable");
    return found.length > 0 || !both.target.ok
      ? found
      : compareFacts(thing, shownBy(both), both.target.exchange, { confirms: true });
  },
});

const operations = {
  getConversation: "id",
  updateConversation: "id",
  listMessages: "conversation_id",
  sendMessage: "conversation_id",
} as const;

const bodies: Readonly<Record<string, object>> = {
  updateConversation: { status: "open" },
  sendMessage: { content: "Concordat" },
};

/** Something asked of a conversation that there is not. */
const readNothing = move({
  choice: fc.constantFrom<keyof typeof operations>(
    "getConversation",
    "updateConversation",
    "listMessages",
    "sendMessage",
  ),
  ready: (world) => world.all(kind).length > 0,
  send: (ask, _, operationId) =>
    ask({
      operationId,
      purpose: `${operationId} of a conversation that there is not`,
      path: { [operations[operationId]]: "{unknown conversation}" },
      ...(bodies[operationId] && { body: bodies[operationId] }),
    }),
  compare: (_, operationId, both) =>
    mustRefuse(both, `sahut/derived/${operationId}/path/${operations[operationId]}/unknown`),
});

/** A filter of the list; what is not there is not asked for. */
interface Filter {
  readonly status?: string | undefined;
  /** The number of an agent, or null for nobody. */
  readonly agent?: number | null | undefined;
  readonly channel?: true | undefined;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

const filters: fc.Arbitrary<Filter> = fc.record({
  status: maybe(fc.constantFrom("open", "pending", "snoozed", "resolved")),
  agent: maybe(fc.option(which(), { freq: 2 })),
  channel: maybe(fc.constant(true as const)),
});

function queryOf(world: World, { status, agent, channel }: Filter): Record<string, string> {
  const assignee = agent === null ? "unassigned" : agent && textOf(world, "agents", agent);
  return {
    ...(status !== undefined && { status }),
    ...(typeof assignee === "string" && { assignee_id: assignee }),
    ...(channel === true && { channel_id: "{channel_id}" }),
  };
}

/** The conversation list under a filter, where what the journey has made is looked for. */
const list = move<Filter, Pages>({
  weight: 7,
  choice: filters,
  // Without a filter, a large inbox is many pages.
  ready: (world, filter) =>
    world.all(kind).length > 0 && Object.keys(queryOf(world, filter)).length > 0,
  send: (ask, world, filter) =>
    readPages(ask, {
      operationId: "listConversations",
      purpose: `the list, ${Object.keys(queryOf(world, filter)).join(" and ") || "no filter"}`,
      query: queryOf(world, filter),
      perPage: 100,
    }),
  compare: (world, filter, both) => [
    ...mustAccept(
      { target: both.target.first, oracle: both.oracle.first },
      Object.keys(queryOf(world, filter)).join() === "status"
        ? "sahut/filters/every-status-is-accepted"
        : "sahut/derived/listConversations/accepts-valid-request",
    ),
    ...strangers(queryOf(world, filter), both.target),
    ...world.all(kind).flatMap((thing) => listed(thing, queryOf(world, filter), both)),
  ],
});

/** Whatever a filter lets through has to fit it, by what it shows itself. */
function strangers(
  query: Readonly<Record<string, string>>,
  { items, exchanges }: Pages,
): readonly Difference[] {
  const [exchange] = exchanges.slice(-1);
  return Object.entries(query).flatMap(([name, value]): readonly Difference[] => {
    const expected = value === "unassigned" ? null : value;
    const shown = items.map((item) => shownIn(item)[deciding[name] ?? name]);
    const stranger = shown.find((one) => one !== expected);
    if (stranger === undefined || exchange === undefined) return [];
    const filter = { status: "status", channel_id: "channel", assignee_id: "agent" }[name];
    return [
      {
        breaks: `sahut/filters/${value === "unassigned" ? value : filter}`,
        message: `A conversation is listed under ${name}=${value} that does not fit`,
        expected: inWords(value),
        actual: inWords(stranger),
        exchange,
      },
    ];
  });
}

/** The facts that decide whether a conversation is in a list. */
const deciding: Readonly<Record<string, string>> = {
  status: "status",
  assignee_id: "assignee",
  channel_id: "channel",
};

function listed(
  thing: Thing,
  query: Readonly<Record<string, string>>,
  { target, oracle }: Both<Pages>,
): readonly Difference[] {
  const names = Object.keys(query).map((name) => deciding[name] ?? name);
  const [exchange] = target.exchanges.slice(-1);
  if (exchange === undefined || !oracle.ok || !target.ok) return [];
  if (!names.every((name) => thing.facts.has(name))) return [];
  const own = (items: readonly unknown[]): readonly unknown[] =>
    items.filter((item) => at(item, "id") === thing.symbol);
  const [there, expected] = [own(target.items), own(oracle.items)];
  if (there.length > 0 && expected.length > 0) {
    const shown = { target: shownIn(there[0]), oracle: shownIn(expected[0]) };
    const confirmedBreaks = "sahut/conversations/list-and-conversation-agree";
    return compareFacts(thing, shown, exchange, { confirmedBreaks });
  }
  // A list that was not read to its end may hold it further on.
  if (there.length === expected.length) return [];
  if (there.length === 0 ? !target.whole : !oracle.whole) return [];
  const filter = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  return [
    {
      ...(there.length > 0
        ? intruderBreaks(thing, query, shownIn(there[0]))
        : { breaks: missingBreaks(query) }),
      message: `${thing.name} ${there.length > 0 ? "is" : "is not"} in the list under ${filter || "no filter"}`,
      expected: there.length > 0 ? "not listed, as by the reference server" : "listed",
      actual: there.length > 0 ? "listed" : `not among ${target.items.length} conversations`,
      exchange,
    },
  ];
}

/** What a list breaks that shows a conversation against its facts. */
function intruderBreaks(
  thing: Thing,
  query: Readonly<Record<string, string>>,
  shown: Shown,
): Pick<Difference, "breaks" | "fault"> {
  // Where it shows itself as the filter wants it, not the filter is to blame, but a change that was never made.
  const unmade = Object.keys(query)
    .map((name) => deciding[name] ?? name)
    .find((name) => JSON.stringify(shown[name]) !== JSON.stringify(factOf(thing, name)));
  const fact = unmade === undefined ? undefined : thing.facts.get(unmade);
  if (fact !== undefined) return { breaks: fact.breaks, fault: `${thing.kind}: ${unmade}` };
  return { breaks: `sahut/filters/${filterOf(thing, query)}` };
}

/** The promise about a filter that lets a conversation through which does not fit. */
function filterOf(thing: Thing, query: Readonly<Record<string, string>>): string {
  if (Object.keys(query).length > 1) return "filters-combine";
  if (query.status === "open" && factOf(thing, "status") === "resolved")
    return "drops-what-no-longer-fits";
  if (query.status !== undefined) return "status";
  if (query.channel_id !== undefined) return "channel";
  return query.assignee_id === "unassigned" ? "unassigned" : "agent";
}

/** What a list breaks that does not show a conversation which fits it. */
function missingBreaks(query: Readonly<Record<string, string>>): string {
  if (Object.keys(query).length > 1) return "sahut/filters/filters-combine";
  if (query.assignee_id === "unassigned") return "sahut/filters/finds-an-unassigned-conversation";
  if (query.assignee_id !== undefined) return "sahut/filters/finds-an-agents-conversation";
  if (query.status === "resolved") return "sahut/filters/finds-a-resolved-conversation";
  return "sahut/filters/statuses-partition-the-list";
}

const listWrong = move({
  choice: fc.constant("concordat"),
  send: (ask, _, status) =>
    ask({
      operationId: "listConversations",
      purpose: "the list, under a status that there is not",
      query: { status },
    }),
  compare: (_, __, both) => mustRefuse(both, "sahut/derived/listConversations/query/status/enum"),
});

/** Moves that look at conversations. */
export const readingMoves: readonly Steps[] = [read, readNothing, list, listWrong];
