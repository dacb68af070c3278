import { sahutDemo } from "../../../server/demo/sahut.ts";
import { isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { edit } from "../fault/edit.ts";
import { around, asked, body, handling } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";

/** Takes something that exists in place of what does not. */
const insteadOfUnknown = (member: string, value: string | undefined) =>
  handling("createConversation", async (call, next) => {
    const answer = await next(call);
    if (answer.status !== 422 || call.body[member] === undefined) return answer;
    const { [member]: _, ...rest } = call.body;
    return next({ ...call, body: value === undefined ? rest : { ...rest, [member]: value } });
  });

/** Does without a member that is required. */
const defaulting = (member: string, value: string) =>
  around("createConversation", (arrival, proceed) =>
    isObject(arrival.body) ? proceed({ body: { [member]: value, ...arrival.body } }) : proceed(),
  );

export const creationMutants = mutantsOf("sahut", {
  "unknown-contact-accepted": {
    breaks: "A conversation with a contact that does not exist is refused.",
    kills: ["sahut/create/unknown-contact-is-refused"],
    fault: insteadOfUnknown("contact_id", sahutDemo.contactId),
  },
  "unknown-channel-accepted": {
    breaks: "A conversation on a channel that does not exist is refused.",
    kills: ["sahut/create/unknown-channel-is-refused"],
    fault: insteadOfUnknown("channel_id", sahutDemo.channelId),
  },
  "unknown-agent-of-a-new-one-ignored": {
    breaks: "A conversation for an agent who does not exist is refused.",
    kills: ["sahut/create/unknown-agent-is-refused"],
    fault: insteadOfUnknown("assignee_id", undefined),
  },
  "unknown-contact-crashes": {
    breaks: "A contact that does not exist is refused, and no server error.",
    kills: ["sahut/create/unknown-contact-is-refused"],
    fault: handling("createConversation", async (call, next) => {
      const answer = await next(call);
      if (answer.status === 422) throw new Error("A foreign key does not hold.");
      return answer;
    }),
  },
  "contact-not-required": {
    breaks: "`contact_id` is required.",
    kills: ["sahut/derived/createConversation/body/contact_id/required"],
    fault: defaulting("contact_id", sahutDemo.contactId),
  },
  "channel-not-required": {
    breaks: "`channel_id` is required.",
    kills: ["sahut/derived/createConversation/body/channel_id/required"],
    fault: defaulting("channel_id", sahutDemo.channelId),
  },
  "first-message-not-sent": {
    breaks: "The message given with a new conversation is its first outgoing message.",
    kills: ["sahut/create/first-message-is-sent"],
    fault: asked("createConversation", ({ body: { message: _, ...rest } }) => ({ body: rest })),
  },
  "first-message-comes-in": {
    breaks: "The message given with a new conversation is outgoing.",
    kills: ["sahut/create/first-message-is-sent"],
    fault: body("listMessages", "data.0.type", (type) => (type === "outgoing" ? "incoming" : type)),
  },
  "assignee-of-a-new-one-ignored": {
    breaks: "A conversation started for an agent is assigned to that agent.",
    kills: ["sahut/create/agent-is-assigned-at-once"],
    fault: asked("createConversation", ({ body: { assignee_id, ...rest } }) =>
      // One who does not exist is still refused.
      typeof assignee_id === "string" && sahutDemo.agentIds.includes(assignee_id)
        ? { body: rest }
        : {},
    ),
  },
  "always-the-default-channel": {
    breaks: "A conversation is on the channel it was started with.",
    kills: ["sahut/conversations/created-conversation-is-readable"],
    fault: asked("createConversation", ({ body: given }) =>
      given.channel_id === sahutDemo.channelId
        ? { body: { ...given, channel_id: sahutDemo.whatsappChannelId } }
        : {},
    ),
  },
  "created-conversation-is-not-there": {
    breaks: "A conversation that was started can be read.",
    kills: ["sahut/derived/getConversation/accepts-valid-request"],
    fault: body("createConversation", "data.id", (id) => `${String(id)}X`),
  },
  "answer-names-another-contact": {
    breaks: "The answer to a new conversation shows the contact it was started with.",
    kills: ["sahut/create/answer-shows-the-conversation"],
    fault: body("createConversation", "data.contact.id", () => "ct_01HX3C0L4N6P8Q"),
  },
  "answer-has-the-id-only": {
    breaks: "The answer to a new conversation is the conversation.",
    kills: ["sahut/derived/createConversation/success-shape"],
    fault: body("createConversation", "data", (data) => ({ id: at(data, "id") })),
  },
  "answer-without-data": {
    breaks: "Every success is an object with `data`.",
    kills: ["sahut/envelope/success-has-data", "sahut/derived/createConversation/success-body"],
    fault: body("createConversation", "", (answer) =>
      at(
        edit(answer, "data.bare", () => 1),
        "data",
      ),
    ),
  },
});
