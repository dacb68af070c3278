import * as fc from "fast-check";
import { at } from "../../evidence.ts";
import { compareFacts } from "../../explore/agree.ts";
import { move, which } from "../../explore/move.ts";
import type { Difference } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import { type Thing, textOf, type World } from "../../explore/world.ts";
import { kind, shownOf, wordOf } from "./contact.ts";
import { type Pages, readPages } from "./pages.ts";

interface Query {
  readonly of: number;
  readonly by: "all" | "phone" | "email" | "tag";
  readonly perPage: number;
}

/** What is searched for; undefined where it is not a fact. */
function queryOf(world: World, { of, by }: Query): Readonly<Record<string, string>> | undefined {
  if (by === "all") return { q: wordOf(world) };
  if (by === "tag") {
    const tag = textOf(world, "tags", of);
    return tag === undefined ? undefined : { tag };
  }
  const value = world.pick(kind, of)?.facts.get(by)?.value;
  return typeof value === "string" ? { q: value } : undefined;
}

/** Contacts, searched for by the word that all names of a journey begin with, or by what one of them alone has. */
export const search = move<Query, Pages>({
  weight: 6,
  choice: fc.record({
    of: which(),
    by: fc.constantFrom<Query["by"]>("all", "phone", "email", "tag"),
    perPage: fc.constantFrom(100, 1, 2),
  }),
  ready: (world, query) => world.all(kind).length > 0 && queryOf(world, query) !== undefined,
  send: (ask, world, query) =>
    readPages(ask, {
      operationId: "listContacts",
      purpose: query.by === "tag" ? "contacts by a tag" : "contacts searched for",
      query: queryOf(world, query) ?? {},
      perPage: query.by === "tag" ? 100 : query.perPage,
    }),
  compare: (world, query, both) =>
    world.all(kind).flatMap((thing) => listed(thing, query, world, both)),
});

const finding = { all: "name", phone: "phone", email: "email", tag: "tag" } as const;

function listed(
  thing: Thing,
  query: Query,
  world: World,
  { target, oracle }: Both<Pages>,
): readonly Difference[] {
  const fact = query.by === "tag" ? `tag ${textOf(world, "tags", query.of)}` : finding[query.by];
  const [exchange] = target.exchanges.slice(-1);
  if (exchange === undefined || !target.ok || !oracle.ok || !thing.facts.has(fact)) return [];
  const own = (items: readonly unknown[]): readonly unknown[] =>
    items.filter((item) => at(item, "id") === thing.symbol);
  const [there, expected] = [own(target.items), own(oracle.items)];
  if (there.length > 1 && target.whole)
    return [
      difference("sahut/pagination/contact-pages-do-not-overlap", thing, "once", "twice", exchange),
    ];
  if (there[0] !== undefined && expected[0] !== undefined) {
    const shown = shownOf(thing, { target: there[0], oracle: expected[0] });
    const confirmedBreaks = "sahut/contacts/list-and-contact-agree";
    return compareFacts(thing, shown, exchange, { confirmedBreaks });
  }
  if (there.length === expected.length) return [];
  if (there.length === 0 && target.whole) {
    const confirmed = thing.facts.get(fact)?.confirmed === true;
    const breaks = `sahut/contacts/is-found-by-${finding[query.by]}`;
    const blamed = confirmed ? breaks : (thing.facts.get(fact)?.breaks ?? breaks);
    return [difference(blamed, thing, "listed", "not listed", exchange)];
  }
  if (there.length > 0 && oracle.whole && query.by !== "tag")
    return [
      difference(
        "sahut/contacts/q-lets-only-matches-through",
        thing,
        "not listed",
        "listed",
        exchange,
      ),
    ];
  return [];
}

const difference = (
  breaks: string,
  thing: Thing,
  expected: string,
  actual: string,
  exchange: Difference["exchange"],
): Difference => ({
  breaks,
  message: `${thing.name} is ${actual} where contacts are searched for`,
  expected,
  actual,
  exchange,
});
