import { isObject } from "../../contract/json.ts";
import { edit } from "../fault/edit.ts";
import { around, arriving, body, type Fault, leaving } from "../fault/fault.ts";
import { type Mutant, mutantsOf } from "./mutant.ts";

const refusal = { status: 422, body: { detail: "Not possible" }, headers: {} };

/** Refuses what is asked for with one value of a parameter. */
const refuses = (operation: string, name: string, value: string): Fault =>
  around(operation, async ({ query }, proceed) => (query[name] === value ? refusal : proceed()));

/** Falls over at a number outside of a range. */
const fallsOver = (operation: string, name: string, beyond: (value: number) => boolean): Fault =>
  leaving(operation, (_, { query }) => (beyond(Number(query[name])) ? { status: 500 } : {}));

/** Makes something possible of a member that is not, so that nobody is refused for it. */
const bends = (operation: string, name: string, bend: (value: unknown) => unknown): Fault =>
  arriving(operation, ({ body: given }) =>
    isObject(given) && Object.hasOwn(given, name) ? { body: edit(given, name, bend) } : {},
  );

/** A mutant of one operation, told by a requirement that was derived for it. */
const derivedMutant = (
  name: string,
  operation: string,
  kill: string,
  breaks: string,
  fault: Fault,
): readonly Mutant[] =>
  mutantsOf("sarufi", {
    [name]: {
      breaks,
      kills: [`sarufi/derived/${operation}/${kill}`],
      fault,
      features: true,
      only: [`sarufi/derived/${operation}/${kill}`],
    },
  });

const largest = { listConversations: 67, listConversationMessages: 67, listChatbots: 100 };
const accepted = { ...largest, listChatbots: undefined };

/** Page sizes, at the edges of what is possible and beyond. */
const limitMutants = Object.entries(largest).flatMap(([operation, most]) => [
  ...derivedMutant(
    `${operation}-refuses-a-page-of-one`,
    operation,
    "query/limit/accepts-minimum",
    `\`${operation}\` accepts the smallest \`limit\`.`,
    refuses(operation, "limit", "1"),
  ),
  ...derivedMutant(
    `${operation}-falls-over-an-empty-page`,
    operation,
    "query/limit/minimum",
    `\`${operation}\` refuses a \`limit\` that is too small, or bends it.`,
    fallsOver(operation, "limit", (limit) => limit < 1),
  ),
  ...derivedMutant(
    `${operation}-falls-over-a-large-page`,
    operation,
    "query/limit/maximum",
    `\`${operation}\` refuses a \`limit\` that is too large, or bends it.`,
    fallsOver(operation, "limit", (limit) => limit > most),
  ),
]);

const largestMutants = Object.entries(accepted).flatMap(([operation, most]) =>
  most === undefined
    ? []
    : derivedMutant(
        `${operation}-refuses-the-largest-page`,
        operation,
        "query/limit/accepts-maximum",
        `\`${operation}\` accepts the largest \`limit\`.`,
        refuses(operation, "limit", String(most)),
      ),
);

/** The ids in the path of each operation. */
const ids = {
  createChatSession: ["chatbot_id"],
  sendChatMessage: ["chatbot_id", "session_id"],
  listConversations: ["chatbot_id"],
  getConversation: ["chatbot_id", "conversation_id"],
  listConversationMessages: ["chatbot_id", "conversation_id"],
  getChatbot: ["chatbot_id"],
  updateChatbot: ["chatbot_id"],
  deleteChatbot: ["chatbot_id"],
  getChatbotStats: ["chatbot_id"],
  listFlows: ["chatbot_id"],
  createFlow: ["chatbot_id"],
  getFlow: ["chatbot_id", "flow_id"],
  updateFlow: ["chatbot_id", "flow_id"],
  deleteFlow: ["chatbot_id", "flow_id"],
  validateFlow: ["chatbot_id", "flow_id"],
  publishFlow: ["chatbot_id", "flow_id"],
};

