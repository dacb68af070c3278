import { addressOf, type Step } from "./script.ts";

/** What came back to a step of the script. */
export interface Answered {
  readonly step: Step;
  /** 0 when nothing whole came back. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Sends the steps of a script one after the other, and looks at nothing itself. */
export async function play(script: readonly Step[], url: string): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  for (const step of script) answers.push(await send(step, url));
  return answers;
}

async function send(step: Step, url: string): Promise<Answered> {
  try {
    const answer = await fetch(`${url}${addressOf(step)}`, {
      method: step.method,
      redirect: "manual",
      headers: {
        ...(step.authorization !== null && { authorization: step.authorization }),
        ...(step.body !== undefined && { "content-type": "application/json" }),
      },
      ...(step.body !== undefined && { body: JSON.stringify(step.body) }),
      signal: AbortSignal.timeout(5_000),
    });
    const { status, headers } = answer;
    return { step, status, headers, body: await answer.text() };
  } catch {
    return { step, status: 0, headers: new Headers(), body: "" };
  }
}
