import { type Check, check } from "../check.ts";
import { answered, at, control, show } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { labelNames } from "./inbox.ts";
import { labelling } from "./labels.ts";
import { type Search, search } from "./listing.ts";
import { change, changed, ownId, ownPair, read } from "./own-conversation.ts";
import { accepted, leftAlone, listed, type Step, step, takes } from "./step.ts";

interface Assigning {
  readonly before: Exchange;
  readonly first: Step;
  readonly mine: Search;
  readonly second?: Step;
  readonly nobody: Step;
  readonly unassigned: Search;
}

/** Assigned to one agent, to another, to nobody; looked up under the filters in between. */
export const assigning: Probe<Assigning> = {
  name: "assigned, reassigned and unassigned",
  run: async (context) => {
    const [agent, other] = await context.fixture("agent_ids");
    const { channel_id } = await ownPair(context);
    const id = await ownId(context);
    // Nothing that is not there can be seen to stay: a label is.
    const before = (await context.use(labelling)).other.after;
    const first = await step(context, id, { assignee_id: agent });
    const mine = await search(context, id, { assignee_id: agent, channel_id });
    const second =
      other === undefined ? undefined : await step(context, id, { assignee_id: other });
    const nobody = await step(context, id, { assignee_id: null });
    const unassigned = await search(context, id, { assignee_id: "unassigned", channel_id });
    return { before, first, mine, ...(second && { second }), nobody, unassigned };
  },
};

interface TeamChange {
  readonly before: Exchange;
  readonly stepped: Step;
}

/** Given to a team; no answer shows a team, so what can be seen is that nothing else changes. */
const toTeam: Probe<TeamChange> = {
  name: "assigned to a team",
  run: async (context) => {
    const [team_id] = await context.fixture("team_id");
    const id = await ownId(context);
    const [label] = await labelNames(context);
    await change(context, id, { labels: [label] }, "a label, to see it stay");
    const before = await read(context, id, "before the team");
    return { before, stepped: await step(context, id, { team_id }) };
  },
};

const nobodyKnown = "usr_00CONCORDAT000";

/** Given to an agent who does not exist. */
const toStranger: Probe<{ readonly exchange: Exchange; readonly after: Exchange }> = {
  name: "assigned to an agent who does not exist",
  run: async (context) => {
    control((await context.use(changed)).control);
    const id = await ownId(context);
    const exchange = await change(context, id, { assignee_id: nobodyKnown }, "an unknown agent");
    return { exchange, after: await read(context, id, "after the unknown agent") };
  },
};

/** What the documentation promises of assignment. */
export const assignmentChecks: readonly Check[] = [
  check("sahut/update/assigns-to-an-agent", assigning, ({ first }) =>
    takes(first, ["assignee", "id"], first.body.assignee_id),
  ),
  check("sahut/update/assignment-leaves-the-rest", assigning, ({ before, first }) =>
    leftAlone(before, first, [["status"], ["labels"], ["contact", "id"], ["channel", "id"]]),
  ),
  check("sahut/update/reassigns-to-another-agent", assigning, ({ second }) =>
    second === undefined
      ? untestable("only one agent is known")
      : takes(second, ["assignee", "id"], second.body.assignee_id),
  ),
  check("sahut/update/null-unassigns", assigning, ({ first, nobody }) => {
    control(first.changed);
    return takes(nobody, ["assignee", "id"], null);
  }),
  check("sahut/filters/finds-an-agents-conversation", assigning, ({ first, mine }) => {
    control(first.changed);
    return listed(mine, true, "A conversation assigned to an agent, under that agent's filter,");
  }),
  check("sahut/filters/finds-an-unassigned-conversation", assigning, ({ nobody, unassigned }) => {
    control(nobody.changed);
    return listed(unassigned, true, "A conversation of nobody, under `unassigned`,");
  }),
  check("sahut/update/team-is-accepted", toTeam, ({ before, stepped }) => {
    const refused = accepted(stepped);
    return refused.length > 0 ? refused : leftAlone(before, stepped, [["status"], ["labels"]]);
  }),
  check("sahut/update/unknown-agent-is-refused", toStranger, ({ exchange, after }) => {
    const { status } = answered(exchange);
    const assignee = at(control(after).json, "data", "assignee", "id");
    if ([400, 404, 422].includes(status) && assignee !== nobodyKnown) return [];
    return [
      {
        message: "A conversation can be given to an agent who does not exist",
        expected: "400, 404 or 422, and no such assignee",
        actual: `${status}, and assignee.id reads ${show(assignee)}`,
        exchange,
      },
    ];
  }),
];
