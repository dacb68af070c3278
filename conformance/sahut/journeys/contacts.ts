import * as fc from "fast-check";
import { nearbyId } from "../../derive/nearby-id.ts";
import { at } from "../../evidence.ts";
import { compareFacts, mustAccept, mustRefuse, type Shown } from "../../explore/agree.ts";
import { move, type Steps, which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import type { Difference, Seen } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import { forget, guard, settle, type Thing, textOf, type World } from "../../explore/world.ts";
import { type Pages, readPages } from "./pages.ts";

const kind = "contact";

/** Members of a contact that hold a text, and what of them the documentation lets a change set. */
const members = ["name", "phone", "email", "company"] as const;

/** The first word of every contact's name in a journey, which nobody else's has. */
const wordOf = (world: World): string => `Uji${world.word}`;

/** What a contact is made with, or changed to, in this step. */
function textsOf(world: World): Readonly<Record<(typeof members)[number], string>> {
  const number = String(world.turn).padStart(2, "0");
  const digits = [...world.word].map((letter) => letter.charCodeAt(0) % 10).join("");
  return {
    name: `${wordOf(world)} Concordat ${number}`,
    phone: `+62${digits.slice(-9)}${number}`,
    email: `${wordOf(world)}.${number}@example.com`.toLowerCase(),
    company: `PT Concordat ${number}`,
  };
}

/** Facts of a contact, as an answer shows it. Null, empty and absent are the same: which stands for nothing is open. */
function shownIn(contact: unknown): Shown {
  const attributes = at(contact, "custom_attributes");
  const tags = at(contact, "tags");
  return {
    id: at(contact, "id") ?? null,
    ...Object.fromEntries(members.map((name) => [name, at(contact, name) || null])),
    ...(Array.isArray(tags) &&
      Object.fromEntries(tags.map((tag) => [`tag ${String(tag)}`, "is there"]))),
    // A list need not show them.
    attribute:
      attributes === undefined ? undefined : (at(attributes, "{custom_attribute}") ?? null),
  };
}

/** Tags that are facts, and are not shown, are missing. */
function withTags(thing: Thing, shown: Shown): Shown {
  const tags = [...thing.facts.keys()].filter((name) => name.startsWith("tag "));
  return { ...Object.fromEntries(tags.map((name) => [name, "is missing"])), ...shown };
}

const shownOf = (thing: Thing, { target, oracle }: Both<unknown>): Both<Shown> => ({
  target: withTags(thing, shownIn(target)),
  oracle: withTags(thing, shownIn(oracle)),
});

const dataOf = ({ target, oracle }: Both<Seen>): Both<unknown> => ({
  target: at(target.json, "data"),
  oracle: at(oracle.json, "data"),
});

/** Which members a request sets; `name` is always among those of a new contact. */
interface Setting {
  readonly given: readonly (typeof members)[number][];
  readonly tag: number | null;
  readonly attribute: boolean;
}

const settings = {
  given: fc.subarray([...members]),
  tag: fc.option(which(), { freq: 2 }),
  attribute: fc.boolean(),
};

/** The body that sets them. */
function bodyOf(
  world: World,
  { given, tag, attribute }: Setting,
): Readonly<Record<string, unknown>> {
  const texts = textsOf(world);
  const value = tag === null ? undefined : textOf(world, "tags", tag);
  return {
    ...Object.fromEntries(given.map((name) => [name, texts[name]])),
    ...(value !== undefined && { tags: [value] }),
    ...(attribute &&
      world.texts.attributes && {
        custom_attributes: { "{custom_attribute}": `tier ${world.turn}` },
      }),
  };
}

/** Takes up what a request has set. */
function settleAll(thing: Thing, body: Readonly<Record<string, unknown>>, breaks: string): void {
  const { tags, custom_attributes, ...texts } = body;
  for (const [name, value] of Object.entries(texts)) settle(thing, name, value, breaks);
  const isNew = breaks.endsWith("readable");
  for (const tag of Array.isArray(tags) ? tags : [])
    settle(thing, `tag ${tag}`, "is there", isNew ? breaks : "sahut/contacts/tags-are-set");
  const kept = isNew ? "custom-attributes-are-kept" : "attributes-are-set";
  if (custom_attributes !== undefined)
    settle(
      thing,
      "attribute",
      at(custom_attributes, "{custom_attribute}"),
      `sahut/contacts/${kept}`,
    );
}

const whole = (setting: Setting): Setting => ({
  ...setting,
  // Whether a contact may be without both is not documented.
  given: [...new Set(["name" as const, "email" as const, ...setting.given])],
});

export const create = move<Setting, Seen>({
  weight: 2,
  choice: fc.record(settings),
  send: (ask, world, setting) =>
    ask({
      operationId: "createContact",
      purpose: "a new contact",
      body: bodyOf(world, whole(setting)),
    }),
  compare: (world, setting, both) => {
    const ids = {
      target: at(both.target.json, "data", "id"),
      oracle: at(both.oracle.json, "data", "id"),
    };
    const { target, oracle } = ids;
    if (!both.target.ok)
      return mustAccept(both, "sahut/derived/createContact/accepts-valid-request");
    if (typeof target !== "string" || typeof oracle !== "string") return [];
    const made = world.add(kind, { target, oracle });
    if (made === undefined) return [];
    world.symbols.bind("{unknown contact}", { target: nearbyId(target), oracle: nearbyId(oracle) });
    settle(made, "id", made.symbol, "sahut/contacts/get-returns-the-one-asked-for");
    const body = bodyOf(world, whole(setting));
    settleAll(made, body, "sahut/contacts/created-contact-is-readable");
    for (const name of members)
      if (!(name in body)) settle(made, name, null, "sahut/contacts/left-out-is-empty");
    return compareFacts(made, shownOf(made, dataOf(both)), both.target.exchange, {
      only: members,
      breaks: "sahut/contacts/answer-shows-the-contact",
    });
  },
});

const change = moveOn<Setting>({
  weight: 6,
  kind,
  choice: fc.record({ of: which(), ...settings }),
  // Whether a change of nothing is taken is not documented.
  fits: (_, world, setting) => Object.keys(bodyOf(world, setting)).length > 0,
  call: (thing, world, setting) => ({
    operationId: "updateContact",
    purpose: `${thing.name}: ${Object.keys(bodyOf(world, setting)).join(" and ")} set`,
    path: { id: thing.symbol },
    body: bodyOf(world, setting),
  }),
  compare: (thing, both, world, setting) => {
    const body = bodyOf(world, setting);
    if (!both.target.ok || !both.oracle.ok) {
      // A tag or an attribute that nobody has used may be refused.
      forget(thing, ...[...thing.facts.keys()].filter((name) => name !== "id"));
      const plain = Object.keys(body).every((name) => members.some((one) => one === name));
      return plain ? mustAccept(both, "sahut/contacts/changes-are-kept") : [];
    }
    guard(thing, "sahut/contacts/left-out-stays", ["id"]);
    // Whether tags and attributes replace those there were is not documented.
    const tags = [...thing.facts.keys()].filter((name) => name.startsWith("tag "));
    if ("tags" in body) forget(thing, ...tags);
    if ("custom_attributes" in body) forget(thing, "attribute");
    settleAll(thing, body, "sahut/contacts/changes-are-kept");
    if (typeof at(both.target.json, "data", "id") !== "string") return [];
    return compareFacts(thing, shownOf(thing, dataOf(both)), both.target.exchange, {
      only: members.filter((name) => name in body),
      breaks: "sahut/contacts/answer-shows-the-change",
    });
  },
});

const read = moveOn({
  weight: 5,
  kind,
  choice: fc.record({ of: which() }),
  call: (thing) => ({
    operationId: "getContact",
    purpose: `${thing.name}, read`,
    path: { id: thing.symbol },
  }),
  compare: (thing, both) =>
    both.target.ok
      ? compareFacts(thing, shownOf(thing, dataOf(both)), both.target.exchange, { confirms: true })
      : mustAccept(both, "sahut/contacts/created-contact-is-readable"),
});

const readNothing = move({
  choice: fc.constantFrom("getContact", "updateContact"),
  ready: (world) => world.all(kind).length > 0,
  send: (ask, _, operationId) =>
    ask({
      operationId,
      purpose: `${operationId} of a contact that there is not`,
      path: { id: "{unknown contact}" },
      ...(operationId === "updateContact" && { body: { company: "PT Concordat" } }),
    }),
  compare: (_, operationId, both) =>
    mustRefuse(both, `sahut/derived/${operationId}/path/id/unknown`),
});

const createWrong = move({
  choice: fc.constant("name"),
  send: (ask, world) => {
    const { phone, email } = textsOf(world);
    const purpose = "a contact without a name";
    return ask({ operationId: "createContact", purpose, body: { phone, email } });
  },
  compare: (_, __, both) => mustRefuse(both, "sahut/derived/createContact/body/name/required"),
});

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
const search = move<Query, Pages>({
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

/** Moves that make, change and look for contacts. */
export const contactMoves: readonly Steps[] = [
  create,
  change,
  read,
  readNothing,
  createWrong,
  search,
];
