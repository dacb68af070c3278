import * as fc from "fast-check";
import { compareFacts, inWords, mustAccept, mustRefuse } from "../../explore/agree.ts";
import { type Steps, which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import {
  factOf,
  forget,
  guard,
  settle,
  type Thing,
  textOf,
  type World,
} from "../../explore/world.ts";
import { kind, refusedChange, shownBy, shows } from "./conversation.ts";

/** What a change sets, by the names of facts. Only what is there is sent. */
interface Change {
  readonly status?: string;
  /** Numbers of labels; none for an empty list. */
  readonly labels?: readonly number[];
  /** The number of an agent, or null for nobody. */
  readonly assignee?: number | null;
}

const statuses = ["open", "pending", "snoozed", "resolved"];
const labels = fc.uniqueArray(fc.nat(1), { maxLength: 2 });

/** Change with at least one member. */
const changes = fc.oneof(
  fc.record({ of: which(), status: fc.constantFrom(...statuses) }),
  fc.record({ of: which(), labels }),
  fc.record({ of: which(), assignee: fc.option(which(), { freq: 3 }) }),
  fc.record({ of: which(), status: fc.constantFrom(...statuses), labels }),
);

/** What a change sets, as facts. */
function settingOf(world: World, change: Change): ReadonlyMap<string, unknown> {
  const { status, labels: numbers, assignee } = change;
  const names = numbers?.map((number) => textOf(world, "labels", number)).toSorted();
  return new Map<string, unknown>([
    ...(status === undefined ? [] : [["status", status] as const]),
    ...(names === undefined ? [] : [["labels", names] as const]),
    ...(assignee === undefined ? [] : [["assignee", agentOf(world, assignee)] as const]),
  ]);
}

const agentOf = (world: World, number: number | null): string | null =>
  number === null ? null : (textOf(world, "agents", number) ?? null);

/** The body that sets these facts. */
const bodyOf = (set: ReadonlyMap<string, unknown>) =>
  Object.fromEntries(
    [...set].map(([name, value]) => [name === "assignee" ? "assignee_id" : name, value]),
  );

/** What does not hold if a value that was set is not what reads afterwards. */
function breaksOf(before: Thing, set: ReadonlyMap<string, unknown>, name: string): string {
  const value = set.get(name);
  if (set.size > 1) return "sahut/update/two-changes-at-once-are-both-made";
  if (name === "status") return "sahut/update/every-status-is-kept";
  if (name === "labels") {
    if (Array.isArray(value) && value.length === 0) return "sahut/update/empty-labels-clear";
    return before.facts.has("labels")
      ? "sahut/update/labels-replace-the-earlier-ones"
      : "sahut/update/labels-are-set";
  }
  if (value === null) return "sahut/update/null-unassigns";
  return typeof factOf(before, "assignee") === "string"
    ? "sahut/update/reassigns-to-another-agent"
    : "sahut/update/assigns-to-an-agent";
}

/** Whether the documentation promises that a change is taken, and does not merely not exclude it. */
function isPromised(world: World, before: Thing, set: ReadonlyMap<string, unknown>): boolean {
  return [...set].every(([name, value]) => {
    const earlier = factOf(before, name);
    // Which status may follow which is not documented, nor whether what there is already may be set again.
    if (name === "status")
      return earlier !== undefined && (earlier === "open") !== (value === "open");
    if (name === "assignee") return earlier !== undefined && earlier !== value;
    // Nor whether labels are made by naming them, nor whether there may be none.
    return Array.isArray(value) && value.length > 0 && world.texts.familiar?.[0] !== undefined;
  });
}

const rest: Readonly<Record<string, string>> = {
  status: "sahut/update/status-leaves-the-rest",
  labels: "sahut/update/labels-leave-the-rest",
  assignee: "sahut/update/assignment-leaves-the-rest",
};

/** A change of status, labels or assignee, or of two at once. */
const change = moveOn<Change>({
  weight: 14,
  kind,
  choice: changes,
  fits: (_, world, { assignee }) => assignee === undefined || world.texts.agents?.[0] !== undefined,
  call: (thing, world, choice) => {
    const set = settingOf(world, choice);
    return {
      operationId: "updateConversation",
      purpose: `${thing.name}: ${[...set].map(([name, value]) => `${name} = ${inWords(value)}`).join(", ")}`,
      path: { id: thing.symbol },
      body: bodyOf(set),
    };
  },
  compare: (thing, both, world, choice) => {
    const set = settingOf(world, choice);
    const names = [...set.keys()];
    const [name = "status"] = names;
    const breaks = breaksOf(thing, set, name);
    if (!both.target.ok || !both.oracle.ok) {
      const promised = isPromised(world, thing, set);
      if (both.target.ok === both.oracle.ok) refusedChange(thing);
      else forget(thing, ...names);
      return promised ? mustAccept(both, breaks) : [];
    }
    const reasons = names.map((each) => [each, breaksOf(thing, set, each)] as const);
    guard(thing, rest[name] ?? breaks, ["id"]);
    for (const [each, reason] of reasons) settle(thing, each, set.get(each), reason);
    if (!shows(both)) return [];
    return compareFacts(thing, shownBy(both), both.target.exchange, {
      only: names,
      breaks: "sahut/update/answer-shows-the-change",
    });
  },
});

/** A conversation given to a team. Whether that takes it from its agent is not documented. */
const team = moveOn({
  kind,
  choice: fc.record({ of: which() }),
  fits: (_, world) => world.texts.teams !== undefined,
  call: (thing) => ({
    operationId: "updateConversation",
    purpose: `${thing.name}: given to a team`,
    path: { id: thing.symbol },
    body: { team_id: "{team_id}" },
  }),
  compare: (thing, both) => {
    forget(thing, "assignee");
    guard(thing, "sahut/update/team-is-accepted", ["id"]);
    return mustAccept(both, "sahut/update/team-is-accepted");
  },
});

const wrong = {
  status: {
    is: "a status that there is not",
    body: { status: "concordat", assignee_id: null },
    breaks: "sahut/derived/updateConversation/body/status/enum",
  },
  agent: {
    is: "an agent who does not exist",
    body: { status: "open", assignee_id: "{unknown agent}" },
    breaks: "sahut/update/unknown-agent-is-refused",
  },
} as const;

/** A change in which one member is impossible and another one is not: neither may be made. */
const changeWrong = moveOn<{ readonly what: keyof typeof wrong }>({
  weight: 2,
  kind,
  choice: fc.record({ of: which(), what: fc.constantFrom("status", "agent") }),
  call: (thing, _, { what }) => ({
    operationId: "updateConversation",
    purpose: `${thing.name}: ${wrong[what].is}`,
    path: { id: thing.symbol },
    body: wrong[what].body,
  }),
  compare: (thing, both, _, { what }) => {
    if (both.target.ok || both.oracle.ok) forget(thing, "status", "assignee");
    else refusedChange(thing);
    return mustRefuse(both, wrong[what].breaks);
  },
});

/** Moves that change a conversation, or try to. */
export const changingMoves: readonly Steps[] = [change, team, changeWrong];
