import { arrayAt, isObject, objectAt } from "../../contract/json.ts";
import { edit } from "../fault/edit.ts";
import { around, arriving, asked, body, handling, leaving, together } from "../fault/fault.ts";
import { relisted } from "./inbox.ts";
import { mutantsOf } from "./mutant.ts";

const lists = ["listConversations", "listMessages"];
const failure = {
  status: 500,
  body: { error: { code: "server_error", message: "Something went wrong", status: 500 } },
  headers: {},
};

/** Answers whole pages where the request does not say how large they are. */
const defaultOf = (operation: string, size: string) =>
  arriving(operation, ({ query }) => ({ query: { per_page: size, ...query } }));

/** Repeats in `meta` what was asked for, whatever was served. */
const echoing = (member: "page" | "per_page") =>
  around("listConversations", async (arrival, proceed) => {
    const answer = await proceed();
    const asked = Number(arrival.query[member]);
    return Number.isInteger(asked) && answer.status === 200
      ? { ...answer, body: edit(answer.body, `meta.${member}`, () => asked) }
      : answer;
  });

let readings = 0;

export const paginationMutants = mutantsOf("sahut", {
  "pages-count-from-0": {
    breaks: "Pages are counted from 1.",
    kills: ["sahut/pagination"],
    fault: relisted({ shift: (_, perPage) => perPage }),
  },
  "page-ignored": {
    breaks: "No conversation stands on two pages.",
    kills: ["sahut/pagination/pages-do-not-overlap"],
    fault: together(
      echoing("page"),
      asked("listConversations", ({ query }) => ({ query: { ...query, page: 1 } })),
    ),
  },
  "pages-overlap-by-one": {
    breaks: "No conversation stands on two pages.",
    kills: ["sahut/pagination/pages-do-not-overlap"],
    fault: relisted({ shift: (page) => (page > 1 ? -1 : 0) }),
  },
  "page-skips-one": {
    breaks: "The pages leave no conversation out.",
    kills: ["sahut/pagination/pages-leave-nothing-out"],
    fault: relisted({ shift: (page) => (page > 1 ? 1 : 0) }),
  },
  "ties-in-any-order": {
    breaks:
      "No conversation stands on two pages of a list that holds still, whatever they have in common.",
    kills: ["sahut/pagination/pages-do-not-overlap", "sahut/pagination/pages-leave-nothing-out"],
    fault: relisted({
      // Every second reading has each pair of neighbours the other way round.
      items: (items) => {
        readings += 1;
        return readings % 2 === 0 ? items : items.map((item, i) => items[i ^ 1] ?? item);
      },
    }),
  },
  "per-page-ignored": {
    breaks: "`per_page` sets the size of a page.",
    kills: ["sahut/pagination/meta-repeats-the-request"],
    fault: asked("listConversations", ({ query }) => ({ query: { ...query, per_page: 25 } })),
  },
  "per-page-only-in-meta": {
    breaks: "A page holds as many items as `meta` makes it hold.",
    kills: ["sahut/pagination/page-has-the-size-it-says"],
    only: "all",
    fault: together(
      echoing("per_page"),
      asked("listConversations", ({ query }) => ({ query: { ...query, per_page: 25 } })),
    ),
  },
  "per-page-capped-at-50": {
    breaks: "A page holds up to 100 items.",
    kills: ["sahut/pagination/meta-repeats-the-request"],
    only: "all",
    fault: asked("listConversations", ({ query }) => ({
      query: { ...query, per_page: Math.min(50, Number(query.per_page)) },
    })),
  },
  "per-page-100-refused": {
    breaks: "100 is the largest `per_page`, not the first that is too large.",
    kills: ["sahut/pagination/largest-page-is-accepted"],
    fault: arriving("listConversations", ({ query }) =>
      query.per_page === "100" ? { query: { ...query, per_page: "0" } } : {},
    ),
  },
  "messages-per-page-100-refused": {
    breaks: "100 is the largest `per_page` of messages, not the first that is too large.",
    kills: ["sahut/derived/listMessages/query/per_page/accepts-maximum"],
    fault: arriving("listMessages", ({ query }) =>
      query.per_page === "100" ? { query: { ...query, per_page: "0" } } : {},
    ),
  },
  "smallest-page-refused": {
    breaks: "A page may hold a single item.",
    kills: [
      "sahut/derived/listConversations/query/per_page/accepts-minimum",
      "sahut/derived/listMessages/query/per_page/accepts-minimum",
    ],
    fault: arriving(lists, ({ query }) =>
      query.per_page === "1" ? { query: { ...query, per_page: "0" } } : {},
    ),
  },
  "page-1-refused": {
    breaks: "The first page can be asked for by its number.",
    kills: ["sahut/pagination/pages-leave-nothing-out", "sahut/messages/pages-continue-each-other"],
    fault: arriving(lists, ({ query }) =>
      query.page === "1" ? { query: { ...query, page: "0" } } : {},
    ),
  },
  "per-page-without-maximum": {
    breaks: "No page holds more than 100 items.",
    kills: [
      "sahut/pagination/no-page-exceeds-the-maximum",
      "sahut/derived/listConversations/query/per_page/maximum",
    ],
    fault: around("listConversations", async ({ query }, proceed) => {
      const size = Number(query.per_page);
      if (!(size > 100)) return proceed();
      const first = await proceed({ query: { ...query, per_page: "100" } });
      const pages = [first.body];
      pages.push((await proceed({ query: { ...query, per_page: "100", page: "2" } })).body);
      const data = pages.flatMap((page) => arrayAt(page, "data")).slice(0, size);
      const meta = { ...objectAt(first.body, "meta"), per_page: size };
      return { ...first, body: { data, meta } };
    }),
  },
  "messages-per-page-without-maximum": {
    breaks: "No page of messages holds more than 100 items.",
    kills: ["sahut/derived/listMessages/query/per_page/maximum"],
    fault: around("listMessages", async ({ query }, proceed) => {
      const size = Number(query.per_page);
      if (!(size > 100)) return proceed();
      const answer = await proceed({ query: { ...query, per_page: "100" } });
      return { ...answer, body: edit(answer.body, "meta.per_page", () => size) };
    }),
  },
  "conversations-default-to-20": {
    breaks: "Without parameters, conversations come as page 1 of 25.",
    kills: ["sahut/pagination/conversations-default-to-page-1-of-25"],
    fault: defaultOf("listConversations", "20"),
  },
  "messages-default-to-25": {
    breaks: "Without parameters, messages come as page 1 of 50.",
    kills: ["sahut/pagination/messages-default-to-page-1-of-50"],
    fault: defaultOf("listMessages", "25"),
  },
  "messages-cut-at-5": {
    breaks: "A page of messages holds as many as `meta` makes it hold.",
    kills: ["sahut/pagination/page-has-the-size-it-says"],
    only: "all",
    fault: body("listMessages", "data", (data) => (Array.isArray(data) ? data.slice(0, 5) : data)),
  },
  "total-one-too-many": {
    breaks: "`meta.total` counts the matching items.",
    kills: ["sahut/pagination/page-has-the-size-it-says"],
    only: "all",
    fault: body("listConversations", "meta.total", (total) => Number(total) + 1),
  },
  "total-one-too-few": {
    breaks: "`meta.total` counts the matching items.",
    kills: ["sahut/pagination/page-has-the-size-it-says"],
    only: "all",
    fault: body("listMessages", "meta.total", (total) => Math.max(0, Number(total) - 1)),
  },
  "total-counts-the-page": {
    breaks: "`meta.total` counts the matching items of all pages.",
    kills: ["sahut/pagination/page-has-the-size-it-says"],
    only: "all",
    fault: leaving("listConversations", ({ status, body: page }) =>
      status === 200 ? { body: edit(page, "meta.total", () => arrayAt(page, "data").length) } : {},
    ),
  },
  "total-ignores-filters": {
    breaks: "`meta.total` counts the items that match the filters.",
    kills: ["sahut/pagination/page-has-the-size-it-says"],
    only: "all",
    fault: handling("listConversations", async (call, next) => {
      const { page, per_page } = call.query;
      const whole = await next({ ...call, query: { page, per_page } });
      const filtered = await next(call);
      return {
        ...filtered,
        body: { ...filtered.body, meta: isObject(whole.body) ? whole.body.meta : {} },
      };
    }),
  },
  "total-pages-rounded-down": {
    breaks: "`meta.total_pages` is `total` divided by `per_page`, rounded up.",
    kills: ["sahut/pagination/total-pages-is-ceiling"],
    fault: leaving(lists, ({ status, body: page }) => {
      const { total, per_page } = objectAt(page, "meta");
      const floor = Math.floor(Number(total) / Number(per_page));
      return status === 200 ? { body: edit(page, "meta.total_pages", () => floor) } : {};
    }),
  },
  "last-page-repeated": {
    breaks: "A page past the last one holds nothing.",
    kills: ["sahut/pagination/nothing-past-the-last-page"],
    fault: together(
      echoing("page"),
      handling("listConversations", async (call, next) => {
        const { total_pages } = objectAt((await next(call)).body, "meta");
        const page = Math.max(1, Math.min(Number(call.query.page), Number(total_pages)));
        return next({ ...call, query: { ...call.query, page } });
      }),
    ),
  },
  "meta-always-says-page-1": {
    breaks: "`meta.page` is the page that was asked for.",
    kills: ["sahut/pagination/meta-repeats-the-request"],
    fault: body(lists, "meta.page", () => 1),
  },
  "meta-has-texts": {
    breaks: "The members of `meta` are numbers.",
    kills: ["sahut/derived/listConversations/success-body"],
    fault: body("listConversations", "meta.total", String),
  },
  "page-that-is-no-number-crashes": {
    breaks: "A page that is no number is refused or bent, and no server error.",
    kills: [
      "sahut/derived/listConversations/query/page/type",
      "sahut/derived/listMessages/query/page/type",
      "sahut/derived/listConversations/no-server-error",
    ],
    fault: around(lists, async ({ query }, proceed) =>
      Number.isNaN(Number(query.page ?? 1)) ? failure : proceed(),
    ),
  },
  "size-that-is-no-number-crashes": {
    breaks: "A size that is no number is refused or bent, and no server error.",
    kills: [
      "sahut/derived/listConversations/query/per_page/type",
      "sahut/derived/listMessages/query/per_page/type",
    ],
    fault: around(lists, async ({ query }, proceed) =>
      Number.isNaN(Number(query.per_page ?? 1)) ? failure : proceed(),
    ),
  },
  "page-0-is-served": {
    breaks: "Page 0 is refused, or bent to the first one.",
    kills: [
      "sahut/derived/listConversations/query/page/minimum",
      "sahut/derived/listMessages/query/page/minimum",
    ],
    fault: around(lists, async ({ query }, proceed) => {
      if (query.page !== "0") return proceed();
      const answer = await proceed({ query: { ...query, page: "1" } });
      return { ...answer, body: edit(answer.body, "meta.page", () => 0) };
    }),
  },
  "size-0-is-served": {
    breaks: "A page size of 0 is refused, or bent to a possible one.",
    kills: [
      "sahut/derived/listConversations/query/per_page/minimum",
      "sahut/derived/listMessages/query/per_page/minimum",
    ],
    fault: around(lists, async ({ query }, proceed) => {
      if (query.per_page !== "0") return proceed();
      const answer = await proceed({ query: { ...query, per_page: "1" } });
      const emptied = edit(answer.body, "data", () => []);
      return { ...answer, body: edit(emptied, "meta.per_page", () => 0) };
    }),
  },
});
