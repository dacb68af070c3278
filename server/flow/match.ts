import type { State } from "./flow.ts";
import { messagesOf, optionsOf } from "./message.ts";
import { fold, phrasesOf } from "./phrase.ts";
import { fillInMessage, type Variables } from "./variables.ts";

/** What the user said, and which button or row was picked, if any. */
export interface Input {
  readonly text: string;
  readonly optionId?: string | undefined;
}

/** The transition for what no other one fits. */
export const DEFAULT = "default";

/**
 * The state that an input leads to; undefined when nothing fits and there is no `default`.
 *
 * Silent: how input matches a transition. In this order, and among several of a kind by the first
 * in the definition: by the id of what was picked; by the whole text, without regard to case, where
 * the title of an option on offer stands for its id; by a trigger that the text contains as a
 * whole word or phrase; by `default`.
 */
export function match(
  state: State,
  { text, optionId }: Input,
  variables: Variables,
): string | undefined {
  const { transitions } = state;
  const triggers = [...transitions.keys()].filter((trigger) => trigger !== DEFAULT);
  const whole = fold(text);
  const trigger =
    triggers.find((each) => each === optionId) ??
    triggers.find((each) => fold(each) === whole) ??
    titled(state, whole, variables).find((id) => triggers.includes(id)) ??
    triggers.find(phrasesOf(text)) ??
    DEFAULT;
  return transitions.get(trigger);
}

/** The ids of the options on offer that have this title. */
function titled({ messages, actions }: State, title: string, variables: Variables): string[] {
  const sent = actions.flatMap((each) =>
    each.type === "SEND_MESSAGE" ? messagesOf(each.message) : [],
  );
  const options = [...messages, ...sent].flatMap((each) =>
    optionsOf(fillInMessage(each, variables)),
  );
  return options.filter((option) => fold(option.title) === title).map(({ id }) => id);
}
