import * as fc from "fast-check";
import { at, show } from "../../evidence.ts";
import { mustAccept, mustRefuse } from "../../explore/agree.ts";
import { move, type Steps, which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import type { Difference, Seen } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import type { Thing, World } from "../../explore/world.ts";
import { kind as chatbotKind, isGone as isGoneChatbot } from "./chatbots.ts";
import { chatbotOf, chatKind, isGone, liveOf } from "./flow.ts";
import { type Pages, readPages } from "./pages.ts";
import { heard, type Script } from "./scripts.ts";

/** A session with a chatbot of the journey's, by whatever flow is live. */
export const start = moveOn<object>({
  weight: 5,
  kind: chatbotKind,
  choice: fc.record({ of: which() }),
  fits: (thing) => !isGoneChatbot(thing),
  call: (thing) => ({
    operationId: "createChatSession",
    purpose: `${thing.name}: a session`,
    path: { chatbot_id: thing.symbol },
  }),
  compare: (thing, both, world) => {
    const live = liveOf(thing);
    if (live.is === "nothing") {
      if (both.target.ok) thing.notes.set("uncounted", true);
      return mustRefuse(both, live.because);
    }
    const target = at(both.target.json, "session_id");
    const oracle = at(both.oracle.json, "session_id");
    if (typeof target === "string") thing.notes.set("chats", chatsOf(thing) + 1);
    if (live.is === "unknown") return [];
    if (!both.target.ok) return mustAccept(both, "sarufi/flows/published-is-live");
    if (typeof target !== "string" || typeof oracle !== "string") return [];
    const made = world.add(chatKind, { target, oracle });
    if (made === undefined) return [];
    made.notes.set("chatbot", thing);
    made.notes.set("flow", live.flow);
    made.notes.set("script", live.script);
    return greeted(made, live.script, both, world);
  },
});

/** How many sessions a chatbot has had. */
const chatsOf = ({ notes }: Thing): number => Number(notes.get("chats") ?? 0);

/** The greeting is what some state of the live flow says; in which one a flow begins is not documented. */
function greeted(
  chat: Thing,
  script: Script,
  both: Both<Seen>,
  world: World,
): readonly Difference[] {
  const own = heard(both.target.json, script.texts);
  const expected = heard(both.oracle.json, script.texts);
  if (same(own, expected)) return [];
  chat.notes.delete("script");
  if (own.length === 1) return [];
  const foreign = heard(both.target.json, textsOf(world));
  return [
    {
      breaks:
        foreign.length > 0
          ? "sarufi/flows/publishing-replaces-the-live-one"
          : "sarufi/flows/greets-by-its-first-state",
      message: `${chat.name} is greeted with ${foreign.length > 0 ? "another flow" : "nothing of its flow"}`,
      expected: show(expected),
      actual: show(at(both.target.json, "messages")),
      exchange: both.target.exchange,
    },
  ];
}

/** What the states of all flows of a journey say, or have said. */
const textsOf = (world: World): readonly string[] =>
  Array.from({ length: world.turn }, (_, turn) => `Flow ${world.word} ${turn + 1} in `);

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, place) => text === other[place]);

/** Something said that fits no transition, so that each state goes on by its `default`. */
const say = moveOn<object>({
  weight: 12,
  kind: chatKind,
  choice: fc.record({ of: which() }),
  fits: ({ notes }) => notes.has("script"),
  call: (thing, world) => ({
    operationId: "sendChatMessage",
    purpose: `${thing.name}: something said`,
    path: { chatbot_id: chatbotOf(thing).symbol, session_id: thing.symbol },
    body: { message: `Hm ${world.turn}` },
  }),
  compare: (thing, both, world) => {
    // as: `start` notes both, and `fits` asks for the second.
    const flow = thing.notes.get("flow") as Thing;
    const script = thing.notes.get("script") as Script;
    if (isGone(flow)) return silent(thing, both.target);
    if (!both.target.ok)
      return mustAccept(both, "sarufi/derived/sendChatMessage/accepts-valid-request");
    const own = heard(both.target.json, script.texts);
    const expected = heard(both.oracle.json, script.texts);
    if (both.oracle.ok && same(own, expected)) return [];
    thing.notes.delete("script");
    // The reference server's time may have been put forward, past the end of its session.
    if (!both.oracle.ok) return [];
    return [
      {
        fault: "what a chat says next",
        // Where no journey without another chat shows it, the other chat is what it takes.
        breaks: isAlone(thing, world)
          ? "sarufi/flows/default-is-the-fallback"
          : "sarufi/sessions/keep-their-own-state",
        message: `${thing.name}: the reply is not that of the state which \`default\` leads to`,
        expected: show(expected),
        actual: show(at(both.target.json, "messages")),
        exchange: both.target.exchange,
      },
    ];
  },
});

