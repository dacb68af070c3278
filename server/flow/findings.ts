import { type FlowDefinition, readDefinition } from "./definition.ts";

/** Something about a flow definition, and where in it. */
export interface Finding {
  /** `states.greeting.transitions.faq`; empty for the whole definition. */
  readonly path: string;
  readonly message: string;
}

/** What keeps a definition from being run, and what its author may not have meant. */
export interface Findings {
  readonly errors: Finding[];
  readonly warnings: Finding[];
}

/**
 * Looks a flow definition over. Paths have the enclosing `states`, whether or not it is written.
 *
 * @example
 * findingsOf({ hello: { transitions: { default: "x" } } }).errors
 * // [{ path: "states.hello.transitions.default", message: "State hello leads to x, which …" }]
 */
export function findingsOf(value: unknown): Findings {
  const definition = readDefinition(value);
  if ("problem" in definition) {
    const message = `This is no flow definition: ${definition.problem}.`;
    return { errors: [{ path: "", message }], warnings: [] };
  }
  return { errors: errorsIn(definition), warnings: warningsIn(definition) };
}

function errorsIn({ initial, states }: FlowDefinition): Finding[] {
  const names = Object.keys(states);
  if (names.length === 0 && initial === undefined)
    return [{ path: "states", message: "The flow has no states." }];
  const unknown = (name: string): boolean => !Object.hasOwn(states, name);
  const start =
    initial !== undefined && unknown(initial)
      ? [{ path: "initial", message: `The flow starts with ${initial}, which it does not have.` }]
      : [];
  const lost = names.flatMap((name) =>
    Object.entries(states[name]?.transitions ?? {})
      .filter(([, target]) => unknown(target))
      .map(([trigger, target]) => ({
        path: `states.${name}.transitions.${trigger}`,
        message: `State ${name} leads to ${target}, which the flow does not have.`,
      })),
  );
  return [...start, ...lost];
}

function warningsIn({ initial, states }: FlowDefinition): Finding[] {
  const names = Object.keys(states);
  const start = initial ?? names[0];
  const targets = new Set(Object.values(states).flatMap((s) => Object.values(s.transitions ?? {})));
  return names.flatMap((name) => {
    const { transitions = {}, actions = [] } = states[name] ?? {};
    const path = `states.${name}`;
    const open = Object.keys(transitions).length > 0 && !Object.hasOwn(transitions, "default");
    return [
      ...(open
        ? [{ path: `${path}.transitions`, message: `State ${name} has no default transition.` }]
        : []),
      ...(name !== start && !targets.has(name)
        ? [{ path, message: `Nothing leads to state ${name}.` }]
        : []),
      ...(actions.length > 0
        ? [{ path: `${path}.actions`, message: `This server does not run the actions of ${name}.` }]
        : []),
    ];
  });
}
