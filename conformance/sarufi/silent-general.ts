import { type Check, observe, observeAll } from "../check.ts";
import { answered, at, control, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { kindsOf, ownMessage, ownSession, say, startSession } from "./chat.ts";
import { brokenJson, expired, scheme, stranger, twoBots } from "./lifecycle.ts";
import { curiosities } from "./silent.ts";

export const status = (exchange: Exchange): string => `answers ${answered(exchange).status}`;

const detailOf = (exchange: Exchange): string =>
  `${status(exchange)}, ${JSON.stringify(at(answered(exchange).json, "detail"))?.slice(0, 80)}`;

interface Oddities {
  readonly blank: Exchange;
  readonly extra: Exchange;
  readonly route: Exchange;
  readonly method: Exchange;
}

/** Requests beside the contract, sent only to see what happens. */
const oddities: Probe<Oddities> = {
  name: "what is beside the contract",
  run: async (context) => {
    const session = await startSession(context, "a session for what is beside the contract");
    const path = { ...(await context.use(ownMessage)).control.call.path };
    const stray = { operationId: undefined, path } as const;
    return {
      blank: await say(context, session, { message: "  " }, "a message of blanks"),
      extra: await say(
        context,
        session,
        { message: "Concordat says one thing", concordat: true },
        "a member that is not documented",
      ),
      route: await context.send({
        ...stray,
        purpose: "an unknown route",
        raw: { path: "/concordat-unknown" },
      }),
      method: await context.send({
        ...stray,
        purpose: "an undocumented method",
        raw: { method: "GET", path: "/chatbots/{chatbot_id}/chat/sessions" },
      }),
    };
  },
};

/** What the documentation leaves open of all requests, and of chats beyond their messages. */
export const generalSilentPoints: readonly Check[] = [
  observeAll("sarufi/silent/shape-of-a-refusal", [curiosities], (exchanges) => {
    const refused = exchanges.filter(
      ({ call, response }) => call.operationId === "sendChatMessage" && response?.status === 422,
    );
    const shapes = refused.map(({ response }) =>
      Array.isArray(at(response?.json, "detail")) ? "is a list" : "is a text",
    );
    return [...new Set(shapes)].toSorted().join(" or ") || "nothing is refused with 422";
  }),
  observe("sarufi/silent/status-of-broken-json", brokenJson, ({ exchange }) => status(exchange)),
  observe("sarufi/silent/blank-message", oddities, ({ blank }) => status(blank)),
  observe("sarufi/silent/unknown-member", oddities, ({ extra }) => status(extra)),
  observe("sarufi/silent/unknown-route", oddities, ({ route }) => status(route)),
  observe("sarufi/silent/unknown-method", oddities, ({ method }) => status(method)),
  observe("sarufi/silent/foreign-resource", stranger, ({ session }) => status(session)),
  observe("sarufi/silent/challenge", scheme, ({ bare }) =>
    answered(bare).headers["www-authenticate"] === undefined ? "none" : "carries one",
  ),
  observe("sarufi/silent/fractions-of-a-second", ownSession, ({ control: session }) =>
    /:\d\d[.,]\d/.test(textAt(session, "created_at")) ? "has fractions" : "has whole seconds",
  ),
  observe("sarufi/silent/expired-session", expired, ({ exchange }) => detailOf(exchange)),
  observe("sarufi/silent/session-of-another-chatbot", twoBots, ({ ours }) => detailOf(ours)),
  observe("sarufi/silent/kinds-of-messages", ownSession, ({ control: session }) => {
    control(session);
    return `the greeting has ${kindsOf(session).join(", ") || "no messages"}`;
  }),
];
