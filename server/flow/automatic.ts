import { type Action, readAction } from "./action.ts";
import type { StateDefinition } from "./definition.ts";
import type { Finding } from "./finding.ts";

type Outcome = "success_transition" | "failure_transition";

/** Where an action leads by name, and which of its members says so. */
export function targetsOf(action: Action): [outcome: Outcome, target: string][] {
  if (action.type !== "API_CALL") return [];
  const { success_transition: success, failure_transition: failure } = action;
  return [
    ...(success === undefined ? [] : [["success_transition", success] as const]),
    ...(failure === undefined ? [] : [["failure_transition", failure] as const]),
  ].map(([outcome, target]) => [outcome, target]);
}

/** The state that follows without input while every call succeeds, and where that is written. */
interface Next {
  readonly target: string;
  readonly path: string;
}

/**
 * Cycles of states that lead on by themselves as long as their calls succeed: a turn would never
 * end. One finding for each, at the transition that closes it.
 */
export function endlessCycles(states: Readonly<Record<string, StateDefinition>>): Finding[] {
  const next = new Map(Object.keys(states).map((name) => [name, nextOf(name, states[name] ?? {})]));
  const done = new Set<string>();
  return [...next.keys()].flatMap((start) => {
    const way: string[] = [];
    let name: string | undefined = start;
    while (name !== undefined && !done.has(name)) {
      done.add(name);
      way.push(name);
      name = next.get(name)?.target;
    }
    // Each state has one such successor, so the way ends in a cycle of its own or in what is known.
    const cycle = name === undefined ? [] : way.slice(way.indexOf(name));
    const last = cycle.at(-1);
    if (name === undefined || last === undefined || !way.includes(name)) return [];
    const round = [...cycle, name].join(", ");
    const message = `Only a call that fails leads out of this cycle: ${round}.`;
    return [{ path: next.get(last)?.path ?? `states.${last}`, message }];
  });
}

function nextOf(
  name: string,
  { actions = [], transitions = {} }: StateDefinition,
): Next | undefined {
  const path = `states.${name}`;
  const calls = actions.map((each) => readAction(each));
  for (const [index, call] of calls.entries()) {
    if (call?.type === "API_CALL" && call.success_transition !== undefined) {
      const own = `${path}.actions[${index}].success_transition`;
      return { target: call.success_transition, path: own };
    }
  }
  const leadsOn = calls.some((each) => each?.type === "API_CALL");
  const fallback = Object.hasOwn(transitions, "default") ? transitions.default : undefined;
  if (!leadsOn || fallback === undefined) return undefined;
  return { target: fallback, path: `${path}.transitions.default` };
}
