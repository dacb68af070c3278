import { type Action, readAction } from "./action.ts";
import { readDefinition, type StateDefinition } from "./definition.ts";
import { type GenericMessage, messagesOf } from "./message.ts";
import { pathErrors } from "./paths.ts";
import { fold } from "./phrase.ts";

/** A chatbot's flow, ready to run. */
export interface Flow {
  readonly initial: string;
  readonly states: ReadonlyMap<string, State>;
}

export interface State {
  /** What is done on entering, in this order. */
  readonly actions: readonly Action[];
  /** What the bot says then. */
  readonly messages: readonly GenericMessage[];
  /** From what the user says to the next state; a state without any ends the flow. */
  readonly transitions: ReadonlyMap<string, string>;
  /** What the user may say, in the order of the transitions: all of them but `default`. */
  readonly triggers: readonly Trigger[];
}

export interface Trigger {
  readonly id: string;
  /** As texts are compared: see `fold`. */
  readonly folded: string;
}

/** The transition for what no other one fits. */
export const DEFAULT = "default";

/** A flow that cannot be run: the message names the state at fault. */
export class FlowError extends Error {
  override readonly name = "FlowError";
}

/**
 * Reads a flow definition: a map from state names to states, or that map as `states` of a wrapper
 * which may name the `initial` state. A state's `message` is a text, a message, or (an extension of
 * ours, for the documented greeting has two) a list of these.
 *
 * Silent: which state is initial. It is the one that the wrapper names, else the first.
 * Throws a FlowError when the definition is none, or leads to a state that it does not have. An
 * action that `findingsOf` finds an error in is passed over: flows of older servers have such.
 */
export function readFlow(value: unknown): Flow {
  const definition = readDefinition(value);
  const errors = "problems" in definition ? definition.problems : pathErrors(definition);
  const [error] = errors;
  if (error !== undefined) throw new FlowError(error.message);
  if ("problems" in definition) throw new FlowError("This is no flow definition.");
  const entries = Object.entries(definition.states);
  const states = new Map(entries.map(([name, state]) => [name, readState(state)]));
  const initial = definition.initial ?? entries[0]?.[0];
  if (initial === undefined) throw new FlowError("The flow has no states.");
  return { initial, states };
}

function readState({ message = [], transitions = {}, actions = [] }: StateDefinition): State {
  return {
    actions: actions.flatMap((each) => readAction(each) ?? []),
    messages: messagesOf(message),
    transitions: new Map(Object.entries(transitions)),
    triggers: Object.keys(transitions)
      .filter((id) => id !== DEFAULT)
      .map((id) => ({ id, folded: fold(id) })),
  };
}
