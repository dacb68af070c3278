import { type Check, check } from "../check.ts";
import { refusedWith } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { allPass, holds } from "./conversation-filtered.ts";
import { listed, ownConversation, type Recorded, recorded, statusOf } from "./conversations.ts";
import type { Walk } from "./walk.ts";

const statuses = ["ACTIVE", "CLOSED", "ARCHIVED", "HANDOFF_PENDING", "AGENT_ACTIVE"] as const;

interface ByStatus {
  readonly chat: Recorded;
  readonly reading: Exchange;
  readonly lists: readonly (readonly [string, Walk])[];
  readonly own: Walk;
}

const byStatus: Probe<ByStatus> = {
  name: "conversations by status",
  run: async (context) => {
    const chat = await context.use(recorded);
    const reading = (await context.use(ownConversation)).control;
    const lists: (readonly [string, Walk])[] = [];
    for (const status of statuses) lists.push([status, await listed(context, { status })]);
    const filter = { status: statusOf(reading), channel: "api", start_time: chat.since };
    return { chat, reading, lists, own: await listed(context, filter, 3) };
  },
};

/** What the documentation promises of the filter `status`. */
export const conversationStatusChecks: readonly Check[] = [
  check("sarufi/conversations/every-status-is-accepted", byStatus, ({ lists }) =>
    lists.flatMap(([, { pages }]) => pages.flatMap((page) => refusedWith(page, [200]))),
  ),
  check("sarufi/conversations/status-filter-holds", byStatus, ({ chat, lists, own }) => [
    ...lists.flatMap(([status, list]) => allPass(list, "status", (value) => value === status)),
    ...holds(own, chat, true),
  ]),
];
