import * as fc from "fast-check";
import { nearbyId } from "../../derive/nearby-id.ts";
import { at } from "../../evidence.ts";
import { compareFacts, mustAccept, mustRefuse } from "../../explore/agree.ts";
import { move, type Steps, which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import type { Seen } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import { forget, guard, settle } from "../../explore/world.ts";
import {
  bodyOf,
  kind,
  members,
  type Setting,
  settings,
  settleAll,
  shownOf,
  textsOf,
} from "./contact.ts";
import { search } from "./contact-search.ts";

const dataOf = ({ target, oracle }: Both<Seen>): Both<unknown> => ({
  target: at(target.json, "data"),
  oracle: at(oracle.json, "data"),
});

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

/** Moves that make, change and look for contacts. */
export const contactMoves: readonly Steps[] = [
  create,
  change,
  read,
  readNothing,
  createWrong,
  search,
];
