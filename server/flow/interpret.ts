import { type Flow, FlowError, type State } from "./flow.ts";
import { type GenericMessage, optionsOf } from "./message.ts";

/** What the user said, and which button or row was picked, if any. */
export interface Input {
  readonly text: string;
  readonly optionId?: string | undefined;
}

/** What came of it: the state that the flow is in now, and what the bot says. */
export interface Turn {
  readonly state: string;
  readonly messages: readonly GenericMessage[];
  /** True when no input can lead on. Silent: what a terminal state is. */
  readonly ended: boolean;
}

/** Enters the initial state: the greeting. */
export function start(flow: Flow): Turn {
  return enter(flow, flow.initial);
}

/**
 * One turn: match the input, move, say what the new state says. Without a match and without a
 * `default`, the state says its messages again (silent).
 *
 * @example
 * step(flow, "greeting", { text: "FAQ" }) // { state: "faq_menu", messages: [...], ended: false }
 */
export function step(flow: Flow, from: string, input: Input): Turn {
  const state = stateOf(flow, from);
  return enter(flow, match(state, input) ?? state.transitions.get("default") ?? from);
}

/**
 * Silent: how input matches a transition. By the id of what was picked, else by the whole text,
 * without regard to case and to spaces around it; the title of an option on offer stands for its
 * id.
 */
function match({ messages, transitions }: State, { text, optionId }: Input): string | undefined {
  const picked = optionId === undefined ? undefined : transitions.get(optionId);
  if (picked !== undefined) return picked;
  const said = fold(text);
  for (const [trigger, target] of transitions) {
    if (fold(trigger) === said) return target;
  }
  const titled = messages.flatMap(optionsOf).filter(({ title }) => fold(title) === said);
  return titled.map(({ id }) => transitions.get(id)).find((target) => target !== undefined);
}

function enter(flow: Flow, name: string): Turn {
  const { messages, transitions } = stateOf(flow, name);
  return { state: name, messages, ended: transitions.size === 0 };
}

function stateOf(flow: Flow, name: string): State {
  const state = flow.states.get(name);
  if (state === undefined) throw new FlowError(`The flow has no state ${name}.`);
  return state;
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