const unknownMutants = Object.entries(ids).flatMap(([operation, names]) =>
  names.flatMap((name) =>
    derivedMutant(
      `${operation}-finds-fault-with-an-unknown-${name}`,
      operation,
      `path/${name}/unknown`,
      `\`${operation}\` answers 404 to an unknown \`${name}\`.`,
      leaving(operation, ({ status }) => (status === 404 ? { status: 400 } : {})),
    ),
  ),
);

const asText = (value: unknown): unknown => (typeof value === "string" ? value : String(value));
const asObject = (value: unknown): unknown => (isObject(value) ? value : {});

/** What can be sent in a body, and what a careless server makes of a value of another type. */
const members: readonly (readonly [string, string, (value: unknown) => unknown])[] = [
  ["createChatbot", "name", asText],
  ["createChatbot", "description", asText],
  ["createChatbot", "category", asText],
  ["updateChatbot", "name", asText],
  ["updateChatbot", "description", asText],
  ["updateChatbot", "category", asText],
  ["createFlow", "name", asText],
  ["createFlow", "type", (value) => (typeof value === "string" ? value : "conversation")],
  ["createFlow", "flow", asObject],
  ["updateFlow", "name", asText],
  ["updateFlow", "flow", asObject],
];

const typeMutants = members.flatMap(([operation, name, bend]) =>
  derivedMutant(
    `${operation}-takes-any-${name}`,
    operation,
    `body/${name}/type`,
    `\`${operation}\` refuses a \`${name}\` of another type.`,
    bends(operation, name, bend),
  ),
);

/** What a body must have, and what a server makes up in its place. */
const required = [
  ["createChatbot", "name", "Concordat, nameless"],
  ["createFlow", "name", "Untitled"],
  ["createFlow", "type", "conversation"],
] as const;

const requiredMutants = required.flatMap(([operation, name, instead]) =>
  derivedMutant(
    `${operation}-needs-no-${name}`,
    operation,
    `body/${name}/required`,
    `\`${operation}\` refuses a body without \`${name}\`.`,
    arriving(operation, ({ body: given }) => ({ body: { [name]: instead, ...Object(given) } })),
  ),
);

/** Members that every example has, and where they stand. */
const shapes = [
  ["getMe", "workspace.plan"],
  ["listConversations", "conversations.*.last_message_id"],
  ["getConversation", "last_message_preview"],
  ["createChatbot", "updated_at"],
  ["getChatbot", "updated_at"],
  ["updateChatbot", "updated_at"],
  ["createFlow", "updated_at"],
  ["getFlow", "updated_at"],
  ["updateFlow", "updated_at"],
] as const;

const shapeMutants = shapes.flatMap(([operation, place]) =>
  derivedMutant(
    `${operation}-without-${place.split(".").at(-1)}`,
    operation,
    "success-shape",
    `\`${operation}\` shows what the examples show.`,
    body(operation, place, () => undefined),
  ),
);

const statuses = ["ACTIVE", "CLOSED", "ARCHIVED", "HANDOFF_PENDING", "AGENT_ACTIVE"];

const statusMutants = mutantsOf(
  "sarufi",
  Object.fromEntries(
    statuses.map((status) => [
      `status-${status}-unknown`,
      {
        breaks: `Conversations that are ${status} can be asked for.`,
        kills: ["sarufi/conversations/every-status-is-accepted"] as const,
        fault: refuses("listConversations", "status", status),
      },
    ]),
  ),
  { features: true, only: ["sarufi/conversations/every-status-is-accepted"] },
);

/** Servers that take what is impossible, or do not take what is possible. */
export const requestMutants: readonly Mutant[] = [
  ...limitMutants,
  ...largestMutants,
  ...unknownMutants,
  ...typeMutants,
  ...requiredMutants,
  ...shapeMutants,
  ...statusMutants,
];
