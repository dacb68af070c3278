import { nearbyId } from "../../derive/nearby-id.ts";
import type { Setting } from "../../explore/move.ts";
import type { Both } from "../../explore/symbols.ts";
import { Untestable } from "../../obstacles.ts";
import type { ProbeContext } from "../../probe.ts";
import { working } from "../flow-drafts.ts";

/** What stands on both sides for the chatbots that there are, and how the target writes flows. */
export async function prepare({ target, oracle }: Both<ProbeContext>): Promise<Setting> {
  const [own] = await target.fixture("chatbot_id");
  const [other] = await oracle.fixture("chatbot_id");
  const known: Record<string, Both<string>> = {
    "{chatbot_id}": { target: own, oracle: other },
    "{unknown chatbot}": { target: nearbyId(own), oracle: nearbyId(other) },
  };
  for (const name of ["other_chatbot_id", "unpublished_chatbot_id"]) {
    const [one] = await target.optionalFixture(name);
    const [another] = await oracle.optionalFixture(name);
    if (one !== undefined && another !== undefined)
      known[`{${name}}`] = { target: one, oracle: another };
  }
  const fixtures = Object.keys(known);
  return { known, texts: { fixtures, form: await formOf(target) } };
}

/** Whether flows are written bare or with a wrapper around their states; nothing where neither is taken. */
async function formOf(context: ProbeContext): Promise<readonly string[]> {
  if (!context.declares("flows") || !context.declares("chatbots")) return [];
  try {
    const { form, documented } = await working(context);
    if (!documented) return [];
    return ["states" in form("Concordat", "thank_user") ? "wrapped" : "bare"];
  } catch (error) {
    if (error instanceof Untestable) return [];
    throw error;
  }
}
