import { act } from "./act.ts";
import type { Call } from "./api-call.ts";
import { type Flow, FlowError, type State } from "./flow.ts";
import { type Input, match } from "./match.ts";
import type { GenericMessage } from "./message.ts";
import { fillInMessage, type Variables } from "./variables.ts";

/** Where a conversation stands between two turns. */
export interface Place {
  readonly state: string;
  readonly variables: Variables;
}

/** What came of a turn: where the conversation is now, and what the bot says. */
export interface Turn extends Place {
  readonly messages: readonly GenericMessage[];
  /** True when no input can lead on. Silent: what a terminal state is. */
  readonly ended: boolean;
}

/**
 * Silent: how often actions may lead on in one turn. The state that the last of these moves leads
 * to is where the turn ends, whatever its actions say.
 */
const MOST_MOVES = 20;
/** Silent: how many calls a turn may make. Those beyond fail, and are not sent. */
const MOST_CALLS = 20;
/**
 * Silent: how many messages a turn may say. Those beyond are not said: a definition of a megabyte has
 * room for thousands, each with a long answer of the user's filled in.
 */
const MOST_SAID = 100;

/** Enters the initial state: the greeting. */
export function start(flow: Flow, variables: Variables, call: Call): Promise<Turn> {
  return enter(flow, flow.initial, variables, "", call);
}

/**
 * One turn: match the input, move, run the new state's actions, say what it says
 * (https://docs.sarufi.io/docs/developer-api/how-flows-work). What was said is kept as the variable
 * of the state that it answers. Without a match and without a `default`, the state says its messages
 * again, and runs no action (silent). Throws a FlowError for a place that the flow does not have.
 *
 * @example
 * const place = { state: "greeting", variables: {} };
 * await step(flow, place, { text: "FAQ" }, call) // { state: "faq_menu", messages: [...], ... }
 */
export async function step(flow: Flow, place: Place, input: Input, call: Call): Promise<Turn> {
  const state = stateOf(flow, place.state);
  const target = match(state, input, place.variables);
  const variables = { ...place.variables, [place.state]: input.text };
  if (target !== undefined) return enter(flow, target, variables, input.text, call);
  return {
    state: place.state,
    variables,
    messages: say(state, variables, MOST_SAID),
    ended: isLast(state),
  };
}

/**
 * Enters a state, and those that its actions lead on to. Silent: whether a state that is left at
 * once says its messages. It does, after its actions and before the next state's.
 */
async function enter(
  flow: Flow,
  first: string,
  known: Variables,
  text: string,
  call: Call,
): Promise<Turn> {
  const messages: GenericMessage[] = [];
  let name = first;
  let variables = known;
  const limited = atMost(MOST_CALLS, call);
  for (let moves = 0; ; moves += 1) {
    const state = stateOf(flow, name);
    const acted = await act(name, state, variables, text, limited, MOST_SAID - messages.length);
    variables = acted.variables;
    messages.push(...acted.said);
    messages.push(...say(state, variables, MOST_SAID - messages.length));
    if (acted.target === undefined || moves === MOST_MOVES) {
      return { state: name, variables, messages, ended: isLast(state) };
    }
    name = acted.target;
  }
}

function atMost(most: number, call: Call): Call {
  let made = 0;
  return async (request) => {
    made += 1;
    return made > most ? "failed" : call(request);
  };
}

function say({ messages }: State, variables: Variables, room: number): GenericMessage[] {
  return messages.slice(0, room).map((each) => fillInMessage(each, variables));
}

function isLast({ transitions }: State): boolean {
  return transitions.size === 0;
}

function stateOf(flow: Flow, name: string): State {
  const state = flow.states.get(name);
  if (state === undefined) throw new FlowError(`The flow has no state ${name}.`);
  return state;
}
