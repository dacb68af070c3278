import { sahutSteps } from "./sahut-steps.ts";
import { sarufiSteps } from "./sarufi-steps.ts";
import type { Writer } from "./writer.ts";

/**
 * Writes one thing after the other until told to stop; with `giveUp`, also once an answer does not
 * come.
 */
export async function write(
  given: Omit<Writer, "unique">,
  signal: AbortSignal,
  giveUp: boolean,
): Promise<void> {
  const { ledger, random, desk, round } = given;
  let count = 0;
  const unique = () => {
    count += 1;
    return `${desk.name} round ${round} no. ${count}`;
  };
  const writer = { ...given, unique };
  const { converse, say, change, meet, hire, subscribe } = sahutSteps(writer);
  const { chat } = sarufiSteps(writer);
  while (!signal.aborted) {
    const step = random.pick([
      ...([converse, say, say, say, change, change, meet, hire, subscribe] as const),
      ...[chat, chat, chat],
    ]);
    const outcomes = await step();
    for (const outcome of outcomes) {
      if (outcome === "acknowledged") ledger.acknowledged += 1;
      if (outcome === "unanswered") ledger.unanswered += 1;
    }
    if (giveUp && outcomes.includes("unanswered")) return;
  }
}
