import { type Check, observe } from "../check.ts";
import { answered, at, control, listAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { ownMessage, ownSession, placeOf, say } from "./chat.ts";
import { alive } from "./lifecycle.ts";

const status = (exchange: Exchange): string => `answers ${answered(exchange).status}`;

interface Curiosities {
  readonly empty: Exchange;
  readonly idAlone: Exchange;
  readonly typeAlone: Exchange;
  readonly unknownButton: Exchange;
  readonly wide: Exchange;
  readonly withBody: Exchange;
}

/** Requests that are sent only to see what happens. */
export const curiosities: Probe<Curiosities> = {
  name: "what is not documented",
  run: async (context) => {
    const { session } = await context.use(alive);
    const [chatbot_id] = await context.fixture("chatbot_id");
    const [button_id = "faq"] = await context.optionalFixture("button_id");
    return {
      empty: await say(context, session, { message: "" }, "an empty message"),
      idAlone: await say(context, session, { button_id }, "a button_id without a message"),
      typeAlone: await say(
        context,
        session,
        { message: "FAQ", message_type: "button" },
        "the type button without an id",
      ),
      unknownButton: await say(
        context,
        session,
        { message: "?", button_id: "concordat" },
        "an unknown button",
      ),
      wide: await say(
        context,
        session,
        { message: "🙂".repeat(4096) },
        "4096 characters beyond the first plane",
      ),
      withBody: await context.send({
        operationId: "createChatSession",
        path: { chatbot_id },
        body: {},
        purpose: "a session asked for with an empty object",
      }),
    };
  },
};

/** What the documentation leaves open: recorded, never judged. */
export const silentPoints: readonly Check[] = [
  observe(
    "sarufi/silent/greeting-length",
    ownSession,
    ({ control: session }) => `${listAt(session, "messages").length} messages`,
  ),
  observe("sarufi/silent/meaning-of-messages-count", ownMessage, ({ control: reply }) => {
    const count = at(control(reply).json, "messages_count");
    return count === listAt(reply, "messages").length
      ? "counts this reply"
      : `is ${String(count)} for ${listAt(reply, "messages").length} messages`;
  }),
  observe(
    "sarufi/silent/state-of-an-unknown-text",
    ownMessage,
    ({ control: reply }) => `leads to ${placeOf(reply)}`,
  ),
  observe("sarufi/silent/empty-message", curiosities, ({ empty }) => status(empty)),
  observe("sarufi/silent/button-id-without-message", curiosities, ({ idAlone }) => status(idAlone)),
  observe("sarufi/silent/button-type-without-id", curiosities, ({ typeAlone }) =>
    status(typeAlone),
  ),
  observe("sarufi/silent/unknown-button", curiosities, ({ unknownButton }) =>
    status(unknownButton),
  ),
  observe("sarufi/silent/length-beyond-the-first-plane", curiosities, ({ wide }) => status(wide)),
  observe("sarufi/silent/body-of-a-session", curiosities, ({ withBody }) => status(withBody)),
];
