import type { Finding } from "./finding.ts";
import type { Said } from "./message.ts";
import { said, shape } from "./schema.ts";

/** A state as its author writes it. */
export type StateDefinition = {
  message?: Said;
  transitions?: Record<string, string>;
  /** Looked over one by one: see `readAction`. */
  actions?: unknown[];
};

export type FlowDefinition = { initial?: string; states: Record<string, StateDefinition> };

/** A definition, with its wrapper put around it if it had none; or why it is no definition. */
export function readDefinition(value: unknown): FlowDefinition | { problems: Finding[] } {
  if (wrapped.fits(value)) return value;
  if (hasEmptyList(value)) return { states: {} };
  if (bare.fits(value)) return { states: value };
  const problems = bare.faultsOf(value, "states");
  if (!isObject(value)) return { problems: [{ path: "", message: NO_OBJECT }] };
  if (!("states" in value)) return { problems };
  // The form that was meant is the one that it comes closer to.
  const inWrapper = wrapped.faultsOf(value, "");
  const holdsStates = isObject(value.states) && Object.values(value.states).every(isObject);
  return holdsStates || inWrapper.length <= problems.length
    ? { problems: inWrapper }
    : { problems };
}

const NO_OBJECT = "A flow definition is an object: a map of states.";

/** The documentation's own example of a change: `states` without a state in it is an empty array. */
function hasEmptyList(value: unknown): boolean {
  return (
    isObject(value) && "states" in value && Array.isArray(value.states) && value.states.length === 0
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const text = { type: "string" };
const states = {
  type: "object",
  additionalProperties: {
    type: "object",
    properties: {
      message: said,
      transitions: { type: "object", additionalProperties: text },
      actions: { type: "array" },
    },
  },
};
const bare = shape<Record<string, StateDefinition>>(states);
const wrapped = shape<FlowDefinition>({
  type: "object",
  required: ["states"],
  properties: { initial: text, states },
});
