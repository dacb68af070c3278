import * as fc from "fast-check";
import { at, show } from "../../evidence.ts";
import { move, type Steps, which } from "../../explore/move.ts";
import type { Difference } from "../../explore/seen.ts";
import { kind, saidIn } from "./chats.ts";
import { type Pages, readPages } from "./pages.ts";

interface Look {
  readonly of: number;
  readonly limit: number;
}

const mentions = (value: unknown, text: string): boolean =>
  JSON.stringify(value ?? null).includes(text);

/** What was said in a chat, read back. That a session is a conversation of the same id is not documented. */
const look = move<Look, Pages>({
  weight: 4,
  choice: fc.record({ of: which(), limit: fc.constantFrom(67, 1, 2) }),
  ready: (world, { of }) => {
    const chat = world.pick(kind, of);
    return chat !== undefined && saidIn(chat).length > 0;
  },
  send: (ask, world, { of, limit }) => {
    const chat = world.pick(kind, of);
    return readPages(ask, {
      operationId: "listConversationMessages",
      purpose: `what was said in ${chat?.name}, ${limit} on a page`,
      path: { chatbot_id: "{chatbot_id}", conversation_id: chat?.symbol ?? "" },
      items: "messages",
      limit,
    });
  },
  compare: (world, { of, limit }, { target }) => {
    const chat = world.pick(kind, of);
    const [exchange] = target.exchanges.slice(-1);
    if (chat === undefined || exchange === undefined || !target.ok) return [];
    const found = (
      breaks: string,
      message: string,
      expected: string,
      actual: unknown,
    ): Difference => ({
      breaks: `sarufi/${breaks}`,
      message,
      expected,
      actual: show(actual),
      exchange,
    });
    const ids = target.items.map((item) => at(item, "id"));
    const times = target.items.map((item) => Date.parse(String(at(item, "received_at"))));
    const back = times.findIndex((time, n) => time < (times[n - 1] ?? time));
    const missing = saidIn(chat).filter(
      (text) => !target.items.some((item) => mentions(at(item, "message"), text)),
    );
    // Not the session's own id: that a conversation has it is not documented.
    const others = new Set<unknown>(world.all(kind).map(({ symbol }) => symbol));
    others.delete(chat.symbol);
    const stray = target.items.find((item) => others.has(at(item, "conversation_id")));
    const full = target.sizes.find((size) => size > limit);
    return [
      ...(missing.length > 0 && target.whole
        ? [
            found(
              "sessions/history-is-kept",
              "What was said in a chat is not in its history",
              show(missing[0]),
              `${ids.length} records without it`,
            ),
          ]
        : []),
      ...(new Set(ids).size < ids.length
        ? [
            found(
              "history/pages-do-not-overlap",
              "A record stands twice in a history",
              "each once",
              ids,
            ),
          ]
        : []),
      ...(back >= 0
        ? [
            found(
              "history/oldest-first",
              "A history is not oldest first",
              "rising times",
              at(target.items[back], "received_at"),
            ),
          ]
        : []),
      ...(stray !== undefined
        ? [
            found(
              "history/names-its-conversation",
              "A record names another conversation",
              chat.symbol,
              at(stray, "conversation_id"),
            ),
          ]
        : []),
      ...(full !== undefined
        ? [
            found(
              "history/limit-holds",
              "A page of a history is larger than its limit",
              `at most ${limit}`,
              full,
            ),
          ]
        : []),
    ];
  },
});

/** Moves that read back what was said. */
export const historyMoves: readonly Steps[] = [look];
