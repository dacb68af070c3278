import { type Check, check } from "../check.ts";
import { at, control, refusedWith, show, textAt } from "../evidence.ts";
import type { Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { chatbotList, scratch, wholeList } from "./chatbots.ts";
import { sentIn } from "./members.ts";
import {
  complete,
  disjoint,
  itemWith,
  third,
  type Walk,
  walk,
  withinDefault,
  withinLimit,
} from "./walk.ts";

const paged: Probe<{ readonly whole: Walk; readonly small: Walk }> = {
  name: "chatbots page by page",
  run: async (context) => {
    const whole = await context.use(wholeList);
    const limit = third(Math.min(whole.items.length, 108));
    const list = { operationId: "listChatbots", items: "items", purpose: "chatbots" } as const;
    return { whole, small: await walk(context, { ...list, query: { limit } }, 6) };
  },
};

/** What the documentation promises of the list of chatbots. */
export const chatbotListChecks: readonly Check[] = [
  check(
    "sarufi/chatbots/is-listed",
    wholeList,
    ({ pages, items, whole }, { evidence }): readonly Finding[] => {
      const { renamed } = evidence(scratch);
      const [page] = pages;
      const item = itemWith(items, textAt(renamed, "id"));
      for (const each of pages) control(each);
      if (item === undefined && !whole) untestable("the list is too long to search");
      if (
        page === undefined ||
        (item !== undefined && at(item, "name") === textAt(renamed, "name"))
      )
        return [];
      return [
        {
          message: "A chatbot is not listed as it is",
          expected: show(sentIn(renamed)),
          actual: show(item),
          exchange: page,
        },
      ];
    },
  ),
  check("sarufi/chatbots/page-of-37-is-accepted", wholeList, ({ pages }) =>
    pages.flatMap((page) => refusedWith(page, [200])),
  ),
  check(
    "sarufi/chatbots/total-is-all-of-them",
    wholeList,
    ({ pages, items, whole }): readonly Finding[] => {
      if (!whole) untestable("the list is too long to count");
      const wrong = pages.find((page) => at(control(page).json, "total") !== items.length);
      if (wrong === undefined) return [];
      return [
        {
          message: "total is not the number of chatbots",
          expected: String(items.length),
          actual: show(at(wrong.response?.json, "total")),
          exchange: wrong,
        },
      ];
    },
  ),
  check("sarufi/chatbots/default-page-of-50", chatbotList, ({ control: page }) =>
    withinDefault(page, "items", 50),
  ),
  check("sarufi/chatbots/limit-holds", paged, ({ small }) => withinLimit(small, "items")),
  check("sarufi/chatbots/pages-do-not-overlap", paged, ({ small }) => disjoint(small)),
  check("sarufi/chatbots/pages-leave-nothing-out", paged, ({ whole, small }) =>
    whole.whole ? complete(small, whole) : untestable("there are too many to compare"),
  ),
];
