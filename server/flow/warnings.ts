import { readAction, unknownMembers, unrunType } from "./action.ts";
import { sendsBody } from "./api-call.ts";
import { endlessCycles, targetsOf } from "./automatic.ts";
import type { FlowDefinition, StateDefinition } from "./definition.ts";
import type { Finding } from "./finding.ts";
import { unsetVariables } from "./unset.ts";

/** What the author of a definition may not have meant. */
export function warningsIn(definition: FlowDefinition): Finding[] {
  const { states } = definition;
  const reached = reachable(definition);
  return [
    ...Object.entries(states).flatMap(([name, state]) => {
      const path = `states.${name}`;
      const lost = reached.has(name) ? [] : [{ path, message: `Nothing leads to state ${name}.` }];
      return [...defaultWarnings(name, state), ...lost, ...actionWarnings(name, state)];
    }),
    ...endlessCycles(states),
    ...unsetVariables(states),
  ];
}

function defaultWarnings(name: string, { transitions = {} }: StateDefinition): Finding[] {
  if (Object.keys(transitions).length === 0 || Object.hasOwn(transitions, "default")) return [];
  const message = `State ${name} has no default transition.`;
  return [{ path: `states.${name}.transitions`, message }];
}

function actionWarnings(name: string, { actions = [], transitions = {} }: StateDefinition) {
  const hasDefault = Object.hasOwn(transitions, "default");
  return actions.flatMap((each, index): Finding[] => {
    const path = `states.${name}.actions[${index}]`;
    const idle = unrunType(each);
    if (idle !== undefined) return [{ path, message: `This server does not run ${idle}.` }];
    const action = readAction(each);
    if (action === undefined) return [];
    const unknown = unknownMembers(action).map(({ name: member, meant }) => ({
      path: `${path}.${member}`,
      message: `${action.type} has no member ${member}.${meant ? ` Did you mean ${meant}?` : ""}`,
    }));
    if (action.type !== "API_CALL") return unknown;
    const { method = "GET", body, fire_and_forget: forgets = false } = action;
    const [led, other] = targetsOf(action);
    const missing = led?.[0] === "success_transition" ? "failure_transition" : "success_transition";
    const stuck = led !== undefined && other === undefined && !hasDefault && !forgets;
    return [
      ...unknown,
      ...(body !== undefined && !sendsBody(method)
        ? [{ path: `${path}.body`, message: `A ${method} has no body.` }]
        : []),
      ...(stuck
        ? [
            {
              path: `${path}.${missing}`,
              message: `There is neither a ${missing} nor a default transition.`,
            },
          ]
        : []),
    ];
  });
}

/** The states that a conversation can come to. */
function reachable({ initial, states }: FlowDefinition): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [initial ?? Object.keys(states)[0]];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const { transitions = {}, actions = [] } = states[name] ?? {};
    const acted = actions.flatMap((each) => {
      const action = readAction(each);
      return action === undefined ? [] : targetsOf(action).map(([, target]) => target);
    });
    open.push(...Object.values(transitions), ...acted);
  }
  return reached;
}
