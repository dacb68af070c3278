import { type Check, check } from "../check.ts";
import { answered, at, control, isSuccess, refusedWith, show, textAt } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { notNow } from "../timestamps.ts";
import {
  change,
  chatbotList,
  doomed,
  figures,
  make,
  scratch,
  scratchId,
  wholeList,
} from "./chatbots.ts";
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

type Wanted = Readonly<Record<string, unknown>>;

interface Changes {
  readonly created: Exchange;
  readonly renamed: Exchange;
  readonly described: Exchange;
  readonly categorised: Exchange;
  readonly read: Exchange;
}

const description = "Changed by a conformance run";

const changes: Probe<Changes> = {
  name: "a chatbot, changed member by member",
  run: async (context) => {
    const { created, renamed } = await context.use(scratch);
    const chatbot_id = textAt(created, "id");
    return {
      created,
      renamed,
      described: await change(context, chatbot_id, { description }, "another description"),
      categorised: await change(context, chatbot_id, { category: "sales" }, "another category"),
      read: await context.send({
        operationId: "getChatbot",
        path: { chatbot_id },
        purpose: "our chatbot, changed",
      }),
    };
  },
};

const duplicate: Probe<{ readonly again: Exchange }> = {
  name: "a chatbot of the same name",
  run: async (context) => {
    const { renamed } = await context.use(scratch);
    const name = textAt(renamed, "name");
    return { again: await make(context, { name }, "a name that is taken") };
  },
};

const paged: Probe<{ readonly whole: Walk; readonly small: Walk }> = {
  name: "chatbots page by page",
  run: async (context) => {
    const whole = await context.use(wholeList);
    const limit = third(Math.min(whole.items.length, 108));
    const list = { operationId: "listChatbots", items: "items", purpose: "chatbots" } as const;
    return { whole, small: await walk(context, { ...list, query: { limit } }, 6) };
  },
};

const neighbour: Probe<{ readonly other: Exchange }> = {
  name: "the configured chatbot",
  run: async (context) => {
    const [chatbot_id] = await context.fixture("chatbot_id");
    await context.use(scratch);
    return {
      other: await context.send({
        operationId: "getChatbot",
        path: { chatbot_id },
        purpose: "the chatbot of the fixtures",
      }),
    };
  },
};

const stranger: Probe<{ readonly refused: readonly Exchange[] }> = {
  name: "another workspace's key at our chatbot",
  run: async (context) => {
    await context.fixture("other_workspace_key");
    const chatbot_id = await scratchId(context);
    const { send } = context;
    const theirs = { authorization: "Bearer {other_workspace_key}", path: { chatbot_id } };
    const body = { description: "Changed by a stranger" };
    return {
      refused: [
        await send({
          ...theirs,
          operationId: "getChatbot",
          purpose: "our chatbot, with another workspace's key",
        }),
        await send({
          ...theirs,
          operationId: "updateChatbot",
          body,
          purpose: "a change of it, with that key",
        }),
        await send({
          ...theirs,
          operationId: "getChatbotStats",
          purpose: "its figures, with that key",
        }),
      ],
    };
  },
};

/** Members of an answer are what they were set to. */
function has(exchange: Exchange, wanted: Wanted, what: string): readonly Finding[] {
  const { json } = control(exchange);
  return Object.entries(wanted).flatMap(([member, expected]): Finding[] => {
    const actual = at(json, member);
    if (actual === expected) return [];
    return [
      {
        message: `${what}: ${member} is not what it was set to`,
        expected: show(expected),
        actual: show(actual),
        exchange,
      },
    ];
  });
}

const given = ({ call }: Exchange): Wanted => ({ ...Object(call.body) });

/** What the documentation promises of chatbots. */
export const chatbotChecks: readonly Check[] = [
  check("sarufi/chatbots/is-made-as-asked", scratch, ({ created }) =>
    has(created, given(created), "A new chatbot"),
  ),
  check("sarufi/chatbots/created-now", scratch, ({ created }) =>
    notNow(created, at(control(created).json, "created_at"), "created_at"),
  ),
  check("sarufi/chatbots/not-updated-at-first", scratch, ({ created }): Finding[] => {
    const actual = at(control(created).json, "updated_at") ?? null;
    if (actual === null) return [];
    return [
      {
        message: "A new chatbot has been updated already",
        expected: "updated_at null",
        actual: show(actual),
        exchange: created,
      },
    ];
  }),
  check("sarufi/chatbots/updated-once-changed", changes, ({ categorised, read }) => {
    control(categorised);
    return notNow(read, at(control(read).json, "updated_at"), "updated_at");
  }),
  check("sarufi/chatbots/change-is-kept", changes, ({ renamed, described, categorised, read }) => [
    ...has(renamed, given(renamed), "A changed chatbot"),
    ...has(described, given(described), "A changed chatbot"),
    ...has(categorised, given(categorised), "A changed chatbot"),
    ...has(
      read,
      { ...given(renamed), ...given(described), ...given(categorised) },
      "A chatbot that was changed",
    ),
  ]),
  check(
    "sarufi/chatbots/change-leaves-the-rest",
    changes,
    ({ created, renamed, described, categorised }) => {
      const { name: _, ...rest } = given(created);
      return [
        ...has(renamed, rest, "A chatbot with another name"),
        ...has(
          described,
          { ...given(renamed), category: rest.category },
          "A chatbot with another description",
        ),
        ...has(categorised, { ...given(renamed), description }, "A chatbot with another category"),
      ];
    },
  ),
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
          expected: show(given(renamed)),
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
  check("sarufi/chatbots/name-is-taken-once", duplicate, ({ again }) =>
    refusedWith(again, [400, 409, 422]),
  ),
  check("sarufi/chatbots/taken-name-is-a-conflict", duplicate, ({ again }) =>
    isSuccess(answered(again)) ? untestable("the name could be taken") : refusedWith(again, [409]),
  ),
  check("sarufi/chatbots/name-cannot-be-taken-over", doomed, ({ made, usurping }) => {
    control(made);
    return refusedWith(usurping, [400, 409, 422]);
  }),
  check("sarufi/chatbots/deleted-is-gone", doomed, ({ deleted, after, flowsAfter }) => {
    control(deleted);
    return [after, ...(flowsAfter === undefined ? [] : [flowsAfter])].flatMap((each) =>
      refusedWith(each, [404]),
    );
  }),
  check("sarufi/chatbots/share-their-workspace", neighbour, ({ other }, { evidence }) =>
    has(
      other,
      { workspace_id: textAt(evidence(scratch).created, "workspace_id") },
      "Another chatbot",
    ),
  ),
  check("sarufi/chatbots/stats-are-the-chatbots", figures, ({ control: stats }, { evidence }) => {
    const { renamed } = evidence(scratch);
    const [id, name] = [textAt(renamed, "id"), textAt(renamed, "name")];
    return has(stats, { id, name }, "The figures of a chatbot");
  }),
  check("sarufi/keys/chatbots-are-apart", stranger, ({ refused }) =>
    refused.flatMap((exchange) => refusedWith(exchange, [401, 403, 404])),
  ),
];
