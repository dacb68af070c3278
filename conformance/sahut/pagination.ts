import { type Check, check, checkAll } from "../check.ts";
import type { Contract } from "../contract/contract.ts";
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
import { messageList } from "./dialogue.ts";
import { defaultList, idsOf, largestPage, metaOf, pastTheLastPage } from "./inbox.ts";

const lists = ["listConversations", "listMessages"];

/** Every successful page of a list that was read in the run. */
function pagesIn(exchanges: readonly Exchange[]): readonly Exchange[] {
  const pages = exchanges.filter(
    ({ call, response }) =>
      lists.includes(call.operationId ?? "") && response !== undefined && isSuccess(response),
  );
  return pages.length > 0 ? pages : untestable("no page of a list was read");
}

const keywordOf = (
  contract: Contract,
  operationId: string,
  parameter: string,
  keyword: "default" | "maximum",
): unknown =>
  contract.operations.get(operationId)?.parameters.find(({ name }) => name === parameter)?.schema
    .schema[keyword];

/** A list asked for nothing uses the documented defaults. */
const usesDefaults = (
  id: string,
  probe: Probe<{ readonly control: Exchange }>,
  operationId: string,
): Check =>
  check(id, probe, ({ control: page }, { contract }) =>
    (["page", "per_page"] as const).flatMap((parameter): Finding[] => {
      const expected = keywordOf(contract, operationId, parameter, "default");
      const actual = metaOf(page, parameter);
      if (actual === expected) return [];
      return [
        {
          message: `Without parameters, meta.${parameter} is not the documented default`,
          expected: `meta.${parameter} = ${show(expected)}`,
          actual: `meta.${parameter} = ${actual}`,
          exchange: page,
        },
      ];
    }),
  );

interface Walk {
  readonly whole: Exchange;
  readonly parts: readonly Exchange[];
  readonly again: Exchange;
}

/** Three small pages, between two readings of the same stretch in one page: the list held still if these agree. */
const walk: Probe<Walk> = {
  name: "a walk through three pages",
  run: async ({ send, use }) => {
    const total = metaOf((await use(defaultList)).control, "total");
    const size = Math.min(5, Math.max(1, Math.floor(total / 3)));
    const get = (page: number, perPage: number): Promise<Exchange> =>
      send({
        operationId: "listConversations",
        purpose: `page ${page} of ${perPage}`,
        query: { page: `${page}`, per_page: `${perPage}` },
      });
    const once = async () => ({
      whole: await get(1, size * 3),
      parts: [await get(1, size), await get(2, size), await get(3, size)],
      again: await get(1, size * 3),
    });
    const first = await once();
    return refusedPages(first).length > 0 || heldStill(first) ? first : once();
  },
};

const isRefused = (page: Exchange): boolean => !isSuccess(answered(page));

/** Pages of a walk that are there and are refused; a page past the last may be. */
function refusedPages({ whole, parts, again }: Walk): readonly Exchange[] {
  const ends = [whole, again].filter(isRefused);
  if (ends.length > 0) return ends;
  const size = Number(parts[0]?.call.query?.per_page);
  return parts.filter((page, i) => isRefused(page) && (i === 0 || idsOf(whole).length > i * size));
}

/** The small pages without those that are past the last and refused. */
const readPages = ({ parts }: Walk): readonly Exchange[] =>
  parts.filter((page) => !isRefused(page));

const heldStill = ({ whole, again }: Walk): boolean =>
  String(idsOf(whole)) === String(idsOf(again));

const pagesDoNotOverlap = check("sahut/pagination/pages-do-not-overlap", walk, (evidence) => {
  if (!heldStill(evidence)) untestable("the list changed while its pages were read");
  const seen = new Map<unknown, Exchange>();
  return readPages(evidence).flatMap((page) =>
    idsOf(page).flatMap((id): Finding[] => {
      const earlier = seen.get(id);
      seen.set(id, page);
      if (earlier === undefined) return [];
      return [
        {
          message: `${show(id)} stands twice: on ${earlier.call.purpose} and on ${page.call.purpose}`,
          expected: "every conversation on one page only",
          actual: `${show(id)} again`,
          exchange: page,
        },
      ];
    }),
  );
});

const pagesLeaveNothingOut = check("sahut/pagination/pages-leave-nothing-out", walk, (evidence) => {
  const refused = refusedPages(evidence);
  if (refused.length > 0) return refused.flatMap((page) => refusedWith(page, [200]));
  if (!heldStill(evidence)) untestable("the list changed while its pages were read");
  const walked = new Set(readPages(evidence).flatMap((page) => idsOf(page)));
  const last = evidence.parts.at(-1);
  return idsOf(evidence.whole)
    .filter((id) => !walked.has(id))
    .map((id) => ({
      message: `${show(id)} is on one large page and on none of the small ones`,
      expected: `the ${idsOf(evidence.whole).length} conversations of the large page, on three small ones`,
      actual: `${walked.size} of them`,
      ...(last && { exchange: last }),
    }));
});

