import type { Field } from "./field.ts";
import { halfWritten } from "./invariants.ts";

/**
 * Has everything delivered that is still to be: the clock is put forward beyond the turns of servers
 * that died. Gives what is not told in the end, a line each.
 */
export async function deliverAll({ instances, store, listener }: Field): Promise<string[]> {
  const response = await fetch(`${instances[0].control}/clock/advance`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ seconds: 60 }),
  });
  if (!response.ok) throw new Error(`The clock was not advanced: ${await response.text()}`);
  const waiting = await store.all<{ id: string }>("SELECT id FROM sahut_deliveries");
  const kept = waiting.map(({ id }) => `${id} is still not delivered`);
  return [...kept, ...(await halfWritten(store, listener.heard))];
}