const isAlone = (chat: Thing, world: World): boolean =>
  world.all(chatKind).every((one) => one === chat || chatbotOf(one) !== chatbotOf(chat));

/** Chats by a deleted flow get no new messages; how that is answered is not documented. */
function silent(chat: Thing, { ok, json, exchange }: Seen): readonly Difference[] {
  const messages = at(json, "messages");
  if (!ok || !Array.isArray(messages) || messages.length === 0) return [];
  return [
    {
      breaks: "sarufi/flows/deleted-is-silent",
      message: `${chat.name} goes on, though its flow was deleted`,
      expected: "no new message",
      actual: show(messages),
      exchange,
    },
  ];
}

interface Look {
  readonly of: number;
  readonly limit: number;
  readonly channel: string | undefined;
}

/** The conversations of a chatbot of the journey's, which are its sessions and nothing else. */
const list = move<Look, Pages>({
  weight: 2,
  choice: fc.record({
    of: which(),
    limit: fc.constantFrom(67, 1, 2),
    channel: fc.constantFrom("api", "whatsapp", undefined),
  }),
  ready: (world, { of }) => {
    const chatbot = world.pick(chatbotKind, of);
    return chatbot !== undefined && !isGoneChatbot(chatbot) && !chatbot.notes.has("uncounted");
  },
  send: (ask, world, { of, limit, channel }) =>
    readPages(ask, {
      operationId: "listConversations",
      purpose: `${world.pick(chatbotKind, of)?.name}: its conversations${channel === undefined ? "" : ` on ${channel}`}`,
      path: { chatbot_id: world.pick(chatbotKind, of)?.symbol ?? "" },
      query: channel === undefined ? {} : { channel },
      items: "conversations",
      limit,
    }),
  compare: (world, { of, limit, channel }, { target }) => {
    const chatbot = world.pick(chatbotKind, of);
    const [exchange] = target.exchanges.slice(-1);
    if (chatbot === undefined || exchange === undefined || !target.ok) return [];
    const expected = channel === "whatsapp" ? 0 : chatsOf(chatbot);
    const found = (breaks: string, message: string, want: string, actual: string): Difference => ({
      breaks: `sarufi/conversations/${breaks}`,
      message: `${chatbot.name}: ${message}`,
      expected: want,
      actual,
      exchange,
    });
    const ids = new Set(target.items.map((item) => at(item, "id")));
    const full = target.sizes.find((size) => size > limit);
    return [
      ...(full !== undefined
        ? [
            found(
              "limit-holds",
              "a page is larger than its limit",
              `at most ${limit}`,
              String(full),
            ),
          ]
        : []),
      ...(ids.size < target.items.length
        ? [
            found(
              "pages-do-not-overlap",
              "a conversation stands twice",
              "each once",
              `${target.items.length} of ${ids.size}`,
            ),
          ]
        : []),
      ...(target.whole && ids.size < expected
        ? [
            found(
              limit < expected ? "pages-leave-nothing-out" : "hold-chat-sessions",
              "sessions are missing",
              String(expected),
              String(ids.size),
            ),
          ]
        : []),
      ...(ids.size > expected
        ? [
            found(
              "channel-filter-holds",
              "there are more conversations than sessions",
              String(expected),
              String(ids.size),
            ),
          ]
        : []),
    ];
  },
});

/** Moves that chat by flows of the journey's own. */
export const flowChatMoves: readonly Steps[] = [start, say];

/** Moves that read the conversations that come of it. */
export const conversationMoves: readonly Steps[] = [list];
