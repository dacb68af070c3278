import * as fc from "fast-check";
import { nearbyId } from "../../derive/nearby-id.ts";
import { at, show } from "../../evidence.ts";
import { mustAccept, mustRefuse } from "../../explore/agree.ts";
import { move, type Steps, which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import type { Difference, Seen } from "../../explore/seen.ts";
import type { Thing, World } from "../../explore/world.ts";
import { choicesIn } from "../chat.ts";

/** The kind of things that chats with the configured chatbot are; what its flow says is not known. */
export const kind = "chat";

/** What is said in this step alone. */
const textOf = (world: World): string => `Concordat asks ${world.word} ${world.turn}`;

/** What was said in a chat, and taken. */
export const saidIn = ({ notes }: Thing): readonly string[] => {
  const said = notes.get("said");
  return Array.isArray(said) ? said.map(String) : [];
};

/** Whether anything was said yet: afterwards, the flow may have ended. */
const isFresh = ({ notes }: Thing): boolean => !notes.has("begun");

export const start = move<null, Seen>({
  weight: 4,
  choice: fc.constant(null),
  send: (ask) =>
    ask({
      operationId: "createChatSession",
      purpose: "a session",
      path: { chatbot_id: "{chatbot_id}" },
    }),
  compare: (world, _, both) => {
    const target = at(both.target.json, "session_id");
    const oracle = at(both.oracle.json, "session_id");
    if (!both.target.ok)
      return mustAccept(both, "sarufi/derived/createChatSession/accepts-valid-request");
    if (typeof target !== "string" || typeof oracle !== "string") return [];
    const made = world.add(kind, { target, oracle });
    if (made === undefined) {
      const message = "A new session has the id of an earlier one";
      return [stray("sarufi/sessions/ids-are-unique", message, "a new id", target, both.target)];
    }
    world.symbols.bind(`{no ${made.name}}`, { target: nearbyId(target), oracle: nearbyId(oracle) });
    const [own] = choicesOf(both.target);
    const [other] = choicesOf(both.oracle);
    if (own !== undefined && other !== undefined)
      world.symbols.bind(choiceIn(made), { target: own, oracle: other });
    if (own !== undefined) made.notes.set("choice", own);
    return [];
  },
});

const choicesOf = ({ exchange }: Seen): readonly string[] =>
  Array.isArray(at(exchange.response?.json, "messages"))
    ? choicesIn(exchange).map(({ id }) => id)
    : [];

const choiceIn = ({ name }: Thing): string => `{choice in ${name}}`;

const stray = (
  breaks: string,
  message: string,
  expected: string,
  actual: unknown,
  { exchange }: Seen,
): Difference => ({ breaks, message, expected, actual: show(actual), exchange });

/** Something said, or the first choice of the greeting picked. */
const say = moveOn<{ readonly picks: boolean }>({
  weight: 6,
  kind,
  choice: fc.record({ of: which(), picks: fc.boolean() }),
  call: (thing, world, { picks }) => ({
    operationId: "sendChatMessage",
    purpose: `${thing.name}: ${picks && thing.notes.has("choice") ? "a choice" : "a text"}`,
    path: { chatbot_id: "{chatbot_id}", session_id: thing.symbol },
    body: {
      message: textOf(world),
      ...(picks && thing.notes.has("choice") && { button_id: choiceIn(thing) }),
    },
  }),
  compare: (thing, both, world, { picks }) => {
    const fresh = isFresh(thing);
    thing.notes.set("begun", true);
    if (!both.target.ok) {
      const plain = "sarufi/derived/sendChatMessage/accepts-valid-request";
      return fresh ? mustAccept(both, picks ? "sarufi/messages/button-is-accepted" : plain) : [];
    }
    if (!picks) thing.notes.set("said", [...saidIn(thing), textOf(world)]);
    const { json } = both.target;
    const id = at(json, "session_id");
    const messages = at(json, "messages");
    const count = Number(at(json, "messages_count"));
    return [
      ...(id === thing.symbol
        ? []
        : [
            stray(
              "sarufi/sessions/reply-names-its-session",
              "A reply names another session",
              thing.symbol,
              id,
              both.target,
            ),
          ]),
      ...(Array.isArray(messages) && count < messages.length
        ? [
            stray(
              "sarufi/messages/count-covers-the-reply",
              "messages_count is less than the messages",
              `at least ${messages.length}`,
              count,
              both.target,
            ),
          ]
        : []),
    ];
  },
});

const message = "sarufi/derived/sendChatMessage/body/message";
const wrong = {
  "no message": [{}, `${message}/required`],
  "a message that is a number": [{ message: 7 }, `${message}/type`],
  "a message of 4097 letters": [{ message: "x".repeat(4097) }, `${message}/maxLength`],
  "a type that there is not": [
    { message: "x", message_type: "concordat" },
    "sarufi/derived/sendChatMessage/body/message_type/enum",
  ],
} as const;

const sayWrong = moveOn<{ readonly what: keyof typeof wrong }>({
  weight: 2,
  kind,
  choice: fc.record({
    of: which(),
    what: fc.constantFrom(
      "no message",
      "a message that is a number",
      "a message of 4097 letters",
      "a type that there is not",
    ),
  }),
  call: (thing, _, { what }) => ({
    operationId: "sendChatMessage",
    purpose: `${thing.name}: ${what}`,
    path: { chatbot_id: "{chatbot_id}", session_id: thing.symbol },
    body: wrong[what][0],
  }),
  compare: (_, both, __, { what }) => mustRefuse(both, wrong[what][1]),
});

/** Places where a session is not. */
const elsewhere = {
  "another chatbot": {
    chatbot: "{other_chatbot_id}",
    session: (thing: Thing) => thing.symbol,
    breaks: "sarufi/sessions/belong-to-their-chatbot",
  },
  "a chatbot that there is not": {
    chatbot: "{unknown chatbot}",
    session: (thing: Thing) => thing.symbol,
    breaks: "sarufi/derived/sendChatMessage/path/chatbot_id/unknown",
  },
  "a session that there is not": {
    chatbot: "{chatbot_id}",
    session: (thing: Thing) => `{no ${thing.name}}`,
    breaks: "sarufi/derived/sendChatMessage/path/session_id/unknown",
  },
};

const sayElsewhere = moveOn<{ readonly what: keyof typeof elsewhere }>({
  weight: 2,
  kind,
  choice: fc.record({
    of: which(),
    what: fc.constantFrom(
      "another chatbot",
      "a chatbot that there is not",
      "a session that there is not",
    ),
  }),
  fits: (_, world, { what }) =>
    what !== "another chatbot" || world.texts.fixtures?.includes("{other_chatbot_id}") === true,
  call: (thing, _, { what }) => ({
    operationId: "sendChatMessage",
    purpose: `${thing.name}: a text under ${what}`,
    path: { chatbot_id: elsewhere[what].chatbot, session_id: elsewhere[what].session(thing) },
    body: { message: "Concordat" },
  }),
  compare: (_, both, __, { what }) => mustRefuse(both, elsewhere[what].breaks),
});

const startElsewhere = move({
  choice: fc.constantFrom("{unknown chatbot}", "{unpublished_chatbot_id}"),
  ready: (world, chatbot) => world.texts.fixtures?.includes(chatbot) === true,
  send: (ask, _, chatbot_id) =>
    ask({
      operationId: "createChatSession",
      purpose: chatbot_id.startsWith("{unknown")
        ? "a session with a chatbot that there is not"
        : "a session with a chatbot without a published flow",
      path: { chatbot_id },
    }),
  compare: (_, chatbot, both) =>
    mustRefuse(
      both,
      chatbot.startsWith("{unknown")
        ? "sarufi/derived/createChatSession/path/chatbot_id/unknown"
        : "sarufi/sessions/need-a-published-flow",
    ),
});

/** Moves that chat with the configured chatbot. */
export const chatMoves: readonly Steps[] = [start, say, sayWrong, sayElsewhere, startElsewhere];
