import * as fc from "fast-check";
import { nearbyId } from "../../derive/nearby-id.ts";
import { at } from "../../evidence.ts";
import { compareFacts, mustAccept, mustRefuse, type Shown } from "../../explore/agree.ts";
import { move, type Steps, which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import type { Difference, Seen } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import { factOf, forget, guard, settle, type Thing, type World } from "../../explore/world.ts";
import { accepts } from "./accepts.ts";
import { type Pages, readPages } from "./pages.ts";

/** The kind of things that chatbots of a journey's own are. */
export const kind = "chatbot";

const members = ["name", "description", "category"] as const;

/** Whether a chatbot was deleted. */
export const isGone = ({ notes }: Thing): boolean => notes.has("deleted");
const isThere = (thing: Thing): boolean => !isGone(thing);

const textsOf = (world: World): Readonly<Record<(typeof members)[number], string>> => ({
  name: `Concordat ${world.word} ${world.turn}`,
  description: `Made in step ${world.turn}`,
  category: ["support", "sales", "onboarding"][world.turn % 3] ?? "support",
});

const shownIn = (chatbot: unknown): Shown => ({
  id: at(chatbot, "id") ?? null,
  // Null and absent are the same: which of them stands for nothing is not documented.
  ...Object.fromEntries(members.map((name) => [name, at(chatbot, name) ?? null])),
});

const shownBy = ({ target, oracle }: Both<Seen>): Both<Shown> => ({
  target: shownIn(target.json),
  oracle: shownIn(oracle.json),
});

type Given = readonly (typeof members)[number][];

const bodyOf = (world: World, given: Given) =>
  Object.fromEntries(given.map((name) => [name, textsOf(world)[name]]));

export const make = move<Given, Seen>({
  weight: 2,
  choice: fc.subarray(["description", "category"] as const),
  send: (ask, world, given) =>
    ask({
      operationId: "createChatbot",
      purpose: "a new chatbot",
      body: bodyOf(world, ["name", ...given]),
    }),
  compare: (world, given, both) => {
    const target = at(both.target.json, "id");
    const oracle = at(both.oracle.json, "id");
    // A plan may have room for no more of them.
    if (typeof target !== "string" || typeof oracle !== "string") return [];
    const made = world.add(kind, { target, oracle });
    if (made === undefined) return [];
    world.symbols.bind("{no chatbot}", { target: nearbyId(target), oracle: nearbyId(oracle) });
    settle(made, "id", made.symbol, "sarufi/chatbots/is-made-as-asked");
    for (const name of ["name", ...given] as const)
      settle(made, name, textsOf(world)[name], "sarufi/chatbots/is-made-as-asked");
    return compareFacts(made, shownBy(both), both.target.exchange, { only: members });
  },
});

const makeWrong = moveOn<object>({
  kind,
  choice: fc.record({ of: which() }),
  fits: (thing) => isThere(thing) && thing.facts.has("name"),
  call: (thing) => ({
    operationId: "createChatbot",
    purpose: `a new chatbot with the name of ${thing.name}`,
    body: { name: factOf(thing, "name") },
  }),
  compare: (_, both) => mustRefuse(both, "sarufi/chatbots/name-is-taken-once"),
});

const change = moveOn<{ readonly given: Given }>({
  weight: 3,
  kind,
  choice: fc.record({ of: which(), given: fc.subarray([...members], { minLength: 1 }) }),
  fits: isThere,
  call: (thing, world, { given }) => ({
    operationId: "updateChatbot",
    purpose: `${thing.name}: ${given.join(" and ")} set`,
    path: { chatbot_id: thing.symbol },
    body: bodyOf(world, given),
  }),
  compare: (thing, both, world, { given }) => {
    const breaks = "sarufi/chatbots/change-is-kept";
    if (!both.target.ok || !both.oracle.ok) {
      forget(thing, ...given);
      return mustAccept(both, "sarufi/derived/updateChatbot/accepts-valid-request");
    }
    guard(thing, "sarufi/chatbots/change-leaves-the-rest", ["id"]);
    for (const name of given) settle(thing, name, textsOf(world)[name], breaks);
    return compareFacts(thing, shownBy(both), both.target.exchange);
  },
});

/** The name of one chatbot, given to the first other one. */
const usurp = moveOn<object>({
  kind,
  choice: fc.record({ of: which() }),
  fits: (thing, world) =>
    isThere(thing) && thing.facts.has("name") && otherThan(thing, world) !== undefined,
  call: (thing, world) => ({
    operationId: "updateChatbot",
    purpose: `the name of ${thing.name}, given to another chatbot`,
    path: { chatbot_id: otherThan(thing, world)?.symbol ?? "" },
    body: { name: factOf(thing, "name") },
  }),
  compare: (thing, both, world) => {
    const other = otherThan(thing, world);
    if (both.target.ok && other !== undefined) forget(other, "name");
    return mustRefuse(both, "sarufi/chatbots/name-cannot-be-taken-over");
  },
});

const otherThan = (thing: Thing, world: World): Thing | undefined =>
  world.all(kind).find((one) => one !== thing && isThere(one));

const reading = {
  getChatbot: "sarufi/chatbots/change-is-kept",
  getChatbotStats: "sarufi/chatbots/stats-are-the-chatbots",
} as const;

const read = moveOn<{ readonly operationId: keyof typeof reading }>({
  weight: 3,
  kind,
  choice: fc.record({
    of: which(),
    operationId: fc.constantFrom<keyof typeof reading>("getChatbot", "getChatbotStats"),
  }),
  call: (thing, _, { operationId }) => ({
    operationId,
    purpose: `${thing.name}${isGone(thing) ? ", deleted" : ""}: ${operationId}`,
    path: { chatbot_id: thing.symbol },
  }),
  compare: (thing, both, _, { operationId }) => {
    if (isGone(thing)) return mustRefuse(both, "sarufi/chatbots/deleted-is-gone");
    if (!both.target.ok) return mustAccept(both, accepts(operationId));
    return operationId === "getChatbot"
      ? compareFacts(thing, shownBy(both), both.target.exchange, { confirms: true })
      : compareFacts(thing, shownBy(both), both.target.exchange, {
          only: ["id", "name"],
          confirmedBreaks: reading[operationId],
        });
  },
});

const readNothing = move({
  choice: fc.constantFrom("getChatbot", "getChatbotStats", "updateChatbot", "listFlows"),
  ready: (world) => world.all(kind).length > 0,
  send: (ask, _, operationId) =>
    ask({
      operationId,
      purpose: `${operationId} of a chatbot that there is not`,
      path: { chatbot_id: "{no chatbot}" },
      ...(operationId === "updateChatbot" && { body: { category: "sales" } }),
    }),
  compare: (_, operationId, both) =>
    mustRefuse(both, `sarufi/derived/${operationId}/path/chatbot_id/unknown`),
});

const remove = moveOn<object>({
  kind,
  choice: fc.record({ of: which() }),
  fits: isThere,
  call: (thing) => ({
    operationId: "deleteChatbot",
    purpose: `${thing.name}, deleted`,
    path: { chatbot_id: thing.symbol },
  }),
  compare: (thing, both, world) => {
    if (!both.target.ok)
      return mustAccept(both, "sarufi/derived/deleteChatbot/accepts-valid-request");
    thing.notes.set("deleted", true);
    for (const belonging of ["flow", "flow chat"])
      for (const one of world.all(belonging))
        if (one.notes.get("chatbot") === thing) world.remove(one);
    return [];
  },
});

/** All chatbots, where those of the journey are looked for. */
const list = move<number, Pages>({
  weight: 2,
  choice: fc.constantFrom(37, 20),
  ready: (world) => world.all(kind).length > 0,
  send: (ask, _, limit) =>
    readPages(ask, { operationId: "listChatbots", purpose: "the chatbots", items: "items", limit }),
  compare: (world, _, both) => world.all(kind).flatMap((thing) => listed(thing, both)),
});

function listed(thing: Thing, { target, oracle }: Both<Pages>): readonly Difference[] {
  const [exchange] = target.exchanges.slice(-1);
  if (exchange === undefined || !target.ok || !oracle.ok) return [];
  const own = ({ items }: Pages): unknown => items.find((item) => at(item, "id") === thing.symbol);
  const [there, expected] = [own(target), own(oracle)];
  const found = (breaks: string, message: string, want: string, actual: string): Difference[] => [
    { breaks, message: `${thing.name} ${message}`, expected: want, actual, exchange },
  ];
  if (isGone(thing))
    return there === undefined
      ? []
      : found(
          "sarufi/chatbots/deleted-is-gone",
          "is listed, though deleted",
          "not listed",
          "listed",
        );
  if (there === undefined)
    return target.whole
      ? found(
          "sarufi/chatbots/is-listed",
          "is not listed",
          "listed",
          `not among ${target.items.length}`,
        )
      : [];
  if (expected === undefined) return [];
  const shown = { target: shownIn(there), oracle: shownIn(expected) };
  return compareFacts(thing, shown, exchange, {
    only: ["name", "description"],
    confirmedBreaks: "sarufi/chatbots/is-listed",
  });
}

/** Moves that make, change, read and delete chatbots. */
export const chatbotMoves: readonly Steps[] = [
  make,
  makeWrong,
  change,
  usurp,
  read,
  readNothing,
  remove,
  list,
];
