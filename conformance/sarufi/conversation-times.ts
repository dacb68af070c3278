import { type Check, check } from "../check.ts";
import { at, control } from "../evidence.ts";
import type { Probe } from "../probe.ts";
import { allPass, holds } from "./conversation-filtered.ts";
import { listed, ownConversation, type Recorded, recorded, shifted } from "./conversations.ts";
import type { Walk } from "./walk.ts";

const hourAhead = 60 * 60;

interface Times {
  readonly chat: Recorded;
  /** From an hour after the chat on. */
  readonly later: Walk;
  /** Until a minute before the run. */
  readonly earlier: Walk;
  /** From before the chat until an hour after it. */
  readonly around: Walk;
  /** From the chat's own second on. */
  readonly exactly: Walk;
  /** Until the very time of the chat. */
  readonly until: Walk;
}

const times: Probe<Times> = {
  name: "conversations by time",
  run: async (context) => {
    const chat = await context.use(recorded);
    const created = String(at(chat.item, "created_at"));
    control((await context.use(ownConversation)).control);
    const own = { channel: "api", start_time: chat.since };
    const ahead = shifted(created, hourAhead);
    return {
      chat,
      later: await listed(context, { start_time: ahead }),
      earlier: await listed(context, { end_time: chat.since }),
      around: await listed(context, { ...own, end_time: ahead }, 3),
      exactly: await listed(context, { channel: "api", start_time: shifted(created, 0) }, 3),
      until: await listed(context, { ...own, end_time: created }, 3),
    };
  },
};

const notBefore = (bound: string) => (value: unknown) =>
  Date.parse(String(value)) >= Date.parse(bound);
const notAfter = (bound: string) => (value: unknown) =>
  // A bound with whole seconds may include the whole of its second.
  Date.parse(String(value)) < Date.parse(bound) + 1000;

/** What the documentation promises of `start_time` and `end_time`. */
export const conversationTimeChecks: readonly Check[] = [
  check("sarufi/conversations/start-time-bounds", times, ({ chat, later }) => [
    ...allPass(later, "created_at", notBefore(String(later.pages[0]?.call.query?.start_time))),
    ...holds(later, chat, false),
    ...allPass(chat.listing, "created_at", notBefore(chat.since)),
  ]),
  check("sarufi/conversations/end-time-bounds", times, ({ chat, earlier, around }) => [
    ...allPass(earlier, "created_at", notAfter(chat.since)),
    ...holds(earlier, chat, false),
    ...holds(around, chat, true),
  ]),
  check("sarufi/conversations/start-time-is-included", times, ({ chat, exactly }) =>
    holds(exactly, chat, true),
  ),
  check("sarufi/conversations/end-time-is-included", times, ({ chat, until }) =>
    holds(until, chat, true),
  ),
];
