import { type Check, check, checkAll } from "../check.ts";
import { answered, at, control, isSuccess, listAt, show, textAt } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { missingFixture, untestable } from "../obstacles.ts";
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
  /** The click that the others are compared with: the first thing said in a session. */
  readonly moved: Exchange;
  /** The body of what its reply offers, or of any text where it offers nothing else. */
  readonly next: Readonly<Record<string, unknown>>;
  /** The same click, the first thing said in a session that was started after the other had moved on. */
  readonly again: Exchange;
  /** What a reply offers, picked as the first thing in a session: beside one that moved on, and in one just started. */
  readonly beside: Exchange;
  readonly alone: Exchange;
  /** The click and then what its reply offers, with another session's message between them and without. */
  readonly interrupted: Exchange;
  readonly undisturbed: Exchange;
}

/**
 * Sessions that take turns. B is started before A moves, so that a shared state cannot hide behind a reset; D right after
 * C has moved, so that it would start where C stands if it inherited its state.
 */
export const takingTurns: Probe<Isolation> = {
  name: "sessions that take turns",
  run: async (context) => {
    const choice = await context.use(greetingChoice);
    const click = { message: choice.title, button_id: choice.id };
    const mover = await startSession(context, "session A");
    const waiting = await startSession(context, "session B");
    const moved = await say(context, mover, click, "a click in A");
    const next = nextStep(moved, choice.id);
    const beside = await say(context, waiting, next, "the first message in B, after A's click");
    const interrupted = await say(context, mover, next, "the message of B in A, after its click");
    const later = await startSession(context, "session C");
    const again = await say(context, later, click, "the click of A, in C");
    const fresh = await startSession(context, "session D, right after C's click");
    const undisturbed = await say(context, later, next, "the message of B in C, after its click");
    const alone = await say(context, fresh, next, "the message of B, the first one in D");
    return { moved, next, again, beside, alone, interrupted, undisturbed };
  },
};

/** What only the state after a reply expects: a choice that the reply offers, else any text. */
function nextStep(reply: Exchange, known: string): Readonly<Record<string, unknown>> {
  if (reply.response === undefined || !isSuccess(reply.response)) return { message: neutral };
  const offered = choicesIn(reply).find(({ id }) => id !== known);
  return offered === undefined
    ? { message: neutral }
    : { message: offered.title, button_id: offered.id };
}

/** Where a message led; a flow may refuse what it does not expect. */
function outcomeOf(reply: Exchange): string {
  const response = answered(reply);
  return isSuccess(response) ? placeOf(reply) : `the answer ${response.status}`;
}

/** Both judges compare places; where each message leads to the same one from anywhere, nothing could be seen. */
function mustLeadApart({ alone, undisturbed }: Isolation): void {
  if (outcomeOf(alone) === outcomeOf(undisturbed))
    missingFixture(
      "button_id",
      "the same message leads to the same state before and after a click",
    );
}

function samePlace(one: Exchange, other: Exchange, message: string): readonly Finding[] {
  const [expected, actual] = [outcomeOf(one), outcomeOf(other)];
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
  check("sarufi/sessions/start-at-the-initial-state", takingTurns, (turns) => {
    control(turns.moved);
    const message = "The same first message leads elsewhere once another session has moved on";
    const found = [
      ...samePlace(turns.moved, turns.again, message),
      ...samePlace(turns.alone, turns.beside, message),
    ];
    if (found.length === 0) mustLeadApart(turns);
    return found;
  }),
  check("sarufi/sessions/keep-their-own-state", takingTurns, (turns) => {
    control(turns.moved);
    const found = samePlace(
      turns.undisturbed,
      turns.interrupted,
      "The same steps lead elsewhere when another session talks in between",
    );
    if (found.length === 0) mustLeadApart(turns);
    return found;
  }),
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
