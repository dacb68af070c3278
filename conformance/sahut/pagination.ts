import { type Check, check, checkAll } from "../check.ts";
import type { Contract } from "../contract/contract.ts";
import { answered, describe, isSuccess, listAt, refusedWith, show } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { contactList, largestContactPage } from "./contacts.ts";
import { messageList } from "./dialogue.ts";
import { defaultList, largestPage, metaOf } from "./inbox.ts";
import { pageWalk, walkChecks } from "./page-walk.ts";
import { nothingPastTheLast, pastTheLast, pastTheLastPage } from "./past-the-last.ts";

const lists = ["listConversations", "listMessages", "listContacts"];

const conversationWalk = pageWalk("listConversations", defaultList);
const contactWalk = pageWalk("listContacts", contactList);
const pastTheLastContacts = pastTheLast("listContacts", contactList);

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
  [conversationWalk],
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

const largestIsAccepted = (id: string, probe: Probe<{ readonly page: Exchange }>): Check =>
  check(id, probe, ({ page }) => (isSuccess(answered(page)) ? [] : refusedWith(page, [200])));

/** What the documentation promises of pages. */
export const paginationChecks: readonly Check[] = [
  usesDefaults(
    "sahut/pagination/conversations-default-to-page-1-of-25",
    defaultList,
    "listConversations",
  ),
  usesDefaults("sahut/pagination/contacts-default-to-page-1-of-25", contactList, "listContacts"),
  usesDefaults("sahut/pagination/messages-default-to-page-1-of-50", messageList, "listMessages"),
  ...walkChecks(conversationWalk, "sahut/pagination/pages-", "conversation"),
  ...walkChecks(contactWalk, "sahut/pagination/contact-pages-", "contact"),
  pageSize,
  echoes,
  ceiling,
  largestIsAccepted("sahut/pagination/largest-page-is-accepted", largestPage),
  largestIsAccepted("sahut/pagination/largest-page-of-contacts-is-accepted", largestContactPage),
  cap,
  nothingPastTheLast("sahut/pagination/nothing-past-the-last-page", pastTheLastPage),
  nothingPastTheLast("sahut/pagination/no-contacts-past-the-last-page", pastTheLastContacts),
];
