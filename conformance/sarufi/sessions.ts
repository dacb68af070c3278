import { type Check, check, checkAll } from "../check.ts";
import { at, control, isSuccess, listAt, show, textAt } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import {
  choicesIn,
  greetingChoice,
  kindsOf,
  neutral,
  ownMessage,
  ownSession,
  placeOf,
  say,
  startSession,
} from "./chat.ts";

interface Isolation {
  /** The same text as the first thing said: before, and after another session moved on. */
  readonly alone: Exchange;
  readonly beside: Exchange;
  /** The same two steps, with another session's message between them and without. */
  readonly interrupted: Exchange;
  readonly undisturbed: Exchange;
  /** Whether the steps lead elsewhere than the text alone, so that a mix-up would show. */
  readonly moved: Exchange;
}

/** Sessions that take turns. Two are started before the others move, so that a shared state cannot hide behind a reset. */
const takingTurns: Probe<Isolation> = {
  name: "sessions that take turns",
  run: async (context) => {
    const choice = await context.use(greetingChoice);
    const click = { message: choice.title, button_id: choice.id };
    const first = await startSession(context, "session A");
    const mover = await startSession(context, "session B");
    const waiting = await startSession(context, "session C");
    const alone = await say(context, first, { message: neutral }, "a text in A");
    const moved = await say(context, mover, click, "a click in B");
    const beside = await say(context, waiting, { message: neutral }, "the text of A, in C");
    const interrupted = await say(
      context,
      mover,
      { message: neutral },
      "the text in B, after its click",
    );
    const last = await startSession(context, "session D");
    await say(context, last, click, "the click of B, in D");
    const undisturbed = await say(
      context,
      last,
      { message: neutral },
      "the text in D, after its click",
    );
    return { alone, beside, interrupted, undisturbed, moved };
  },
};

function samePlace(one: Exchange, other: Exchange, message: string): readonly Finding[] {
  const [expected, actual] = [placeOf(one), placeOf(other)];
  return expected === actual ? [] : [{ message, expected, actual, exchange: other }];
}

/** Every session that was started in the run. */
function sessionsIn(exchanges: readonly Exchange[]): readonly Exchange[] {
  const started = exchanges.filter(
    ({ call, response }) =>
      call.operationId === "createChatSession" && response !== undefined && isSuccess(response),
  );
  return started.length > 1 ? started : untestable("fewer than two sessions were started");
}

const twoSessions: Probe<{
  readonly first: Exchange;
  readonly talk: Exchange;
  readonly second: Exchange;
}> = {
  name: "a session before and one after a talk",
  run: async (context) => {
    const first = (await context.use(ownSession)).control;
    const talk = (await context.use(ownMessage)).control;
    return { first, talk, second: await startSession(context, "a session after a talk") };
  },
};

/** What the documentation promises of sessions. */
export const sessionChecks: readonly Check[] = [
  checkAll("sarufi/sessions/ids-are-unique", [twoSessions], (exchanges) => {
    const seen = new Set<string>();
    return sessionsIn(exchanges).flatMap((exchange): Finding[] => {
      const id = textAt(exchange, "session_id");
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [
        {
          message: "Creating a session returns a session that exists already",
          expected: "a new session_id for every session",
          actual: show(id),
          exchange,
        },
      ];
    });
  }),
  check("sarufi/sessions/greeting-is-the-same-for-everyone", twoSessions, ({ first, second }) => {
    const shape = (session: Exchange): string =>
      [...kindsOf(session), ...choicesIn(session).map(({ id }) => id)].join(", ");
    const [expected, actual] = [shape(first), shape(second)];
    if (expected === actual) return [];
    return [
      {
        message: "A later session is greeted otherwise than the first",
        expected: expected || "no messages",
        actual: actual || "no messages",
        exchange: second,
      },
    ];
  }),
  check("sarufi/sessions/start-at-the-initial-state", takingTurns, ({ alone, beside }) =>
    samePlace(
      alone,
      beside,
      "The same first text leads elsewhere once another session has moved on",
    ),
  ),
  check("sarufi/sessions/keep-their-own-state", takingTurns, ({ interrupted, undisturbed }) =>
    samePlace(
      undisturbed,
      interrupted,
      "The same steps lead elsewhere when another session talks in between",
    ),
  ),
  check("sarufi/sessions/reply-names-its-session", ownMessage, ({ control: reply }) => {
    const expected = reply.call.path?.session_id;
    const actual = at(control(reply).json, "session_id");
    if (actual === expected) return [];
    return [
      {
        message: "A reply names another session than it was asked in",
        expected: `session_id ${show(expected)}`,
        actual: show(actual),
        exchange: reply,
      },
    ];
  }),
  checkAll("sarufi/messages/count-covers-the-reply", [ownMessage], (exchanges) =>
    exchanges
      .filter(
        ({ call, response }) =>
          call.operationId === "sendChatMessage" && response && isSuccess(response),
      )
      .flatMap((exchange): Finding[] => {
        const length = listAt(exchange, "messages").length;
        const count = at(exchange.response?.json, "messages_count");
        // Whether it counts this reply or the whole session is not documented; it is never less than the reply.
        if (typeof count === "number" && count >= length) return [];
        return [
          {
            message: "messages_count is less than the messages of the reply",
            expected: `${length} or, counted over the session, more`,
            actual: show(count),
            exchange,
          },
        ];
      }),
  ),
];
