import { type Check, check } from "../check.ts";
import { at, control, show } from "../evidence.ts";
import { succeeded } from "../leftovers.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { labelNames } from "./inbox.ts";
import { type Search, search } from "./listing.ts";
import { change, changed, ownId, ownPair, read, readBack } from "./own-conversation.ts";
import { kept, leftAlone, listed, type Step, same, step, takes } from "./step.ts";

interface StatusWalk {
  /** The conversation as it read when it was new. */
  readonly new: Exchange;
  /** The change of status that was its first change. */
  readonly first: Step;
  readonly before: Exchange;
  readonly steps: readonly Step[];
  readonly resolved: Search;
  readonly open: Search;
}

/** Through the four states, `resolved` last, and looked up under two filters then. */
export const statusWalk: Probe<StatusWalk> = {
  name: "through all states",
  run: async (context) => {
    const { channel_id } = await ownPair(context);
    const { control: made, after } = await context.use(changed);
    const first: Step = { body: Object(made.call.body), changed: made, after };
    const id = await ownId(context);
    const [kept, label] = await labelNames(context);
    const [assignee_id] = await context.optionalFixture("agent_ids");
    const present = { labels: [kept], ...(assignee_id !== undefined && { assignee_id }) };
    await change(context, id, present, "a label and an agent, to see them stay");
    const before = await read(context, id, "before its states");
    const steps: Step[] = [];
    // Which status may follow which is not documented, so each is reached from `open`; nor is whether one may be set
    // that there is already.
    let status = at(before.response?.json, "data", "status");
    const turn = async (next: string): Promise<void> => {
      const again = [first, ...steps].some(({ body }) => body.status === next);
      if (again) await change(context, id, { status: next }, `status = "${next}" again`);
      else steps.push(await step(context, id, { status: next }));
      status = next;
    };
    for (const next of ["pending", "snoozed", "open"]) {
      if (first.body.status === next && next !== "open") continue;
      if (status !== "open") await turn("open");
      if (next !== "open") await turn(next);
    }
    steps.push(await step(context, id, { status: "resolved", labels: [label] }));
    return {
      new: (await context.use(readBack)).control,
      first,
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
  check("sahut/update/every-status-is-kept", statusWalk, ({ first, steps }) =>
    [first, ...steps].flatMap((each) => takes(each, ["status"], each.body.status)),
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
    const last = resolvedStep(walk);
    for (const each of walk.steps.filter(({ changed }) => succeeded(changed))) {
      // The last step sets labels, too.
      const paths = each === last ? others : [["labels"], ...others];
      const found = leftAlone(walk.before, each, paths);
      // What is gone once stays gone, and is told once.
      if (found.length > 0) return found;
    }
    control(last.changed);
    return [];
  }),
  check("sahut/update/creation-time-stays", statusWalk, (walk) =>
    leftAlone(walk.new, resolvedStep(walk), [["created_at"]]),
  ),
  check("sahut/update/update-time-never-goes-back", statusWalk, ({ first, before, steps }) => {
    const readings = [first.after, before, ...steps.map(({ after }) => after)];
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
