import { type Check, check, checkAll } from "../check.ts";
import { at, control, isSuccess, refusedWith, show, textAt } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { notNow } from "../timestamps.ts";
import {
  conversationList,
  listed,
  ownConversation,
  ownHistory,
  type Recorded,
  recorded,
} from "./conversations.ts";
import {
  complete,
  counted,
  disjoint,
  taken,
  third,
  type Walk,
  withinDefault,
  withinLimit,
} from "./walk.ts";

/** The run's own chats, once on one page and once on several. */
export interface Paged {
  readonly whole: Walk;
  readonly small: Walk;
}

/** They are those that began before the recorded one had: none is added while pages are turned. */
export const paged: Probe<Paged> = {
  name: "conversations page by page",
  run: async (context) => {
    const { since, session } = await context.use(recorded);
    const filter = { channel: "api", start_time: since, end_time: textAt(session, "created_at") };
    const whole = await listed(context, filter, 3);
    const limit = third(whole.items.length);
    return { whole, small: await listed(context, { ...filter, limit }, 5) };
  },
};

/** The run's chats without those that the page left out, since they would not fit on one page. */
const onOnePage = ({ whole, small }: Paged): readonly Finding[] =>
  whole.whole ? complete(small, whole) : untestable("there are too many to compare");

const stranger: Probe<{ readonly refused: readonly Exchange[] }> = {
  name: "another workspace's key at our conversations",
  run: async (context) => {
    await context.fixture("other_workspace_key");
    const refused: Exchange[] = [];
    for (const probe of [conversationList, ownConversation, ownHistory]) {
      const valid = (await context.use(probe)).control;
      control(valid);
      refused.push(
        await context.send({
          ...valid.call,
          authorization: "Bearer {other_workspace_key}",
          purpose: `${valid.call.purpose}, with another workspace's key`,
        }),
      );
    }
    return { refused };
  },
};

const compared = ["id", "chatbot_id", "channel", "created_at"] as const;

/** Where the chat is listed, once it is known to be. */
function found({ id, listing }: Recorded): readonly Finding[] {
  const refused = taken(listing);
  if (refused.length > 0) return refused;
  for (const page of listing.pages) control(page);
  const [page] = listing.pages;
  if (id !== undefined || page === undefined) return [];
  if (!listing.whole) untestable("the list is too long to search");
  return [
    {
      message: "A chat session is not among the conversations of its channel",
      expected: "it is listed under channel=api",
      actual: `it is not among ${listing.items.length} conversations`,
      exchange: page,
    },
  ];
}

/** What the documentation promises of conversations and of lists of them. */
export const conversationReadingChecks: readonly Check[] = [
  check("sarufi/conversations/hold-chat-sessions", recorded, found),
  check("sarufi/conversations/created-with-the-session", ownConversation, ({ control: reading }) =>
    notNow(reading, at(control(reading).json, "created_at"), "created_at"),
  ),
  check(
    "sarufi/conversations/reads-as-it-is-listed",
    ownConversation,
    ({ control: reading }, { evidence }) => {
      const { item } = evidence(recorded);
      return compared.flatMap((member): Finding[] => {
        const [expected, actual] = [at(item, member), at(control(reading).json, member)];
        if (expected === actual) return [];
        return [
          {
            message: `A conversation reads otherwise than it is listed: ${member}`,
            expected: show(expected),
            actual: show(actual),
            exchange: reading,
          },
        ];
      });
    },
  ),
  checkAll("sarufi/conversations/name-their-chatbot", [conversationList], (exchanges) =>
    exchanges
      .filter(
        ({ call, response }) =>
          ["listConversations", "getConversation"].includes(call.operationId ?? "") &&
          response !== undefined &&
          isSuccess(response),
      )
      .flatMap((exchange): Finding[] => {
        const json = exchange.response?.json;
        const items = [at(json, "conversations") ?? json].flat();
        const expected = exchange.call.path?.chatbot_id;
        const stray = items.find((item) => at(item, "chatbot_id") !== expected);
        if (stray === undefined) return [];
        return [
          {
            message: "A conversation names another chatbot than the one it was asked of",
            expected: show(expected),
            actual: show(at(stray, "chatbot_id")),
            exchange,
          },
        ];
      }),
  ),
  check("sarufi/conversations/default-page-of-50", conversationList, ({ control: page }) =>
    withinDefault(page, "conversations", 50),
  ),
  check("sarufi/conversations/count-covers-the-page", conversationList, ({ control: page }) =>
    counted(page, "conversations"),
  ),
  check("sarufi/conversations/limit-holds", paged, ({ small }) =>
    withinLimit(small, "conversations"),
  ),
  check("sarufi/conversations/pages-do-not-overlap", paged, ({ small }) => disjoint(small)),
  check("sarufi/conversations/pages-leave-nothing-out", paged, onOnePage),
  check("sarufi/keys/conversations-are-apart", stranger, ({ refused }) =>
    refused.flatMap((exchange) => refusedWith(exchange, [401, 403, 404])),
  ),
];
