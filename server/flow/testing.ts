import type { Call, CallAnswer, CallRequest } from "./api-call.ts";
import { findingsOf } from "./findings.ts";
import { readFlow } from "./flow.ts";
import { type Place, start, step } from "./interpret.ts";

/** Answers calls from a list, the last of which is repeated, and keeps what was asked. */
export function scripted(...answers: CallAnswer[]) {
  const asked: CallRequest[] = [];
  const call: Call = async (request) => {
    asked.push(request);
    return answers[Math.min(asked.length, answers.length) - 1] ?? "failed";
  };
  return { call, asked };
}

/** What the texts of a list of messages are. */
export const textsOf = (messages: readonly object[]): unknown[] =>
  messages.map((each) => ("text" in each ? each.text : each));

/** Talks with a flow, a text a turn; gives what was said in each turn, and where it ended. */
export async function talk(definition: unknown, said: readonly string[], call = scripted().call) {
  const flow = readFlow(definition);
  let turn = await start(flow, {}, call);
  const answers = [textsOf(turn.messages)];
  for (const text of said) {
    const place: Place = turn;
    turn = await step(flow, place, { text }, call);
    answers.push(textsOf(turn.messages));
  }
  return { answers, last: answers.at(-1), turn };
}

/** Where a definition has errors, and where it is worth a warning. */
export function pathsOf(definition: unknown) {
  const { errors, warnings } = findingsOf(definition);
  return { errors: errors.map(({ path }) => path), warnings: warnings.map(({ path }) => path) };
}
