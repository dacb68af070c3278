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
  textAt,
} from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { missingFixture, untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { type Dialogue, dialogue, messageList, sameText, tricky } from "./dialogue.ts";
import { idOf, idsOf, largestPage } from "./inbox.ts";
import { readableId } from "./own-conversation.ts";

/** How many earlier conversations are looked into. */
const looks = 3;

/** Earlier conversations, until they have shown what our own has not: a message that came in, and a file with one. */
const customersTalk: Probe<readonly Exchange[]> = {
  name: "messages of a customer",
  run: async (context) => {
    const own = await readableId(context);
    const others = idsOf((await context.use(largestPage)).page).filter((id) => id !== own);
    const lists: Exchange[] = [];
    for (const id of others.slice(0, looks)) {
      if (typeof id !== "string") continue;
      const list = await context.send({
        operationId: "listMessages",
        purpose: "the messages of an earlier conversation",
        path: { conversation_id: id },
      });
      lists.push(list);
      const seen = lists.flatMap(({ response }) => at(response?.json, "data") ?? []);
      const cameIn = seen.some((message) => at(message, "type") === "incoming");
      if (cameIn && seen.some((message) => at(message, "attachments", 0) !== undefined)) break;
    }
    return lists;
  },
};

/** The listed messages with the text that an exchange sent. */
function listedCopies({ list }: Dialogue, sent: Exchange): readonly unknown[] {
  control(sent);
  const content = at(sent.call.body, "content");
  return listAt(list, "data").filter((message) => at(message, "content") === content);
}

/**
 * The texts, and no notes, that were accepted in the conversation before its messages were listed. None where the list
 * may have further pages.
 */
function acceptedTexts({ list, first }: Dialogue, exchanges: readonly Exchange[]) {
  if (listAt(list, "data").length >= Number(list.call.query?.per_page)) return [];
  return exchanges.filter(
    ({ number, call, response }) =>
      number < list.number &&
      call.operationId === "sendMessage" &&
      call.path?.conversation_id === first.call.path?.conversation_id &&
      typeof at(call.body, "content") === "string" &&
      at(call.body, "private") === undefined &&
      at(call.body, "template_id") === undefined &&
      response !== undefined &&
      isSuccess(response),
  );
}

const isListed = check("sahut/messages/sent-message-is-listed", dialogue, (evidence, recording) => [
  ...acceptedTexts(evidence, recording.exchanges).flatMap((sent): Finding[] => {
    const id = at(sent.response?.json, "data", "id");
    if (sent === evidence.first || sent === evidence.third || id === undefined) return [];
    if (idsOf(evidence.list).includes(id)) return [];
    return [
      {
        message: "A message whose sending was accepted is not in the conversation's list",
        expected: `a message with id ${show(id)} for "${sent.call.purpose}"`,
        actual: `${listAt(evidence.list, "data").length} messages, none of them with this id`,
        exchange: evidence.list,
      },
    ];
  }),
  ...[evidence.first, evidence.third].flatMap((sent): Finding[] => {
    const copies = listedCopies(evidence, sent);
    const id = at(sent.response?.json, "data", "id");
    if (copies.some((copy) => id === undefined || idOf(copy) === id)) return [];
    // Whether notes are listed is not documented.
    if (at(sent.call.body, "private") === true)
      missingFixture("channel_id", "only notes could be sent, and the list has none");
    return [
      {
        message: `A sent message is not in the conversation's list`,
        expected: `a message with id ${show(id)} and content ${show(at(sent.call.body, "content"))}`,
        actual: `${listAt(evidence.list, "data").length} messages, ${copies.length} of them with this content`,
        exchange: evidence.list,
      },
    ];
  }),
]);

/** What was said is said once; what was refused is not said at all. */
const isSentOnce = check(
  "sahut/messages/said-once-and-only-if-accepted",
  dialogue,
  (evidence, { exchanges }) => {
    const { list, first, third } = evidence;
    return [first, third].flatMap((sent): Finding[] => {
      const content = at(sent.call.body, "content");
      const accepted = exchanges.filter(
        ({ number, call, response }) =>
          number < list.number &&
          call.operationId === "sendMessage" &&
          call.path?.conversation_id === sent.call.path?.conversation_id &&
          at(call.body, "content") === content &&
          response !== undefined &&
          isSuccess(response),
      );
      const copies = listedCopies(evidence, sent);
      if (copies.length <= accepted.length) return [];
      return [
        {
          message: "A message is in the list more often than its sending was accepted",
          expected: `${show(content)} ${accepted.length} times`,
          actual: `${copies.length} times`,
          exchange: list,
        },
      ];
    });
  },
);

const keepsText = check("sahut/messages/content-is-kept-as-sent", dialogue, (evidence) => {
  const id = textAt(evidence.second, "data", "id");
  const listed = listAt(evidence.list, "data").find((message) => idOf(message) === id);
  if (listed === undefined) untestable("the message is not listed");
  const actual = at(listed, "content");
  if (sameText(actual, tricky)) return [];
  return [
    {
      message: "The listed content is not the content that was sent",
      expected: show(tricky),
      actual: show(actual),
      exchange: evidence.list,
    },
  ];
});

const isOutgoing = check("sahut/messages/sent-message-is-outgoing", dialogue, (evidence) =>
  [evidence.first, evidence.third].flatMap((sent) => {
    const copies = listedCopies(evidence, sent);
    if (copies.length === 0) untestable("the message is not listed");
    const others = copies.filter((copy) => at(copy, "type") !== "outgoing");
    // The type of a note is not documented.
    if (others.length > 0 && at(sent.call.body, "private") === true)
      missingFixture("channel_id", "only notes could be sent, and their type is open");
    return others.map((copy) => ({
      message: "A message sent by the team is not outgoing",
      expected: 'type "outgoing"',
      actual: `type ${show(at(copy, "type"))}`,
      exchange: evidence.list,
    }));
  }),
);

const oldestFirst = check("sahut/messages/oldest-first", dialogue, (evidence) => {
  const messages = listAt(evidence.list, "data");
  const place = (sent: Exchange): number => {
    const [copy] = listedCopies(evidence, sent);
    return copy === undefined ? untestable("a sent message is not listed") : messages.indexOf(copy);
  };
  const times = messages.map((message) => Date.parse(String(at(message, "created_at"))));
  const backwards = times.findIndex((time, i) => time < (times[i - 1] ?? time));
  return [
    ...(place(evidence.first) < place(evidence.third)
      ? []
      : [
          {
            message: "A message stands before one that was sent earlier",
            expected: "the message sent first above the one sent over a second later",
            actual: `places ${place(evidence.first) + 1} and ${place(evidence.third) + 1}`,
            exchange: evidence.list,
          },
        ]),
    ...(backwards < 0
      ? []
      : [
          {
            message: "created_at goes back in time along the list",
            expected: "oldest first",
            actual: `${show(at(messages[backwards - 1], "created_at"))}, then ${show(at(messages[backwards], "created_at"))}`,
            exchange: evidence.list,
          },
        ]),
  ];
});

const pagesContinue = check(
  "sahut/messages/pages-continue-each-other",
  dialogue,
  ({ list, pages }) => {
    const refused = pages.filter((page) => !isSuccess(answered(page)));
    if (refused.length > 0) return refused.flatMap((page) => refusedWith(page, [200]));
    const expected = idsOf(list).slice(0, 2);
    const actual = pages.flatMap((page) => idsOf(page));
    if (show(expected) === show(actual)) return [];
    return [
      {
        message: "Two pages of one message each are not the first two messages",
        expected: show(expected),
        actual: show(actual),
        exchange: pages[1],
      },
    ];
  },
);

const sendersFit = checkAll(
  "sahut/messages/sender-fits-the-type",
  [messageList, dialogue, customersTalk],
  (exchanges) =>
    exchanges
      .filter(
        ({ call, response }) =>
          call.operationId === "listMessages" && response && isSuccess(response),
      )
      .flatMap((exchange) =>
        listAt(exchange, "data").flatMap((message): Finding[] => {
          const type = at(message, "type");
          const sender = at(message, "sender", "type");
          const allowed =
            type === "incoming" ? ["contact"] : type === "outgoing" ? ["agent", "bot"] : undefined;
          if (allowed === undefined || allowed.includes(String(sender))) return [];
          return [
            {
              message: `${describe(exchange)}: ${show(idOf(message))} is ${type} and comes from the wrong side`,
              expected: `sender.type ${allowed.join(" or ")}`,
              actual: show(sender),
              exchange,
            },
          ];
        }),
      ),
);

const idsAreUnique = check("sahut/messages/ids-are-unique", dialogue, ({ list }) => {
  const ids = idsOf(list);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  return twice.map((id) => ({
    message: "Two messages of one conversation have the same id",
    expected: "an id of its own for each",
    actual: `${show(id)} twice`,
    exchange: list,
  }));
});

/** What the documentation promises of messages. */
export const messageChecks: readonly Check[] = [
  isListed,
  isSentOnce,
  keepsText,
  isOutgoing,
  oldestFirst,
  pagesContinue,
  sendersFit,
  idsAreUnique,
];
