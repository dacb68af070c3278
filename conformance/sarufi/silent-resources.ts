import { type Check, observe } from "../check.ts";
import { answered, at, control, isSuccess, listAt, show, textAt } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import type { Probe } from "../probe.ts";
import { change, doomed, scratchId, wholeList } from "./chatbots.ts";
import { speaks } from "./flow-calls.ts";
import { broken, draft, texts } from "./flow-drafts.ts";
import { deleted } from "./flow-endings.ts";
import { live, redefined, replaced, republished } from "./flow-publishing.ts";
import { order } from "./silent-conversations.ts";
import { status } from "./silent-general.ts";
import { itemWith } from "./walk.ts";
import { account } from "./workspace.ts";

interface Odd {
  readonly nothing: Exchange;
  readonly cleared: Exchange;
  readonly long: Exchange;
  readonly largest: Exchange;
}

/** Requests about chatbots that are sent only to see what happens. */
const oddChatbots: Probe<Odd> = {
  name: "what is not documented of chatbots",
  run: async (context) => {
    const id = await scratchId(context);
    return {
      nothing: await change(context, id, {}, "a change of nothing"),
      cleared: await change(context, id, { category: null }, "a category set to null"),
      long: await change(
        context,
        id,
        { name: "Concordat ".repeat(30) },
        "a name of 300 characters",
      ),
      largest: await context.send({
        operationId: "listChatbots",
        query: { limit: "100" },
        purpose: "the largest page of chatbots",
      }),
    };
  },
};

const oddFlows: Probe<{ readonly twin: Exchange }> = {
  name: "what is not documented of flows",
  run: async ({ send, use }) => {
    // Of the flows made so far, this one is not deleted before the end.
    const { created } = await use(broken);
    const name = textAt(created, "name");
    const path = { chatbot_id: created.call.path?.chatbot_id ?? "" };
    const body = { name, type: "conversation" };
    return {
      twin: await send({
        operationId: "createFlow",
        path,
        body,
        purpose: "a flow of a name that is taken",
      }),
    };
  },
};

const said = (talk: Exchange | undefined): string => {
  if (talk === undefined) return "no session to tell by";
  return isSuccess(answered(talk)) ? `${listAt(talk, "messages").length} messages` : status(talk);
};

/** What the documentation leaves open of the workspace, chatbots and flows: recorded, never judged. */
export const resourceSilentPoints: readonly Check[] = [
  observe("sarufi/silent/last-use-of-a-key", account, ({ control: me }) =>
    show(at(control(me).json, "api_key", "last_used_at")),
  ),
  observe("sarufi/silent/order-of-chatbots", wholeList, ({ items }) => order(items, "created_at")),
  observe("sarufi/silent/largest-page-of-chatbots", oddChatbots, ({ largest }) => status(largest)),
  observe("sarufi/silent/unset-description", doomed, ({ made }) => {
    const { json } = control(made);
    return ["description", "category"].map((each) => `${each} ${show(at(json, each))}`).join(", ");
  }),
  observe(
    "sarufi/silent/length-of-a-name",
    oddChatbots,
    ({ long }) => `300 characters: ${status(long)}`,
  ),
  observe("sarufi/silent/change-of-nothing", oddChatbots, ({ nothing }) => status(nothing)),
  observe("sarufi/silent/null-in-a-change", oddChatbots, ({ cleared }) => status(cleared)),
  observe("sarufi/silent/form-of-errors", broken, ({ validated }) => {
    const [first] = listAt(validated, "errors");
    return first === undefined ? "none seen" : show(first);
  }),
  observe("sarufi/silent/blank-flow-is-valid", draft, ({ blank }) =>
    show(at(control(blank).json, "valid")),
  ),
  observe("sarufi/silent/two-flows-of-one-name", oddFlows, ({ twin }) => status(twin)),
  observe("sarufi/silent/refused-publication", broken, ({ published }) => status(published)),
  observe("sarufi/silent/published-once-more", republished, ({ again }) => status(again)),
  observe("sarufi/silent/status-of-a-replaced-flow", replaced, ({ before, listed }) =>
    show(at(itemWith(listAt(listed, "items"), before), "status")),
  ),
  observe("sarufi/silent/live-session-of-a-replaced-flow", replaced, ({ older }) => {
    if (older === undefined || !isSuccess(answered(older))) return said(older);
    if (speaks(older, texts.a[0])) return "it ends with the flow that it began with";
    return speaks(older, texts.b[0]) ? "it goes on with the new flow" : said(older);
  }),
  observe("sarufi/silent/change-of-a-published-flow", redefined, ({ changed, greeting }) => {
    const now = speaks(greeting, texts.c[0]) ? "live at once" : "not live at once";
    return `${now}; status ${show(at(control(changed).json, "status"))}`;
  }),
  {
    id: "sarufi/silent/session-of-a-deleted-flow",
    probes: [deleted, live],
    judge: ({ evidence }) => ({ observed: said(evidence(deleted).talk) }),
  },
];
