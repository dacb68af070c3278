import { at } from "../../evidence.ts";
import { around, arriving, asked, together } from "../fault/fault.ts";
import { relisted, remembering } from "./inbox.ts";
import { mutantsOf } from "./mutant.ts";

/** Takes filters off the list, where a condition on the query holds. */
const without = (
  names: readonly string[],
  when: (query: Readonly<Record<string, unknown>>) => boolean = () => true,
) =>
  asked("listConversations", ({ query }) =>
    when(query)
      ? {
          query: Object.fromEntries(
            Object.entries(query).filter(([name]) => !names.includes(name)),
          ),
        }
      : {},
  );

/** Refuses a list in the documented way, where a condition on the query holds. */
const refused = (when: (query: Readonly<Record<string, unknown>>) => boolean) =>
  around("listConversations", async ({ query }, proceed) =>
    when(query)
      ? {
          status: 422,
          body: { error: { code: "validation_error", message: "Bad filter", status: 422 } },
          headers: {},
        }
      : proceed(),
  );

const stale = remembering("status", (changed) => ({
  filters: ({ query: { status: _, ...others } }) => others,
  items: (items, { query: { status } }) =>
    status === undefined
      ? items
      : items.filter(
          (item) => (changed.has(at(item, "id")) ? "open" : at(item, "status")) === status,
        ),
}));

const forgetful = remembering("assignee_id", (changed) => ({
  items: (items, { query }) =>
    query.assignee_id === undefined ? items : items.filter((item) => !changed.has(at(item, "id"))),
}));

const hiding = remembering("status", (changed) => ({
  items: (items, { query }) =>
    query.status === "resolved" ? items.filter((item) => !changed.has(at(item, "id"))) : items,
}));

export const filterMutants = mutantsOf("sahut", {
  "filter-by-status-ignored": {
    breaks: "The `status` filter lets only conversations in that state through.",
    kills: ["sahut/filters/status"],
    fault: without(["status"]),
  },
  "filter-by-channel-ignored": {
    breaks: "The `channel_id` filter lets only conversations of that channel through.",
    kills: ["sahut/filters/channel"],
    fault: without(["channel_id"]),
  },
  "filter-by-agent-ignored": {
    breaks: "The `assignee_id` filter lets only that agent's conversations through.",
    kills: ["sahut/filters/agent"],
    fault: without(["assignee_id"], ({ assignee_id }) => assignee_id !== "unassigned"),
  },
  "unassigned-means-everybody": {
    breaks: "`assignee_id=unassigned` lets only conversations without an agent through.",
    kills: ["sahut/filters/unassigned"],
    fault: without(["assignee_id"], ({ assignee_id }) => assignee_id === "unassigned"),
  },
  "unassigned-taken-for-an-id": {
    breaks:
      "`unassigned` selects the conversations without an agent, not those of an agent so called.",
    kills: ["sahut/filters/finds-an-unassigned-conversation"],
    fault: asked("listConversations", ({ query }) =>
      query.assignee_id === "unassigned"
        ? { query: { ...query, assignee_id: "usr_unassigned" } }
        : {},
    ),
  },
  "first-filter-only": {
    breaks: "Two filters together let only through what fits both.",
    kills: ["sahut/filters/filters-combine"],
    fault: without(["status"], ({ channel_id }) => channel_id !== undefined),
  },
  "filters-are-alternatives": {
    breaks: "Two filters together let only through what fits both, not what fits either.",
    kills: ["sahut/filters/filters-combine"],
    fault: relisted({
      filters: ({ query: { channel_id, status, ...others } }) =>
        channel_id === undefined || status === undefined
          ? { ...others, channel_id, status }
          : others,
      items: (items, { query: { channel_id, status } }) =>
        channel_id === undefined || status === undefined
          ? items
          : items.filter(
              (item) => at(item, "channel", "id") === channel_id || at(item, "status") === status,
            ),
    }),
  },
  "filter-lost-after-page-1": {
    breaks: "A filter holds on every page.",
    kills: ["sahut/filters/status"],
    only: "all",
    fault: without(["status", "channel_id", "assignee_id"], ({ page }) => page !== 1),
  },
  "status-index-is-stale": {
    breaks:
      "A conversation that was resolved is listed under `status=resolved` and no longer under `status=open`.",
    kills: [
      "sahut/filters/drops-what-no-longer-fits",
      "sahut/filters/finds-a-resolved-conversation",
    ],
    fault: together(stale.watch, stale.list),
  },
  "resolved-disappears": {
    breaks: "A conversation that was resolved is listed under `status=resolved`.",
    kills: ["sahut/filters/finds-a-resolved-conversation"],
    fault: together(hiding.watch, hiding.list),
  },
  "assignee-index-is-stale": {
    breaks: "A conversation assigned to an agent is listed under that agent.",
    kills: [
      "sahut/filters/finds-an-agents-conversation",
      "sahut/filters/finds-an-unassigned-conversation",
    ],
    fault: together(forgetful.watch, forgetful.list),
  },
  "list-shows-unresolved-only": {
    breaks: "All statuses are listed when no status is asked for.",
    kills: ["sahut/filters/statuses-partition-the-list"],
    fault: relisted({
      items: (items, { query }) =>
        query.status === undefined
          ? items.filter((item) => at(item, "status") !== "resolved")
          : items,
    }),
  },
  "unknown-status-lists-nothing": {
    breaks: "A status outside the four is refused.",
    kills: ["sahut/derived/listConversations/query/status/enum"],
    fault: arriving("listConversations", ({ query }) =>
      ["open", "pending", "resolved", "snoozed", undefined].includes(query.status)
        ? {}
        : { query: { ...query, status: undefined, channel_id: "ch_none" } },
    ),
  },
  "snoozed-filter-refused": {
    breaks: "Each of the four statuses can be filtered by.",
    kills: ["sahut/filters/every-status-is-accepted"],
    fault: refused(({ status }) => status === "snoozed"),
  },
  "channel-filter-refused": {
    breaks: "The list can be filtered by channel.",
    kills: ["sahut/filters/channel"],
    fault: refused(({ channel_id }) => channel_id !== undefined),
  },
  "unassigned-filter-refused": {
    breaks: "The list can be filtered for conversations without an agent.",
    kills: ["sahut/filters/unassigned"],
    fault: refused(({ assignee_id }) => assignee_id === "unassigned"),
  },
  "agent-filter-refused": {
    breaks: "The list can be filtered by agent.",
    kills: ["sahut/filters/agent"],
    fault: refused(({ assignee_id }) => assignee_id?.toString().startsWith("usr_") === true),
  },
  "two-filters-refused": {
    breaks: "Two filters can be given at once.",
    kills: ["sahut/filters/filters-combine"],
    fault: refused(({ channel_id, status }) => channel_id !== undefined && status !== undefined),
  },
});