const pageSize = checkAll(
  "sahut/pagination/page-has-the-size-it-says",
  [defaultList],
  (exchanges) =>
    pagesIn(exchanges).flatMap((page): Finding[] => {
      const [total, number, size] = [
        metaOf(page, "total"),
        metaOf(page, "page"),
        metaOf(page, "per_page"),
      ];
      const expected = Math.max(0, Math.min(size, total - (number - 1) * size));
      const actual = listAt(page, "data").length;
      if (actual === expected) return [];
      return [
        {
          message: `${describe(page)}: the number of items does not fit meta`,
          expected: `${expected} items (total ${total}, page ${number}, per_page ${size})`,
          actual: `${actual} items`,
          exchange: page,
        },
      ];
    }),
);

const echoes = checkAll(
  "sahut/pagination/meta-repeats-the-request",
  [walk],
  (exchanges, { contract }) =>
    pagesIn(exchanges).flatMap((page) =>
      (["page", "per_page"] as const).flatMap((parameter): Finding[] => {
        const asked = Number(page.call.query?.[parameter]);
        const most =
          parameter === "page"
            ? metaOf(page, "total_pages")
            : Number(keywordOf(contract, page.call.operationId ?? "", parameter, "maximum"));
        // What lies outside is refused or bent, and judged elsewhere.
        if (!Number.isInteger(asked) || asked < 1 || asked > most) return [];
        const actual = metaOf(page, parameter);
        if (actual === asked) return [];
        return [
          {
            message: `${describe(page)}: meta.${parameter} is not what was asked for`,
            expected: `meta.${parameter} = ${asked}`,
            actual: `meta.${parameter} = ${actual}`,
            exchange: page,
          },
        ];
      }),
    ),
);

const ceiling = checkAll("sahut/pagination/total-pages-is-ceiling", [defaultList], (exchanges) =>
  pagesIn(exchanges).flatMap((page): Finding[] => {
    const [total, size, actual] = [
      metaOf(page, "total"),
      metaOf(page, "per_page"),
      metaOf(page, "total_pages"),
    ];
    const expected = Math.ceil(total / size);
    // Whether an empty list has one page or none is not documented.
    if (actual === expected || (total === 0 && actual === 1)) return [];
    return [
      {
        message: `${describe(page)}: meta.total_pages does not follow from total and per_page`,
        expected: `${expected} (${total} / ${size}, rounded up)`,
        actual: `${actual}`,
        exchange: page,
      },
    ];
  }),
);

const cap = checkAll(
  "sahut/pagination/no-page-exceeds-the-maximum",
  [largestPage],
  (exchanges, { contract }) =>
    pagesIn(exchanges).flatMap((page): Finding[] => {
      const most = Number(keywordOf(contract, page.call.operationId ?? "", "per_page", "maximum"));
      const actual = listAt(page, "data").length;
      if (actual <= most) return [];
      return [
        {
          message: `${describe(page)}: a page holds more items than documented`,
          expected: `at most ${most} items`,
          actual: `${actual} items`,
          exchange: page,
        },
      ];
    }),
);

const largestIsAccepted = check(
  "sahut/pagination/largest-page-is-accepted",
  largestPage,
  ({ page }) => (isSuccess(answered(page)) ? [] : refusedWith(page, [200])),
);

const nothingPastTheLast = check(
  "sahut/pagination/nothing-past-the-last-page",
  pastTheLastPage,
  ({ first, past }) => {
    control(first);
    const { status, json } = answered(past);
    const data = at(json, "data");
    const bent = at(json, "meta", "page") !== Number(past.call.query?.page);
    if (status >= 400 || bent || !Array.isArray(data) || data.length === 0) return [];
    return [
      {
        message: "A page past the last one holds conversations",
        expected: "an empty page, or a refusal",
        actual: `${data.length} conversations on page ${past.call.query?.page}`,
        exchange: past,
      },
    ];
  },
);

/** What the documentation promises of pages. */
export const paginationChecks: readonly Check[] = [
  usesDefaults(
    "sahut/pagination/conversations-default-to-page-1-of-25",
    defaultList,
    "listConversations",
  ),
  usesDefaults("sahut/pagination/messages-default-to-page-1-of-50", messageList, "listMessages"),
  pagesDoNotOverlap,
  pagesLeaveNothingOut,
  pageSize,
  echoes,
  ceiling,
  largestIsAccepted,
  cap,
  nothingPastTheLast,
];
