import { type Check, check } from "../check.ts";
import { answered, control } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { labelNames } from "./inbox.ts";
import { change, ownId, read } from "./own-conversation.ts";
import { kept, leftAlone, type Step, step } from "./step.ts";

interface Labelling {
  readonly before: Exchange;
  readonly both: Step;
  readonly other: Step;
}

/** Labels set and replaced. */
export const labelling: Probe<Labelling> = {
  name: "labels set and replaced",
  run: async (context) => {
    const id = await ownId(context);
    const [one, two] = await labelNames(context);
    const [, agent] = await context.optionalFixture("agent_ids");
    // Nothing that is not there can be seen to stay. The first agent is left for the assignments to come.
    if (agent !== undefined)
      await change(context, id, { assignee_id: agent }, "an agent, to see it stay");
    return {
      before: await read(context, id, "before its labels"),
      both: await step(context, id, { labels: [one, two] }),
      other: await step(context, id, { labels: [two] }),
    };
  },
};

interface Emptying {
  readonly other: Step;
  readonly none: Step;
}

/** The labels that are left, emptied. */
const emptying: Probe<Emptying> = {
  name: "labels emptied",
  run: async (context) => {
    const { other } = await context.use(labelling);
    return { other, none: await step(context, await ownId(context), { labels: [] }) };
  },
};

const others = [["status"], ["assignee", "id"], ["contact", "id"], ["channel", "id"]];

/** What the documentation promises of labels. */
export const labelChecks: readonly Check[] = [
  check("sahut/update/labels-are-set", labelling, ({ both }) =>
    kept(both, ["labels"], both.body.labels),
  ),
  check("sahut/update/labels-replace-the-earlier-ones", labelling, ({ both, other }) => {
    control(both.changed);
    return kept(other, ["labels"], other.body.labels);
  }),
  check("sahut/update/labels-leave-the-rest", labelling, ({ before, both }) =>
    leftAlone(before, both, others),
  ),
];

/** The same of labels taken off, which others have to see stay before. */
export const noLabelsCheck: Check = check(
  "sahut/update/empty-labels-clear",
  emptying,
  ({ other, none }) => {
    control(other.changed);
    return answered(none.changed).status >= 400 ? [] : kept(none, ["labels"], []);
  },
);
