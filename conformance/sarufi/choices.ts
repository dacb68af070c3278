import { type Check, check } from "../check.ts";
import { answered, control, isSuccess, refusedWith } from "../evidence.ts";
import type { Exchange, Finding } from "../model.ts";
import { missingFixture } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { greetingChoice, neutral, ownMessage, placeOf, say, startSession } from "./chat.ts";
import { takingTurns } from "./sessions.ts";

interface Clicks {
  /** The text of a click, in a fresh session, without the click. */
  readonly text: Exchange;
  /** The click as documented: title and id. */
  readonly click: Exchange;
  /** The click, its type spelled out. */
  readonly typed: Exchange;
  /** The id with an unrelated text, and with the type `text`, which it overrides. */
  readonly overruled: Exchange;
  /** An answer to the click, and another choice that it offers, made next; absent where it offers none. */
  readonly row?: { readonly reply: Exchange; readonly chosen: Exchange };
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
    const { moved, again, next, undisturbed } = await context.use(takingTurns);
    return {
      text: (await context.use(ownMessage)).control,
      click: moved,
      ...(next.button_id !== undefined && { row: { reply: again, chosen: undisturbed } }),
      typed: await fresh(
        { message: title, message_type: "button", button_id: id },
        "a click of type button",
      ),
      overruled: await fresh(
        { message: neutral, message_type: "text", button_id: id },
        "a click of type text",
      ),
    };
  },
};

function accepts(exchange: Exchange): readonly Finding[] {
  return isSuccess(answered(exchange)) ? [] : refusedWith(exchange, [200]);
}

/** What the documentation promises of buttons and list rows. */
export const choiceChecks: readonly Check[] = [
  check("sarufi/messages/button-is-accepted", clicks, ({ click }) => accepts(click)),
  check("sarufi/messages/button-type-is-accepted", clicks, ({ typed }) => accepts(typed)),
  check("sarufi/messages/choice-of-a-reply-is-accepted", clicks, ({ click, row }) => {
    control(click);
    if (row === undefined)
      missingFixture("button_id", "the reply to the greeting's button offers no other choice");
    control(row.reply);
    return accepts(row.chosen);
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
