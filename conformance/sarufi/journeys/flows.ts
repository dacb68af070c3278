import * as fc from "fast-check";
import { nearbyId } from "../../derive/nearby-id.ts";
import { at } from "../../evidence.ts";
import { compareFacts, mustAccept, mustRefuse } from "../../explore/agree.ts";
import { type Steps, which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import type { Difference, Seen } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import { forget, guard, settle, type Thing, type World } from "../../explore/world.ts";
import { accepts } from "./accepts.ts";
import { kind as chatbotKind, isGone as isGoneChatbot } from "./chatbots.ts";
import {
  chatbotOf,
  flowsOf,
  isGone,
  isThere,
  kind,
  loseTrack,
  setLive,
  shownBy,
  shownIn,
  write,
} from "./flow.ts";
import { publish, remove } from "./flow-publishing.ts";
import { canWrite, type Plan, plans, type Script, scriptOf } from "./scripts.ts";

const isThereChatbot = (thing: Thing): boolean => !isGoneChatbot(thing);

/** Takes up a flow's definition. */
function define(flow: Thing, script: Script, breaks: string): void {
  write(flow, script);
  settle(flow, "definition", script.definition, breaks);
}

export const make = moveOn<{ readonly plan: Plan | null }>({
  weight: 3,
  kind: chatbotKind,
  choice: fc.record({ of: which(), plan: fc.option(plans, { freq: 6 }) }),
  fits: (thing, world) => isThereChatbot(thing) && canWrite(world),
  call: (thing, world, { plan }) => ({
    operationId: "createFlow",
    purpose: `${thing.name}: a ${plan === null ? "blank" : "new"} flow`,
    path: { chatbot_id: thing.symbol },
    body: {
      name: `Concordat ${world.turn}`,
      type: "conversation",
      ...(plan !== null && { flow: scriptOf(world, plan).definition }),
    },
  }),
  compare: (thing, both, world, { plan }) => {
    const target = at(both.target.json, "id");
    const oracle = at(both.oracle.json, "id");
    // Whether a draft with errors is kept is not documented.
    if (!both.target.ok)
      return plan?.dangles === true ? [] : mustAccept(both, accepts("createFlow"));
    if (typeof target !== "string" || typeof oracle !== "string") return [];
    const made = world.add(kind, { target, oracle });
    if (made === undefined) return [];
    world.symbols.bind("{no flow}", { target: nearbyId(target), oracle: nearbyId(oracle) });
    made.notes.set("chatbot", thing);
    const draft = "sarufi/flows/starts-as-a-draft";
    settle(made, "id", made.symbol, draft);
    settle(made, "name", `Concordat ${world.turn}`, draft);
    settle(made, "type", "conversation", draft);
    settle(made, "status", "draft", draft);
    if (plan === null) settle(made, "definition", {}, "sarufi/flows/is-blank-without-a-definition");
    else define(made, scriptOf(world, plan), "sarufi/flows/is-made-with-its-definition");
    return compareFacts(made, shownBy(made, both), both.target.exchange, {
      only: ["name", "type", "status", "definition"],
    });
  },
});

const redefine = moveOn<{ readonly plan: Plan; readonly renames: boolean }>({
  weight: 2,
  kind,
  choice: fc.record({ of: which(), plan: plans, renames: fc.boolean() }),
  fits: (thing, world) => isThere(thing) && canWrite(world),
  call: (thing, world, { plan, renames }) => ({
    operationId: "updateFlow",
    purpose: `${thing.name}: another definition`,
    path: { chatbot_id: chatbotOf(thing).symbol, flow_id: thing.symbol },
    body: {
      flow: scriptOf(world, plan).definition,
      ...(renames && { name: `Concordat ${world.turn}` }),
    },
  }),
  compare: (thing, both, world, { plan, renames }) => {
    const chatbot = chatbotOf(thing);
    if (thing.notes.has("published")) {
      // Whether a change of a published flow is live at once, and is a draft then, is not documented.
      setLive(chatbot, { is: "unknown" });
      forget(thing, "status");
      loseTrack(world, (chat) => chatbotOf(chat) === chatbot);
    }
    if (!both.target.ok || !both.oracle.ok) {
      forget(thing, "definition", "name");
      thing.notes.delete("script");
      return plan.dangles ? [] : mustAccept(both, accepts("updateFlow"));
    }
    guard(thing, "sarufi/flows/change-is-kept", ["id"]);
    if (renames) settle(thing, "name", `Concordat ${world.turn}`, "sarufi/flows/change-is-kept");
    define(thing, scriptOf(world, plan), "sarufi/flows/definition-replaces-the-whole");
    return compareFacts(thing, shownBy(thing, both), both.target.exchange);
  },
});

const read = moveOn<object>({
  weight: 2,
  kind,
  choice: fc.record({ of: which() }),
  call: (thing) => ({
    operationId: "getFlow",
    purpose: `${thing.name}, ${isGone(thing) ? "deleted" : "read"}`,
    path: { chatbot_id: chatbotOf(thing).symbol, flow_id: thing.symbol },
  }),
  compare: (thing, both) => {
    if (isGone(thing)) return mustRefuse(both, "sarufi/flows/deleted-is-gone");
    if (!both.target.ok) return mustAccept(both, accepts("getFlow"));
    return compareFacts(thing, shownBy(thing, both), both.target.exchange, { confirms: true });
  },
});

/** A flow, asked for under another chatbot of the journey's. */
const readElsewhere = moveOn<object>({
  kind,
  choice: fc.record({ of: which() }),
  fits: (thing, world) => isThere(thing) && strangerTo(thing, world) !== undefined,
  call: (thing, world) => ({
    operationId: "getFlow",
    purpose: `${thing.name}, asked of another chatbot`,
    path: { chatbot_id: strangerTo(thing, world)?.symbol ?? "", flow_id: thing.symbol },
  }),
  compare: (_, both) => mustRefuse(both, "sarufi/flows/belong-to-their-chatbot"),
});

const strangerTo = (flow: Thing, world: World): Thing | undefined =>
  world.all(chatbotKind).find((one) => one !== chatbotOf(flow) && isThereChatbot(one));

const validate = moveOn<object>({
  kind,
  choice: fc.record({ of: which() }),
  fits: (thing) => isThere(thing) && thing.notes.has("script"),
  call: (thing) => ({
    operationId: "validateFlow",
    purpose: `${thing.name}, validated`,
    path: { chatbot_id: chatbotOf(thing).symbol, flow_id: thing.symbol },
  }),
  compare: (thing, both) => {
    guard(thing, "sarufi/flows/validating-changes-nothing", ["id"]);
    if (!both.target.ok) return mustAccept(both, accepts("validateFlow"));
    const [actual, expected] = [at(both.target.json, "valid"), at(both.oracle.json, "valid")];
    if (actual === expected) return [];
    return [
      {
        breaks: `sarufi/flows/${expected === true ? "documented-form-is-valid" : "dangling-transition-is-an-error"}`,
        message: `${thing.name} is found ${actual === true ? "valid" : "invalid"}`,
        expected: `valid: ${expected}, as by the reference server`,
        actual: `valid: ${String(actual)}`,
        exchange: both.target.exchange,
      },
    ];
  },
});

/** A chatbot's flows, where those of the journey are looked for. */
const list = moveOn<object>({
  weight: 2,
  kind: chatbotKind,
  choice: fc.record({ of: which() }),
  fits: isThereChatbot,
  call: (thing) => ({
    operationId: "listFlows",
    purpose: `${thing.name}: its flows`,
    path: { chatbot_id: thing.symbol },
  }),
  compare: (thing, both, world) =>
    both.target.ok
      ? flowsOf(world, thing).flatMap((flow) => listed(flow, both))
      : mustAccept(both, accepts("listFlows")),
});

function listed(flow: Thing, both: Both<Seen>): readonly Difference[] {
  const { exchange } = both.target;
  const own = ({ json }: Seen): unknown => {
    const items = at(json, "items");
    return Array.isArray(items) ? items.find((item) => at(item, "id") === flow.symbol) : undefined;
  };
  const [there, expected] = [own(both.target), own(both.oracle)];
  if (there !== undefined && expected !== undefined) {
    const shown = { target: shownIn(flow, there), oracle: shownIn(flow, expected) };
    return compareFacts(flow, shown, exchange, {
      only: ["name", "status", "type"],
      confirmedBreaks: "sarufi/flows/is-listed",
    });
  }
  if ((there === undefined) === (expected === undefined)) return [];
  return [
    {
      breaks: there === undefined ? "sarufi/flows/is-listed" : "sarufi/flows/deleted-is-gone",
      message: `${flow.name} is ${there === undefined ? "not listed" : "listed, though deleted"}`,
      expected: expected === undefined ? "not listed" : "listed",
      actual: there === undefined ? "not listed" : "listed",
      exchange,
    },
  ];
}

const nothing = ["getFlow", "updateFlow", "validateFlow", "publishFlow", "deleteFlow"] as const;

const readNothing = moveOn<{ readonly operationId: (typeof nothing)[number] }>({
  kind,
  choice: fc.record({ of: which(), operationId: fc.constantFrom(...nothing) }),
  call: (thing, _, { operationId }) => ({
    operationId,
    purpose: `${operationId} of a flow that there is not`,
    path: { chatbot_id: chatbotOf(thing).symbol, flow_id: "{no flow}" },
    ...(operationId === "updateFlow" && { body: { name: "Concordat" } }),
  }),
  compare: (_, both, __, { operationId }) =>
    mustRefuse(both, `sarufi/derived/${operationId}/path/flow_id/unknown`),
});

/** Moves that write, publish and delete flows. */
export const flowMoves: readonly Steps[] = [
  make,
  redefine,
  read,
  readElsewhere,
  validate,
  publish,
  remove,
  list,
  readNothing,
];
