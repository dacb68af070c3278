import { type Check, check } from "../check.ts";
import { at, control } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { second } from "./creating.ts";
import { labelNames } from "./inbox.ts";
import { change, ownId, read } from "./own-conversation.ts";
import { leftAlone, type Step } from "./step.ts";

interface Bystander {
  readonly before: Exchange;
  /** A change of the second conversation, and how the first one reads afterwards. */
  readonly changed: Step;
}

/**
 * A change of the run's second conversation, while its first one, with the same contact on the same channel, lies
 * resolved. Nobody else has reason to touch either.
 */
const bystander: Probe<Bystander> = {
  name: "a conversation beside one that is changed",
  run: async (context) => {
    const other = String(at(control((await context.use(second)).made).json, "data", "id"));
    const id = await ownId(context);
    if (other === id) untestable("a second conversation is the first one again");
    const before = await read(context, id, "the first conversation");
    const shown = at(control(before).json, "data", "labels");
    const [one, two] = await labelNames(context);
    // What the first one has already would not be seen to reach it.
    const labels = Array.isArray(shown) && shown.includes(one) ? [two] : [one];
    const changed = await change(context, other, { labels }, "a change of the second conversation");
    const after = await read(context, id, "the first conversation, after a change of the second");
    return { before, changed: { body: { labels }, changed, after } };
  },
};

/** A change reaches the conversation that it names, and no other. */
export const bystanderCheck: Check = check(
  "sahut/update/others-stay-as-they-were",
  bystander,
  ({ before, changed }) =>
    leftAlone(before, changed, [["status"], ["labels"], ["assignee", "id"]]).map((finding) => ({
      ...finding,
      message: `${finding.message} of the first`,
    })),
);
