import { type Check, check, checkAll } from "../check.ts";
import {
  answered,
  at,
  control,
  describe,
  isSuccess,
  listAt,
  refusedWith,
  show,
} from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
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
    control((await use(defaultList)).control);
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
const agentFilter: Probe<readonly Exchange[]> = {
  name: "the assignee filter",
  run: async ({ send, use, fixture }) => {
    const [assignee_id] = await fixture("agent_ids");
    control((await use(defaultList)).control);
    return [
      await send({
        operationId: "listConversations",
        query: { assignee_id },
        purpose: "one agent's conversations",
      }),
    ];
  },
};

interface Filter<Evidence> {
  readonly name: "status" | "channel_id" | "assignee_id";
  readonly probe: Probe<Evidence>;
  /** The probe's own pages: they ask for what is there, so they are not refused. */
  readonly asked: (evidence: Evidence) => readonly Exchange[];
  /** Which requests it is judged on. Default: all that have the filter. */
  readonly applies?: (query: Readonly<Record<string, string>>) => boolean;
  readonly fits: (item: unknown, wanted: string) => boolean;
}

/** Every page that was read under a filter in the run holds only what the filter lets through. */
const holds = <Evidence>(id: string, filter: Filter<Evidence>): Check =>
  checkAll(id, [filter.probe], (exchanges, { evidence }) => {
    const filtered = (pages: readonly Exchange[]): readonly Exchange[] =>
      pages.filter(
        ({ call }) =>
          call.operationId === "listConversations" &&
          // Whether an empty filter is one is not documented.
          (call.query?.[filter.name] ?? "") !== "" &&
          (filter.applies?.(call.query ?? {}) ?? true),
      );
    const asked = filtered(filter.asked(evidence(filter.probe)));
    const refused = asked.filter((page) => !isSuccess(answered(page)));
    const read = filtered(exchanges).filter(({ response }) => response && isSuccess(response));
    if (refused.length === 0 && read.length === 0) untestable("no page was read under this filter");
    return [
      ...refused.flatMap((page) => refusedWith(page, [200])),
      ...read.flatMap((page) => misfits(page, filter)),
    ];
  });

function misfits(
  page: Exchange,
  { name, fits }: Pick<Filter<never>, "name" | "fits">,
): readonly Finding[] {
  const wanted = page.call.query?.[name] ?? "";
  const wrong = listAt(page, "data").filter((item) => !fits(item, wanted));
  return wrong.slice(0, 1).map((item): Finding => {
    const shown = {
      status: at(item, "status"),
      channel_id: at(item, "channel", "id"),
      assignee_id: at(item, "assignee"),
    };
    return {
      message: `${describe(page)}: ${wrong.length} conversations do not fit ${name}=${wanted}, ${show(idOf(item))} first`,
      expected: `only conversations with ${name}=${wanted}`,
      actual: show(shown[name]),
      exchange: page,
    };
  });
}

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
  holds("sahut/filters/status", {
    name: "status",
    probe: byStatus,
    // Whether they are refused is judged above.
    asked: () => [],
    fits: (item, wanted) => at(item, "status") === wanted,
    // A status that does not exist is refused, and judged elsewhere.
    applies: ({ status }) => statuses.some((known) => known === status),
  }),
  holds("sahut/filters/channel", {
    name: "channel_id",
    probe: otherFilters,
    asked: (pages) => pages.filter(({ call }) => Object.keys(call.query ?? {}).length === 2),
    fits: (item, wanted) => at(item, "channel", "id") === wanted,
  }),
  holds("sahut/filters/unassigned", {
    name: "assignee_id",
    probe: otherFilters,
    asked: (pages) => pages,
    fits: isUnassigned,
    applies: ({ assignee_id }) => assignee_id === "unassigned",
  }),
  holds("sahut/filters/agent", {
    name: "assignee_id",
    probe: agentFilter,
    asked: (pages) => pages,
    fits: fitsAssignee,
    applies: ({ assignee_id }) => assignee_id !== "unassigned",
  }),
  holds("sahut/filters/filters-combine", {
    name: "status",
    probe: otherFilters,
    asked: (pages) => pages,
    fits: (item, wanted) => at(item, "status") === wanted,
    applies: ({ channel_id }) => channel_id !== undefined,
  }),
  partition,
];
