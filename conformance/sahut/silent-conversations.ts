import { type Check, observe, observeAll } from "../check.ts";
import { answered, at, control, isSuccess, listAt, show } from "../evidence.ts";
import type { Exchange, Response } from "../model.ts";
import type { Probe } from "../probe.ts";
import { second, unknowns } from "./creating.ts";
import { labelNames, largestPage } from "./inbox.ts";
import { statusOf } from "./observed.ts";
import { change, ownConversation, ownId } from "./own-conversation.ts";
import { statusWalk } from "./status-walk.ts";

interface Changes {
  /** Our conversation, as it read after its last change. */
  readonly before: Exchange | undefined;
  readonly sameStatus: Exchange;
  readonly noTeam: Exchange;
  readonly newLabels: Exchange;
}

/** Changes of our conversation that nobody documents; it is resolved by then. */
const oddChanges: Probe<Changes> = {
  name: "odd changes of a conversation",
  run: async (context) => {
    const { steps } = await context.use(statusWalk);
    const id = await ownId(context);
    const [label] = await labelNames(context);
    return {
      before: steps.at(-1)?.after,
      sameStatus: await change(context, id, { status: "resolved" }, "the status that it has"),
      noTeam: await change(context, id, { team_id: null }, "a team of null"),
      newLabels: await change(
        context,
        id,
        { labels: [label, "concordat", label] },
        "a new label, and one named twice",
      ),
    };
  },
};

interface Creates {
  readonly beside: Exchange;
  readonly silent: Exchange;
}

/** New conversations that nobody documents; what comes of them is resolved at the end. */
const oddCreates: Probe<Creates> = {
  name: "odd conversations",
  run: async (context) => {
    control((await context.use(second)).made);
    const { call } = (await context.use(ownConversation)).control;
    return {
      beside: await context.send({ ...call, purpose: "a conversation beside one that is open" }),
      silent: await context.send({
        ...call,
        body: { ...Object(call.body), message: {} },
        purpose: "a conversation with an empty message",
      }),
    };
  },
};

const mute = "a conversation whose first message cannot be sent";

/** A conversation with a template that does not exist, and the list in which it would stand. */
const muteCreate: Probe<{ readonly refused: Exchange; readonly list: Exchange }> = {
  name: mute,
  run: async (context) => {
    control((await context.use(second)).made);
    const { call } = (await context.use(ownConversation)).control;
    const message = { template_id: "tmpl_concordat_unknown" };
    const body = { ...Object(call.body), message };
    const refused = await context.send({ ...call, body, purpose: mute });
    const query = { channel_id: String(at(call.body, "channel_id")), per_page: "100" };
    const list = { operationId: "listConversations", query, purpose: "the list that may hold it" };
    return { refused, list: await context.send(list) };
  },
};

/** Conversations of our contact that are newer than the request and that no other request has made. */
function unclaimed(exchanges: readonly Exchange[]): readonly unknown[] {
  const refused = exchanges.find(({ call }) => call.purpose === mute);
  const list = exchanges.find(({ call }) => call.purpose === "the list that may hold it");
  const made = exchanges
    .filter(({ call }) => call.operationId === "createConversation")
    .map(({ response }) => at(response?.json, "data", "id"));
  const since = Date.parse(refused?.startedAt ?? "") - 1000;
  return listAt(list, "data").filter(
    (item) =>
      at(item, "contact", "id") === at(refused?.call.body, "contact_id") &&
      Date.parse(String(at(item, "created_at"))) >= since &&
      !made.includes(at(item, "id")),
  );
}

/** A filter for an agent that there is not, and one for nothing. */
const oddFilters: Probe<{ readonly agent: Exchange; readonly empty: Exchange }> = {
  name: "odd filters",
  run: async ({ send }) => {
    const list = (query: Readonly<Record<string, string>>, purpose: string): Promise<Exchange> =>
      send({ operationId: "listConversations", query: { ...query, per_page: "1" }, purpose });
    return {
      agent: await list({ assignee_id: "usr_00CONCORDAT000" }, "an unknown agent's conversations"),
      empty: await list({ channel_id: "" }, "an empty filter"),
    };
  },
};

const found = (exchange: Exchange): string =>
  isSuccess(answered(exchange))
    ? `finds ${at(exchange.response?.json, "meta", "total")}`
    : statusOf(exchange);

const updatedAt = ({ json }: Response): unknown => at(json, "data", "updated_at");

/** What the documentation leaves open of conversations: recorded, never judged. */
export const conversationSilentPoints: readonly Check[] = [
  observe("sahut/silent/filter-by-unknown-agent", oddFilters, ({ agent }) => found(agent)),
  observe("sahut/silent/empty-filter", oddFilters, ({ empty }) => found(empty)),
  observe(
    "sahut/silent/status-after-a-first-message",
    second,
    ({ made }) => `is ${show(at(control(made).json, "data", "status"))}`,
  ),
  observe("sahut/silent/conversation-beside-an-open-one", oddCreates, ({ beside }) =>
    statusOf(beside),
  ),
  observe("sahut/silent/empty-first-message", oddCreates, ({ silent }) => statusOf(silent)),
  observeAll(
    "sahut/silent/status-of-unknown-references",
    unknowns.map(([, probe]) => probe),
    (exchanges) => {
      const sent = exchanges.filter(({ call }) => /^an unknown \w+_id$/.test(call.purpose));
      return [...new Set(sent.map(statusOf))].join(", ");
    },
  ),
  observeAll("sahut/silent/failed-first-message", [muteCreate], (exchanges) => {
    const [refused] = exchanges.filter(({ call }) => call.purpose === mute);
    if (refused === undefined || isSuccess(answered(refused))) return "the message was not refused";
    return unclaimed(exchanges).length > 0 ? "it is started all the same" : "it is not";
  }),
  observe("sahut/silent/same-status-again", oddChanges, ({ sameStatus }) => statusOf(sameStatus)),
  observe("sahut/silent/team-of-null", oddChanges, ({ noTeam }) => statusOf(noTeam)),
  observe("sahut/silent/new-and-repeated-labels", oddChanges, ({ newLabels }) =>
    isSuccess(answered(newLabels))
      ? `labels ${show(at(newLabels.response?.json, "data", "labels"))}`
      : statusOf(newLabels),
  ),
  observe("sahut/silent/change-without-a-change", oddChanges, ({ before, sameStatus }) =>
    updatedAt(control(before)) === updatedAt(control(sameStatus))
      ? "updated_at stays"
      : "updated_at moves",
  ),
  observe("sahut/silent/kinds-of-channel", largestPage, ({ page }) => {
    const kinds = listAt(page, "data").map((item) => String(at(item, "channel", "type")));
    return [...new Set(kinds)].toSorted().join(", ");
  }),
];
