import type { FlowDefinition } from "./definition.ts";
import type { Finding } from "./finding.ts";

/** Where a definition leads to a state that it does not have, and that it has none at all. */
export function pathErrors({ initial, states }: FlowDefinition): Finding[] {
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
        message: leadsNowhere(name, target),
      })),
  );
  return [...start, ...lost];
}

export function leadsNowhere(name: string, target: string): string {
  return `State ${name} leads to ${target}, which the flow does not have.`;
}
