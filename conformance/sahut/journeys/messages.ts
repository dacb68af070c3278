import * as fc from "fast-check";
import { at, show } from "../../evidence.ts";
import { mustAccept, mustRefuse } from "../../explore/agree.ts";
import { move, type Steps, which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import type { Difference } from "../../explore/seen.ts";
import type { Both } from "../../explore/symbols.ts";
import { forget } from "../../explore/world.ts";
import type { Exchange } from "../../model.ts";
import { sameText } from "../dialogue.ts";
import { kind } from "./conversation.ts";
import { type Pages, readPages } from "./pages.ts";
import { allSaid, contentOf, markIn, type Said, say, takesText } from "./said.ts";

/** A text or a note. */
const send = moveOn<{ readonly note: boolean; readonly ending: number }>({
  weight: 5,
  kind,
  choice: fc.record({ of: which(), note: fc.boolean(), ending: which() }),
  call: (thing, world, { note, ending }) => ({
    operationId: "sendMessage",
    purpose: `${thing.name}: a ${note ? "note" : "text"}`,
    path: { conversation_id: thing.symbol },
    body: { content: contentOf(world, ending), ...(note && { private: true }) },
  }),
  compare: (thing, both, world, { note, ending }) => {
    const content = contentOf(world, ending);
    const breaks = "sahut/messages/sent-message-is-listed";
    say(world, { conversation: thing.symbol, content, note, accepted: both.target.ok, breaks });
    // Whether something that is said changes the status is not documented.
    forget(thing, "status");
    if (!note && !takesText(thing)) return [];
    if (!both.target.ok) {
      const accepts = "sahut/derived/sendMessage/accepts-valid-request";
      return mustAccept(both, note ? "sahut/messages/private-note-is-accepted" : accepts);
    }
    const shown = at(both.target.json, "data", "content");
    if (shown === undefined || sameText(shown, content)) return [];
    return [
      contentDifference(
        "sahut/messages/answer-shows-the-message",
        content,
        shown,
        both.target.exchange,
      ),
    ];
  },
});

function contentDifference(
  breaks: string,
  expected: string,
  actual: unknown,
  exchange: Exchange,
): Difference {
  const message = "The content of a message is not what was sent";
  return { breaks, message, expected: show(expected), actual: show(actual), exchange };
}

const wrong = {
  nothing: ["without content", {}, "sahut/derived/sendMessage/body/anyOf"],
  template: [
    "of a template that there is not",
    { template_id: "tmpl_concordat_unknown", template_variables: {} },
    "sahut/messages/unknown-template-is-refused",
  ],
} as const;

const sendWrong = moveOn<{ readonly what: keyof typeof wrong }>({
  kind,
  choice: fc.record({ of: which(), what: fc.constantFrom("nothing", "template") }),
  call: (thing, _, { what }) => ({
    operationId: "sendMessage",
    purpose: `${thing.name}: a message ${wrong[what][0]}`,
    path: { conversation_id: thing.symbol },
    body: wrong[what][1],
  }),
  compare: (_, both, __, { what }) => mustRefuse(both, wrong[what][2]),
});

interface Look {
  readonly of: number;
  readonly perPage: number;
}

/** The messages of a conversation, in pages of any size. */
const look = move<Look, Pages>({
  weight: 3,
  choice: fc.record({ of: which(), perPage: fc.constantFrom(100, 1, 2) }),
  ready: (world, { of }) => world.pick(kind, of) !== undefined,
  send: (ask, world, { of, perPage }) => {
    const thing = world.pick(kind, of);
    return readPages(ask, {
      operationId: "listMessages",
      purpose: `the messages of ${thing?.name}, ${perPage} on a page`,
      path: { conversation_id: thing?.symbol ?? "" },
      perPage,
    });
  },
  compare: (world, { of }, both) => {
    const symbol = world.pick(kind, of)?.symbol;
    const [exchange] = both.target.exchanges.slice(-1);
    if (exchange === undefined || !both.target.ok || !both.oracle.ok) return [];
    return [
      ...repeated(both.target, exchange),
      ...orderOf(both.target, exchange),
      ...allSaid(world).flatMap((said) => [
        ...timesListed(said, said.conversation === symbol, both, exchange),
      ]),
    ];
  },
});

/** Pages that continue each other hold no message twice. */
function repeated({ items, whole }: Pages, exchange: Exchange): readonly Difference[] {
  const ids = items.map((item) => at(item, "id"));
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (!whole || twice === undefined) return [];
  return [
    {
      breaks: "sahut/messages/pages-continue-each-other",
      message: "The pages of a message list hold a message twice",
      expected: "each message once",
      actual: `${show(twice)} again`,
      exchange,
    },
  ];
}

/** Whole seconds: the order within one is not documented. */
const secondOf = (item: unknown): number =>
  Math.floor(Date.parse(String(at(item, "created_at"))) / 1000);

function orderOf({ items }: Pages, exchange: Exchange): readonly Difference[] {
  const place = items.findIndex((item, n) => n > 0 && secondOf(item) < secondOf(items[n - 1]));
  if (place < 0) return [];
  return [
    {
      breaks: "sahut/messages/oldest-first",
      message: "Messages are not listed oldest first",
      expected: `nothing before ${show(at(items[place - 1], "created_at"))} after it`,
      actual: show(at(items[place], "created_at")),
      exchange,
    },
  ];
}

/** How often one of the journey's messages is listed, and how it reads there. */
function* timesListed(
  said: Said,
  isHere: boolean,
  { target, oracle }: Both<Pages>,
  exchange: Exchange,
): Generator<Difference> {
  const mark = markIn(said.content);
  const own = (items: readonly unknown[]): readonly unknown[] =>
    items.filter((item) => String(at(item, "content")).startsWith(mark));
  const [there, expected] = [own(target.items), own(oracle.items)];
  const most = isHere && said.accepted !== false ? 1 : 0;
  const least = said.note || said.accepted !== true ? 0 : Math.min(most, expected.length);
  if (there.length > most || (there.length < least && target.whole)) {
    const stray = "sahut/messages/stay-in-their-conversation";
    const again = "sahut/messages/said-once-and-only-if-accepted";
    yield {
      breaks: there.length < least ? said.breaks : isHere ? again : stray,
      message: `A message of this journey is listed ${there.length} times in ${isHere ? "its" : "another"} conversation`,
      expected: `${expected.length} times, as by the reference server`,
      actual: `${there.length} times`,
      exchange,
    };
  }
  const [item] = there;
  if (!isHere || item === undefined || said.note) return;
  if (!sameText(at(item, "content"), said.content))
    yield contentDifference(
      "sahut/messages/content-is-kept-as-sent",
      said.content,
      at(item, "content"),
      exchange,
    );
  const type = at(item, "type");
  if (type !== "outgoing")
    yield {
      breaks: "sahut/messages/sent-message-is-outgoing",
      message: "A message that was sent has another type",
      expected: show(at(expected[0], "type")),
      actual: show(type),
      exchange,
    };
}

/** Moves that send messages, and look for them. */
export const messageMoves: readonly Steps[] = [send, sendWrong, look];
