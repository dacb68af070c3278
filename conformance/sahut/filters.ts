import { type Check, check, checkAll } from "../check.ts";
import { answered, at, describe, isSuccess, listAt, refusedWith, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import type { Probe } from "../probe.ts";
import { defaultList, idOf, metaOf } from "./inbox.ts";

const statuses = ["open", "pending", "resolved", "snoozed"] as const;

interface ByStatus {
  readonly before: Exchange;
  readonly pages: readonly Exchange[];
  readonly after: Exchange;
}

/** Each status alone, between two readings of the whole. */
const byStatus: Probe<ByStatus> = {
  name: "each status alone",
  run: async ({ send }) => {
    const get = (query: Readonly<Record<string, string>>, purpose: string): Promise<Exchange> =>
      send({ operationId: "listConversations", query: { ...query, per_page: "100" }, purpose });
    const before = await get({}, "all statuses");
    const pages: Exchange[] = [];
    for (const status of statuses) pages.push(await get({ status }, `status ${status} alone`));
    return { before, pages, after: await get({}, "all statuses again") };
  },
};

/** A channel alone, nobody's conversations alone, two filters at once, and a filter on its second page. */
const otherFilters: Probe<readonly Exchange[]> = {
  name: "channel and assignee filters",
  run: async ({ send, use, fixture }) => {
    await use(defaultList);
    const [channel_id] = await fixture("channel_id");
    const get = (query: Readonly<Record<string, string>>): Promise<Exchange> =>
      send({
        operationId: "listConversations",
        query: { per_page: "100", ...query },
        purpose: `the list by ${Object.keys(query).join(" and ")}`,
      });
    return [
      await get({ channel_id }),
      await get({ assignee_id: "unassigned" }),
      await get({ channel_id, status: "open" }),
      await get({ status: "open", page: "2", per_page: "5" }),
    ];
  },
};

/** One agent's conversations alone. */
const agentFilter: Probe<Exchange> = {
  name: "the assignee filter",
  run: async ({ send, fixture }) => {
    const [assignee_id] = await fixture("agent_ids");
    return send({
      operationId: "listConversations",
      query: { assignee_id },
      purpose: "one agent's conversations",
    });
  },
};

/** Every page that was read under a filter in the run holds only what the filter lets through. */
const holds = (
  id: string,
  probe: Probe<unknown>,
  filter: "status" | "channel_id" | "assignee_id",
  fits: (item: unknown, wanted: string) => boolean,
  applies: (query: Readonly<Record<string, string>>) => boolean = () => true,
): Check =>
  checkAll(id, [probe], (exchanges) =>
    exchanges
      .filter(
        ({ call, response }) =>
          call.operationId === "listConversations" && response && isSuccess(response),
      )
      .filter(({ call }) => call.query?.[filter] !== undefined && applies(call.query))
      .flatMap((exchange) => {
        const wanted = exchange.call.query?.[filter] ?? "";
        const wrong = listAt(exchange, "data").filter((item) => !fits(item, wanted));
        return wrong.slice(0, 1).map((item): Finding => {
          const shown = {
            status: at(item, "status"),
            channel_id: at(item, "channel", "id"),
            assignee_id: at(item, "assignee"),
          };
          return {
            message: `${describe(exchange)}: ${wrong.length} conversations do not fit ${filter}=${wanted}, ${show(idOf(item))} first`,
            expected: `only conversations with ${filter}=${wanted}`,
            actual: show(shown[filter]),
            exchange,
          };
        });
      }),
  );

const isUnassigned = (item: unknown): boolean => (at(item, "assignee") ?? null) === null;
const fitsAssignee = (item: unknown, wanted: string): boolean =>
  wanted === "unassigned" ? isUnassigned(item) : at(item, "assignee", "id") === wanted;

const partition = check(
  "sahut/filters/statuses-partition-the-list",
  byStatus,
  ({ before, pages, after }) => {
    const [first, last] = [metaOf(before, "total"), metaOf(after, "total")];
    const sum = pages.reduce((total, page) => total + metaOf(page, "total"), 0);
    // What others add or move meanwhile shows in the difference of the two readings.
    const drift = Math.abs(last - first);
    if (sum >= Math.min(first, last) - drift && sum <= Math.max(first, last) + drift) return [];
    return [
      {
        message: "The totals of the four statuses do not add up to the whole list",
        expected: `${first}`,
        actual: `${pages.map((page) => metaOf(page, "total")).join(" + ")} = ${sum}`,
        exchange: after,
      },
    ];
  },
);

/** What the documentation promises of filters, on every page that was read under one. */
export const filterChecks: readonly Check[] = [
  check("sahut/filters/every-status-is-accepted", byStatus, ({ pages }) =>
    pages.flatMap((page) => (isSuccess(answered(page)) ? [] : refusedWith(page, [200]))),
  ),
  holds(
    "sahut/filters/status",
    byStatus,
    "status",
    (item, wanted) => at(item, "status") === wanted,
    // A status that does not exist is refused, and judged elsewhere.
    ({ status }) => statuses.some((known) => known === status),
  ),
  holds(
    "sahut/filters/channel",
    otherFilters,
    "channel_id",
    (item, wanted) => at(item, "channel", "id") === wanted,
  ),
  holds(
    "sahut/filters/unassigned",
    otherFilters,
    "assignee_id",
    isUnassigned,
    (query) => query.assignee_id === "unassigned",
  ),
  holds(
    "sahut/filters/agent",
    agentFilter,
    "assignee_id",
    fitsAssignee,
    (query) => query.assignee_id !== "unassigned",
  ),
  holds(
    "sahut/filters/filters-combine",
    otherFilters,
    "status",
    (item, wanted) => at(item, "status") === wanted,
    (query) => query.channel_id !== undefined,
  ),
  partition,
];
