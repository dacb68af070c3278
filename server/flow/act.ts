import type { ApiCall } from "./action.ts";
import { type Call, requestOf } from "./api-call.ts";
import { DEFAULT, type State } from "./flow.ts";
import { type GenericMessage, messagesOf } from "./message.ts";
import { fillInMessage, type Variables } from "./variables.ts";

/** What came of a state's actions. */
export interface Acted {
  readonly said: readonly GenericMessage[];
  readonly variables: Variables;
  /** Where they lead; undefined when they do not. */
  readonly target: string | undefined;
}

/**
 * Runs the actions of a state in their order.
 *
 * Silent: what becomes of the actions after a call. A transition that the call names is taken at
 * once, and they are not run; the state's `default`, for a call that names none, once they have.
 *
 * @param room how many messages there is room for; those beyond are not said
 */
export async function act(
  name: string,
  { actions, transitions }: State,
  variables: Variables,
  text: string,
  call: Call,
  room: number,
): Promise<Acted> {
  const said: GenericMessage[] = [];
  let known = variables;
  let called = false;
  for (const action of actions) {
    if (action.type === "SEND_MESSAGE") {
      const messages = messagesOf(action.message).slice(0, room - said.length);
      said.push(...messages.map((each) => fillInMessage(each, known)));
      continue;
    }
    const outcome = await make(action, requestOf(action, name, known, text), known, call);
    known = outcome.variables;
    called = true;
    const { success_transition, failure_transition } = action;
    const target = outcome.succeeded ? success_transition : failure_transition;
    if (target !== undefined) return { said, variables: known, target };
  }
  return { said, variables: known, target: called ? transitions.get(DEFAULT) : undefined };
}

/**
 * Makes a call. What came back is kept whatever its status, and null where nothing came (silent).
 */
async function make(
  { fire_and_forget, save_to }: ApiCall,
  request: Parameters<Call>[0],
  variables: Variables,
  call: Call,
): Promise<{ succeeded: boolean; variables: Variables }> {
  if (fire_and_forget === true) {
    void call(request);
    return { succeeded: true, variables };
  }
  const answer = await call(request);
  const response = answer === "failed" ? null : answer.body;
  return {
    succeeded: answer !== "failed" && answer.status >= 200 && answer.status < 300,
    variables: {
      ...variables,
      response,
      ...(save_to === undefined ? {} : { [save_to]: response }),
    },
  };
}
