import { type Check, check } from "../check.ts";
import { answered, control, isSuccess, refusedWith } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import {
  choicesIn,
  greetingChoice,
  neutral,
  ownMessage,
  placeOf,
  say,
  startSession,
} from "./chat.ts";

interface Clicks {
  /** The text of a click, in a fresh session, without the click. */
  readonly text: Exchange;
  /** The click as documented: title and id. */
  readonly click: Exchange;
  /** The click, its type spelled out. */
  readonly typed: Exchange;
  /** The id with an unrelated text, and with the type `text`, which it overrides. */
  readonly overruled: Exchange;
  /** A row of the list in the answer to the click, if it has one. */
  readonly row?: Exchange;
}

/** One choice of the greeting, made in every documented way, each in a session of its own. */
const clicks: Probe<Clicks> = {
  name: "one choice, made in every way",
  run: async (context) => {
    const { id, title } = await context.use(greetingChoice);
    const fresh = async (
      body: Readonly<Record<string, unknown>>,
      purpose: string,
    ): Promise<Exchange> =>
      say(context, await startSession(context, `a session for ${purpose}`), body, purpose);
    const text = (await context.use(ownMessage)).control;
    const session = await startSession(context, "a session for a click");
    const click = await say(context, session, { message: title, button_id: id }, "a click");
    return {
      text,
      click,
      typed: await fresh(
        { message: title, message_type: "button", button_id: id },
        "a click of type button",
      ),
      overruled: await fresh(
        { message: neutral, message_type: "text", button_id: id },
        "a click of type text",
      ),
      ...(await rowOf(context, session, click)),
    };
  },
};

async function rowOf(
  context: ProbeContext,
  session: Exchange,
  reply: Exchange,
): Promise<{ row?: Exchange }> {
  if (reply.response === undefined || !isSuccess(reply.response)) return {};
  const [row] = choicesIn(reply);
  if (row === undefined) return {};
  return {
    row: await say(
      context,
      session,
      { message: row.title, button_id: row.id },
      "a choice of the reply",
    ),
  };
}

function accepts(exchange: Exchange): readonly Finding[] {
  return isSuccess(answered(exchange)) ? [] : refusedWith(exchange, [200]);
}

/** What the documentation promises of buttons and list rows. */
export const choiceChecks: readonly Check[] = [
  check("sarufi/messages/button-is-accepted", clicks, ({ click }) => accepts(click)),
  check("sarufi/messages/button-type-is-accepted", clicks, ({ typed }) => accepts(typed)),
  check("sarufi/messages/choice-of-a-reply-is-accepted", clicks, ({ click, row }) => {
    control(click);
    return row === undefined
      ? missingFixture("button_id", "the reply to the greeting's button offers no choice")
      : accepts(row);
  }),
  check(
    "sarufi/messages/button-id-decides-the-type",
    clicks,
    ({ text, click, typed, overruled }) => {
      const [plain, expected] = [placeOf(text), placeOf(typed)];
      if (plain === expected && placeOf(click) === expected && placeOf(overruled) === expected) {
        missingFixture("button_id", "the greeting's button leads where any text leads");
      }
      return [click, overruled].flatMap((exchange): Finding[] =>
        placeOf(exchange) === expected
          ? []
          : [
              {
                message: `${exchange.call.purpose}: a message with a button_id is not treated as that button`,
                expected: `${expected}, as with message_type "button"`,
                actual: placeOf(exchange),
                exchange,
              },
            ],
      );
    },
  ),
];
