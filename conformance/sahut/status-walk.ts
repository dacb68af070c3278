import { type Check, check } from "../check.ts";
import { at, control, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { labelNames, ownId, read } from "./inbox.ts";
import { type Search, search } from "./listing.ts";
import { accepted, kept, leftAlone, listed, type Step, same, step } from "./step.ts";

interface StatusWalk {
  readonly before: Exchange;
  readonly steps: readonly Step[];
  readonly resolved: Search;
  readonly open: Search;
}

/** Through the four states, `resolved` last, and looked up under two filters then. */
const statusWalk: Probe<StatusWalk> = {
  name: "through all states",
  run: async (context) => {
    const [channel_id] = await context.fixture("channel_id");
    const id = await ownId(context);
    const before = await read(context, id, "before its states");
    const steps: Step[] = [];
    // Which status may follow which is not documented, so each is reached from `open`.
    for (const status of ["open", "pending", "open", "snoozed", "open"]) {
      steps.push(await step(context, id, { status }));
    }
    const [, label] = await labelNames(context);
    steps.push(await step(context, id, { status: "resolved", labels: [label] }));
    return {
      before,
      steps,
      resolved: await search(context, id, { status: "resolved", channel_id }),
      open: await search(context, id, { status: "open", channel_id }),
    };
  },
};

const resolvedStep = ({ steps }: StatusWalk): Step =>
  steps.at(-1) ?? untestable("the conversation was not resolved");

/** The members of a conversation on which a list and the conversation itself are compared. */
const compared = [
  ["id"],
  ["status"],
  ["channel", "id"],
  ["contact", "id"],
  ["labels"],
  ["created_at"],
  ["updated_at"],
];

/** What the documentation promises of a conversation's states and times. */
export const statusChecks: readonly Check[] = [
  check("sahut/update/every-status-is-kept", statusWalk, ({ steps }) =>
    steps.flatMap((each) => {
      const refused = accepted(each);
      return refused.length > 0 ? refused : kept(each, ["status"], each.body.status);
    }),
  ),
  check("sahut/update/two-changes-at-once-are-both-made", statusWalk, (walk) => {
    const { body } = resolvedStep(walk);
    return [
      ...kept(resolvedStep(walk), ["status"], body.status),
      ...kept(resolvedStep(walk), ["labels"], body.labels),
    ];
  }),
  check("sahut/update/status-leaves-the-rest", statusWalk, ({ before, steps: [, pending] }) =>
    leftAlone(before, pending ?? untestable("the status was not changed"), [
      ["labels"],
      ["assignee", "id"],
      ["contact", "id"],
      ["channel", "id"],
    ]),
  ),
  check("sahut/update/creation-time-stays", statusWalk, (walk) =>
    leftAlone(walk.before, resolvedStep(walk), [["created_at"]]),
  ),
  check("sahut/update/update-time-never-goes-back", statusWalk, ({ before, steps }) => {
    const readings = [before, ...steps.map(({ after }) => after)];
    const written = readings.map((reading) =>
      String(at(control(reading).json, "data", "updated_at")),
    );
    return readings.flatMap((exchange, i): Finding[] => {
      const earlier = written[i - 1];
      const later = written[i];
      if (
        earlier === undefined ||
        later === undefined ||
        !(Date.parse(later) < Date.parse(earlier))
      )
        return [];
      return [
        {
          message: "A change moved updated_at back in time",
          expected: `not before ${earlier}`,
          actual: later,
          exchange,
        },
      ];
    });
  }),
  check("sahut/filters/finds-a-resolved-conversation", statusWalk, (walk) => {
    control(resolvedStep(walk).changed);
    return listed(walk.resolved, true, "A resolved conversation, under `status=resolved`,");
  }),
  check("sahut/filters/drops-what-no-longer-fits", statusWalk, (walk) => {
    control(resolvedStep(walk).changed);
    return listed(walk.open, false, "A resolved conversation, under `status=open`,");
  }),
  check("sahut/conversations/list-and-conversation-agree", statusWalk, (walk) => {
    const alone = control(resolvedStep(walk).after);
    const { item, pages } = walk.resolved;
    if (item === undefined) return untestable("the conversation is not listed");
    const page = pages.at(-1);
    return compared.flatMap((path): Finding[] => {
      const one = at(alone.json, "data", ...path);
      const other = at(item, ...path);
      if (one === undefined || same(one, other)) return [];
      return [
        {
          message: `The list and the conversation itself disagree on ${path.join(".")}`,
          expected: show(one),
          actual: show(other),
          ...(page && { exchange: page }),
        },
      ];
    });
  }),
];
