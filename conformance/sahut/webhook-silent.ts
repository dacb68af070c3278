import { type Check, observe } from "../check.ts";
import { at, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { statusOf } from "./observed.ts";
import {
  deletedAgain,
  deletedWebhook,
  ownWebhook,
  repeatedEvent,
  subscribe,
  unsubscribe,
} from "./webhooks.ts";

interface Subscriptions {
  readonly plain: Exchange;
  readonly unknown: Exchange;
  readonly none: Exchange;
  readonly repeated: Exchange;
  readonly twin: Exchange;
}

/** Subscriptions that nobody documents. What of them is accepted is deleted at the end. */
const oddWebhooks: Probe<Subscriptions> = {
  name: "odd webhooks",
  run: async (context) => {
    const own = (await context.use(ownWebhook)).control;
    const url = textAt(own, "data", "url");
    const one = ["message.created"];
    return {
      plain: String(at(own.call.body, "url")).startsWith("http:")
        ? own
        : await subscribe(context, one, "an address without HTTPS", "http://example.com/"),
      unknown: await subscribe(context, ["concordat.unknown"], "an event that there is not"),
      none: await subscribe(context, [], "no event"),
      repeated: (await context.use(repeatedEvent)).made,
      twin: await briefly(context, one, url),
    };
  },
};

/** A webhook to the address of another one. It is deleted at once, before that address is told of anything by it. */
async function briefly(
  context: ProbeContext,
  events: readonly string[],
  url: string,
): Promise<Exchange> {
  const made = await subscribe(context, events, "the address of another webhook", url);
  const id = at(made.response?.json, "data", "id");
  if (typeof id === "string") await unsubscribe(context, id, "the address is left to the other");
  return made;
}

/** What the documentation leaves open of webhooks: recorded, never judged. */
export const webhookSilentPoints: readonly Check[] = [
  observe("sahut/silent/webhook-status", ownWebhook, ({ control: made }) => statusOf(made)),
  observe("sahut/silent/delete-status", deletedWebhook, ({ control: deleted }) => {
    const { body } = deleted.response ?? { body: "" };
    return `${statusOf(deleted)} with ${body === "" ? "no body" : body.slice(0, 80)}`;
  }),
  observe("sahut/silent/second-delete", deletedAgain, ({ again }) => statusOf(again)),
  observe("sahut/silent/plain-address", oddWebhooks, ({ plain }) => statusOf(plain)),
  observe("sahut/silent/unknown-event", oddWebhooks, ({ unknown }) => statusOf(unknown)),
  observe("sahut/silent/no-event", oddWebhooks, ({ none }) => statusOf(none)),
  observe("sahut/silent/repeated-event", oddWebhooks, ({ repeated }) => statusOf(repeated)),
  observe("sahut/silent/repeated-address", oddWebhooks, ({ twin }) => statusOf(twin)),
];
