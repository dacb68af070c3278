import * as fc from "fast-check";
import { nearbyId } from "../../derive/nearby-id.ts";
import { at } from "../../evidence.ts";
import { compareFacts, mustRefuse } from "../../explore/agree.ts";
import { move, type Steps, which } from "../../explore/move.ts";
import type { Seen } from "../../explore/seen.ts";
import { settle, textOf, type World } from "../../explore/world.ts";
import { kind, shownBy } from "./conversation.ts";
import { contentOf, say, takesText } from "./said.ts";

/**
 * Whether a conversation was made just now. One that was there before may have been given back instead, with a history
 * that nobody knows.
 */
function isNew({ exchange, json }: Seen): boolean {
  const made = Date.parse(String(at(json, "data", "created_at")));
  const clocks = [exchange.response?.headers.date ?? "", exchange.startedAt];
  return clocks.some((now) => Math.abs(Date.parse(now) - made) < 5_000);
}

interface Start {
  readonly agent: number | null;
  readonly greets: boolean;
}

const agentOf = (world: World, { agent }: Start): string | undefined =>
  agent === null ? undefined : textOf(world, "agents", agent);

/** A conversation with the contact of the fixtures, with or without an agent and a first message. */
export const start = move<Start, Seen>({
  weight: 2,
  choice: fc.record({ agent: fc.option(which(), { freq: 2 }), greets: fc.boolean() }),
  send: (ask, world, choice) => {
    const assignee_id = agentOf(world, choice);
    return ask({
      operationId: "createConversation",
      purpose: "a new conversation",
      body: {
        contact_id: "{contact_id}",
        channel_id: "{channel_id}",
        ...(assignee_id !== undefined && { assignee_id }),
        ...(choice.greets && { message: { content: contentOf(world) } }),
      },
    });
  },
  compare: (world, choice, both) => {
    const target = at(both.target.json, "data", "id");
    const oracle = at(both.oracle.json, "data", "id");
    // Whether a contact may have two unresolved conversations on a channel is not documented.
    if (typeof target !== "string" || typeof oracle !== "string") return [];
    const made = world.add(kind, { target, oracle });
    if (made === undefined) return [];
    world.symbols.bind("{unknown conversation}", {
      target: nearbyId(target),
      oracle: nearbyId(oracle),
    });
    made.notes.set("channel type", at(both.target.json, "data", "channel", "type"));
    if (!isNew(both.target)) return [];
    settle(made, "id", made.symbol, "sahut/conversations/get-returns-the-one-asked-for");
    for (const name of ["contact", "channel"]) {
      const breaks = "sahut/conversations/created-conversation-is-readable";
      settle(made, name, `{${name}_id}`, breaks);
    }
    const assignee = agentOf(world, choice);
    if (assignee !== undefined)
      settle(made, "assignee", assignee, "sahut/create/agent-is-assigned-at-once");
    if (choice.greets)
      say(world, {
        conversation: made.symbol,
        content: contentOf(world),
        note: false,
        accepted: takesText(made) ? true : undefined,
        breaks: "sahut/create/first-message-is-sent",
      });
    return compareFacts(made, shownBy(both), both.target.exchange, {
      only: ["contact", "channel"],
      breaks: "sahut/create/answer-shows-the-conversation",
    });
  },
});

const lacking = ["contact_id", "channel_id"] as const;

/** A conversation that lacks what is required. */
const startWrong = move({
  weight: 2,
  choice: fc.constantFrom(...lacking),
  send: (ask, _, missing) => {
    const { [missing]: __, ...body } = { contact_id: "{contact_id}", channel_id: "{channel_id}" };
    const purpose = `a conversation without ${missing}`;
    return ask({ operationId: "createConversation", purpose, body });
  },
  compare: (_, missing, both) =>
    mustRefuse(both, `sahut/derived/createConversation/body/${missing}/required`),
});

/**
 * A conversation for what does not exist. Not for an agent: where a contact has an unresolved conversation, that one may
 * be given back without a look at anything else.
 */
const startWithNobody = move({
  choice: fc.constantFrom("contact", "channel"),
  send: (ask, _, what) => {
    const ids = { contact_id: "{contact_id}", channel_id: "{channel_id}" };
    const body = { ...ids, [`${what}_id`]: `{unknown ${what}}` };
    const purpose = `a conversation with a ${what} that there is not`;
    return ask({ operationId: "createConversation", purpose, body });
  },
  compare: (_, what, both) => mustRefuse(both, `sahut/create/unknown-${what}-is-refused`),
});

export const startingMoves: readonly Steps[] = [start, startWrong, startWithNobody];
