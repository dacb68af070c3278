import { faultsOfAction, readAction } from "./action.ts";
import { targetsOf } from "./automatic.ts";
import { type FlowDefinition, readDefinition } from "./definition.ts";
import type { Finding, Findings } from "./finding.ts";
import { leadsNowhere, pathErrors } from "./paths.ts";
import { warningsIn } from "./warnings.ts";

/**
 * Looks a flow definition over. Paths have the enclosing `states`, whether or not it is written.
 *
 * @example
 * findingsOf({ hello: { transitions: { default: "x" } } }).errors
 * // [{ path: "states.hello.transitions.default", message: "State hello leads to x, which …" }]
 */
export function findingsOf(value: unknown): Findings {
  const definition = readDefinition(value);
  if ("problems" in definition) return { errors: definition.problems, warnings: [] };
  return {
    errors: [...pathErrors(definition), ...actionErrors(definition)],
    warnings: warningsIn(definition),
  };
}

/** What is wrong with actions, and where they lead to a state that there is not. */
function actionErrors({ states }: FlowDefinition): Finding[] {
  return Object.entries(states).flatMap(([name, { actions = [] }]) =>
    actions.flatMap((each, index) => {
      const path = `states.${name}.actions[${index}]`;
      const action = readAction(each);
      if (action === undefined) return faultsOfAction(each, path);
      return targetsOf(action)
        .filter(([, target]) => !Object.hasOwn(states, target))
        .map(([outcome, target]) => ({
          path: `${path}.${outcome}`,
          message: leadsNowhere(name, target),
        }));
    }),
  );
}
