import { DEFAULT, type State, type Trigger } from "./flow.ts";
import { messagesOf, optionsOf } from "./message.ts";
import { fold, phrasesOf } from "./phrase.ts";
import { fillIn, type Variables } from "./variables.ts";

/** What the user said, and which button or row was picked, if any. */
export interface Input {
  readonly text: string;
  readonly optionId?: string | undefined;
}

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
  const { transitions, triggers } = state;
  const whole = fold(text);
  const trigger =
    triggers.find(({ id }) => id === optionId) ??
    triggers.find(({ folded }) => folded === whole) ??
    titled(state, whole, variables) ??
    triggers.find(phrasesOf(whole));
  return transitions.get(trigger?.id ?? DEFAULT);
}

/** The trigger that is the id of an option on offer with this title. */
function titled(
  { messages, actions, triggers }: State,
  title: string,
  variables: Variables,
): Trigger | undefined {
  const sent = actions.flatMap((each) =>
    each.type === "SEND_MESSAGE" ? messagesOf(each.message) : [],
  );
  for (const option of [...messages, ...sent].flatMap(optionsOf)) {
    const trigger = triggers.find(({ id }) => id === option.id);
    if (trigger !== undefined && fold(fillIn(option.title, variables)) === title) return trigger;
  }
  return undefined;
}
