import { type Check, check } from "../check.ts";
import { at, control, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { change, labelNames, ownId, read, readBack } from "./inbox.ts";
import { type Search, search } from "./listing.ts";
import { kept, leftAlone, listed, type Step, same, step, takes } from "./step.ts";

interface StatusWalk {
  /** The conversation as it read when it was new. */
  readonly new: Exchange;
  readonly before: Exchange;
  readonly steps: readonly Step[];
  readonly resolved: Search;
  readonly open: Search;
}

/** Through the four states, `resolved` last, and looked up under two filters then. */
export const statusWalk: Probe<StatusWalk> = {
  name: "through all states",
  run: async (context) => {
    const [channel_id] = await context.fixture("channel_id");
    const id = await ownId(context);
    const [kept, label] = await labelNames(context);
    const [assignee_id] = await context.optionalFixture("agent_ids");
    const present = { labels: [kept], ...(assignee_id !== undefined && { assignee_id }) };
    await change(context, id, present, "a label and an agent, to see them stay");
    const before = await read(context, id, "before its states");
    const steps: Step[] = [];
    // Which status may follow which is not documented, so each is reached from `open`; nor is whether one may be set
    // that there is already.
    const isOpen = at(before.response?.json, "data", "status") === "open";
    for (const status of [...(isOpen ? [] : ["open"]), "pending", "open", "snoozed", "open"]) {
      const again = steps.some(({ body }) => body.status === status);
      if (again) await change(context, id, { status }, `status = "${status}" again`);
      else steps.push(await step(context, id, { status }));
    }
    steps.push(await step(context, id, { status: "resolved", labels: [label] }));
    return {
      new: (await context.use(readBack)).control,
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
    steps.flatMap((each) => takes(each, ["status"], each.body.status)),
  ),
  check("sahut/update/two-changes-at-once-are-both-made", statusWalk, (walk) => {
    const { body } = resolvedStep(walk);
    return [
      ...kept(resolvedStep(walk), ["status"], body.status),
      ...kept(resolvedStep(walk), ["labels"], body.labels),
    ];
  }),
  check("sahut/update/status-leaves-the-rest", statusWalk, (walk) => {
    const others = [
      ["assignee", "id"],
      ["contact", "id"],
      ["channel", "id"],
    ];
    const pending = walk.steps.find(({ body }) => body.status === "pending");
    return [
      ...leftAlone(walk.before, pending ?? resolvedStep(walk), [["labels"], ...others]),
      // The last step sets labels, too.
      ...leftAlone(walk.before, resolvedStep(walk), others),
    ];
  }),
  check("sahut/update/creation-time-stays", statusWalk, (walk) =>
    leftAlone(walk.new, resolvedStep(walk), [["created_at"]]),
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
