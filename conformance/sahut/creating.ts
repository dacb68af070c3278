import { type Check, check } from "../check.ts";
import { at, control, listAt, permitted, refusedWith, show, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { dialogue, sameText } from "./dialogue.ts";
import { change, isUnfit, ownConversation, ownId, ownPair, read } from "./own-conversation.ts";

const greeting = "Halo, ada yang bisa kami bantu?";

interface Second {
  /** The attempt with a text. */
  readonly spoken: Exchange;
  /** The one that succeeded: the same, or where a text is refused one with a template, else without a message. */
  readonly made: Exchange;
  /** The attempt with an agent and no message, where the same without an agent is the one that succeeded. */
  readonly agentRefused?: Exchange;
  readonly reading: Exchange;
  readonly messages: Exchange;
  readonly agent: string | undefined;
}

/** Our first conversation out of the way: whether a contact may have two open ones on a channel is not documented. */
const firstResolved: Probe<Exchange> = {
  name: "our first conversation, resolved",
  run: async (context) =>
    change(
      context,
      await ownId(context),
      { status: "resolved" },
      "the first conversation, resolved",
    ),
};

/** A second conversation, with a first message and an agent. */
export const second: Probe<Second> = {
  name: "a second conversation, with message and agent",
  run: async (context) => {
    await context.use(firstResolved);
    const pair = await ownPair(context);
    const [agent] = await context.optionalFixture("agent_ids");
    const [template_id] = await context.optionalFixture("template_id");
    const start = (body: object, what: string): Promise<Exchange> =>
      context.send({
        operationId: "createConversation",
        purpose: `a new conversation with ${what}`,
        body: { ...pair, ...body },
      });
    const attempt = (message: object, what: string): Promise<Exchange> =>
      start({ ...message, ...(agent && { assignee_id: agent }) }, what);
    const spoken = await attempt({ message: { content: greeting } }, "message and agent");
    // On WhatsApp a text may be refused, since the customer has not written; a template may want variables.
    let made = spoken;
    if (isUnfit(made) && template_id !== undefined)
      made = await attempt({ message: { template_id } }, "template and agent");
    if (isUnfit(made)) made = await attempt({}, "an agent alone");
    const agentAlone = made;
    if (isUnfit(made) && agent !== undefined) made = await start({}, "no more than it needs");
    const id = textAt(made, "data", "id");
    return {
      spoken,
      made,
      ...(made !== agentAlone && { agentRefused: agentAlone }),
      reading: await read(context, id, "the second conversation"),
      messages: await context.send({
        operationId: "listMessages",
        purpose: "the second conversation's messages",
        path: { conversation_id: id },
      }),
      agent,
    };
  },
};

/** A create in which one id belongs to nothing. */
const withUnknown = (
  field: "contact_id" | "channel_id" | "assignee_id",
  value: string,
): Probe<{ readonly exchange: Exchange }> => ({
  name: `a conversation with an unknown ${field}`,
  run: async (context: ProbeContext) => {
    const made = (await context.use(ownConversation)).control;
    control(made);
    // Else it might be refused for being one too many.
    await context.use(firstResolved);
    const body = { ...Object(made.call.body), [field]: value };
    return { exchange: await context.send({ ...made.call, body, purpose: `an unknown ${field}` }) };
  },
});

/** Creates in which one id belongs to nothing, and the requirements that they are refused. */
export const unknowns = [
  ["sahut/create/unknown-contact-is-refused", withUnknown("contact_id", "ct_00CONCORDAT000")],
  ["sahut/create/unknown-channel-is-refused", withUnknown("channel_id", "ch_00CONCORDAT000")],
  ["sahut/create/unknown-agent-is-refused", withUnknown("assignee_id", "usr_00CONCORDAT000")],
] as const;

/** What the documentation promises of a new conversation. */
export const createChecks: readonly Check[] = [
  ...unknowns.map(([id, probe]) =>
    check(id, probe, ({ exchange }) => refusedWith(exchange, [400, 404, 422])),
  ),
  check(
    "sahut/create/first-message-is-sent",
    second,
    ({ spoken, made, agentRefused, messages }) => {
      if (made !== spoken && at(control(made).json, "data", "channel", "type") !== "whatsapp") {
        // What else might be wrong with it was accepted without the text.
        const refused = agentRefused === undefined ? permitted(spoken) : [];
        if (refused.length > 0) return refused;
        control(spoken);
      }
      const given = at(made.call.body, "message");
      if (given === undefined)
        missingFixture(
          "template_id",
          "on WhatsApp a text was refused, and no template could be sent",
        );
      // What the content of a template message is, is not documented.
      const content = at(given, "content");
      const found = listAt(messages, "data").filter(
        (message) => content === undefined || at(message, "content") === content,
      );
      if (found.some((message) => at(message, "type") === "outgoing")) return [];
      return [
        {
          message: "The message given with a new conversation is not among its messages",
          expected: `an outgoing message ${show(given)}`,
          actual:
            found.length > 0
              ? `type ${show(at(found[0], "type"))}`
              : `${listAt(messages, "data").length} other messages`,
          exchange: messages,
        },
      ];
    },
  ),
  check(
    "sahut/create/agent-is-assigned-at-once",
    second,
    ({ made, agentRefused, reading, agent }) => {
      if (agent === undefined)
        missingFixture("agent_ids", "it is not configured, and the target shows none");
      control(made);
      if (agentRefused !== undefined) return permitted(agentRefused);
      const actual = at(control(reading).json, "data", "assignee", "id");
      if (actual === agent) return [];
      return [
        {
          message: "A conversation started for an agent is not assigned to that agent",
          expected: `assignee.id ${show(agent)}`,
          actual: show(actual),
          exchange: reading,
        },
      ];
    },
  ),
  check("sahut/messages/stay-in-their-conversation", both(), ({ first, other }) => {
    const sent = String(at(first.call.body, "content"));
    const stray = listAt(other, "data").filter((message) => sameText(at(message, "content"), sent));
    return stray.map((message) => ({
      message: "A message of one conversation stands in another",
      expected: `no message ${show(sent)}`,
      actual: show(message),
      exchange: other,
    }));
  }),
];

/** A message of the first conversation and the list of the second. */
function both(): Probe<{ readonly first: Exchange; readonly other: Exchange }> {
  return {
    name: "the messages of two conversations",
    run: async ({ use }) => {
      const { second: first } = await use(dialogue);
      const { made, messages } = await use(second);
      control(made);
      control(first);
      return { first, other: messages };
    },
  };
}
