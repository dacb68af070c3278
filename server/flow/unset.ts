import { type Action, readAction } from "./action.ts";
import type { StateDefinition } from "./definition.ts";
import type { Finding } from "./finding.ts";
import { waysIn } from "./variables.ts";

/** Placeholders for variables that nothing sets: no answer, no call, and not the server. */
export function unsetVariables(states: Readonly<Record<string, StateDefinition>>): Finding[] {
  const calls = Object.values(states).flatMap(({ actions = [] }) =>
    actions.flatMap((each) => readAction(each) ?? []).filter((each) => each.type === "API_CALL"),
  );
  const known = new Set([...Object.keys(states), "contact_name", ...calls.flatMap(namesSetBy)]);
  return Object.entries(states).flatMap(([name, { message, actions }]) =>
    textsIn({ message, actions }, `states.${name}`).flatMap(([path, text]) =>
      [...new Set(waysIn(text).map(([variable]) => variable))]
        .filter((variable) => !known.has(variable))
        .map((variable) => ({ path, message: `Nothing sets the variable ${variable}.` })),
    ),
  );
}

function namesSetBy(action: Action): string[] {
  if (action.type !== "API_CALL" || action.fire_and_forget === true) return [];
  return ["response", ...(action.save_to === undefined ? [] : [action.save_to])];
}

/** Every text in a value, and where it stands. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index) => textsIn(each, `${path}[${index}]`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, `${path}.${name}`));
}
