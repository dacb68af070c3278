import { type Check, observe, observeAll } from "../check.ts";
import { answered, at, control } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { stampsIn } from "../timestamps.ts";
import { stray } from "./envelope.ts";
import { defaultList, idsOf } from "./inbox.ts";
import { schemes } from "./keys.ts";
import { burst, refusal } from "./limits.ts";
import { statusOf } from "./observed.ts";
import { change, ownConversation, ownId } from "./own-conversation.ts";

interface Oddities {
  readonly unknownParameter: Exchange;
  readonly unknownMember: Exchange;
  readonly otherCase: Exchange;
  readonly capitals: Exchange;
  readonly unknownWithoutKey: Exchange;
  readonly smallBearer: Exchange;
}

/** Requests of every kind that nobody documents. */
const oddities: Probe<Oddities> = {
  name: "odd requests",
  run: async (context) => {
    const id = await ownId(context);
    const list = (query: Readonly<Record<string, string>>, purpose: string): Promise<Exchange> =>
      context.send({ operationId: "listConversations", query, purpose });
    return {
      unknownParameter: await list({ concordat: "1", per_page: "1" }, "an unknown parameter"),
      unknownMember: await change(context, id, { concordat: 1 }, "an unknown member"),
      otherCase: await context.send({
        operationId: "getConversation",
        path: { id: id === id.toLowerCase() ? id.toUpperCase() : id.toLowerCase() },
        purpose: "an id in the other letter case",
      }),
      capitals: await list({ status: "OPEN", per_page: "1" }, "a status in capitals"),
      unknownWithoutKey: await context.send({
        operationId: "getConversation",
        path: { id: "conv_00CONCORDAT000" },
        authorization: null,
        purpose: "an unknown conversation without a key",
      }),
      smallBearer: await context.send({
        operationId: "listConversations",
        // The second page, after the first one was read and conversations were made.
        query: { per_page: "1", page: "2" },
        authorization: "bearer {key}",
        purpose: "the scheme in small letters",
      }),
    };
  },
};

/** What is there, each once and in order; `none` where nothing is. */
const listOf = (texts: readonly string[]): string =>
  [...new Set(texts)].toSorted().join(", ") || "none";

/** The refusals that a run has met. */
function refused(exchanges: readonly Exchange[]): readonly Exchange[] {
  const found = exchanges.filter(({ response }) => (response?.status ?? 0) >= 400);
  return found.length > 0 ? found : untestable("nothing was refused");
}

const headersLike = (exchange: Exchange, pattern: RegExp): string =>
  listOf(Object.keys(answered(exchange).headers).filter((name) => pattern.test(name)));

/** What became of the first page: whether the second one, read later, holds something that is newer than the first. */
function pagesOver(exchanges: readonly Exchange[]): string {
  const pages = exchanges.filter(
    ({ call }) => call.operationId === "listConversations" && call.query?.per_page === "1",
  );
  const first = pages.find(({ call }) => Object.keys(call.query ?? {}).length === 1);
  const next = pages.find(({ call }) => call.query?.page === "2");
  const made = exchanges
    .filter(
      ({ call, number }) =>
        call.operationId === "createConversation" && number > (first?.number ?? 0),
    )
    .map(({ response }) => at(response?.json, "data", "id"));
  const [top] = idsOf(first ?? untestable("no page of one conversation was read"));
  const [below] = idsOf(next ?? untestable("no second page was read"));
  if (below === undefined || top === undefined) return untestable("there was no second page");
  return below === top || made.includes(below)
    ? "they do not: what is new moves the rest"
    : "they do, as far as was seen";
}

/** How a minute runs, as far as the first refusal tells: whether it ends a minute after the first request. */
function windowOf({ plan, sent }: { plan: number; sent: readonly Exchange[] }): string {
  const [first, last] = [sent[0], sent.at(-1)];
  if (first === undefined || last === undefined) return untestable("nothing was sent");
  const wait = Number(answered(last).headers["retry-after"]);
  const since = (Date.parse(last.startedAt) - Date.parse(first.startedAt)) / 1000;
  const isWhole = Math.abs(wait + since - 60) <= 2;
  return `${sent.length - 1} of ${plan} requests, then a wait ${
    isWhole ? "until a minute after the first request" : `of ${wait} s`
  }`;
}

/** What the documentation leaves open of every operation: recorded, never judged. */
export const generalSilentPoints: readonly Check[] = [
  observeAll("sahut/silent/error-members", [schemes], (exchanges) => {
    const bodies = refused(exchanges).map(({ response }) => response?.json);
    const inside = bodies.flatMap((body) => Object.keys(Object(at(body, "error"))));
    return `${listOf(bodies.flatMap((body) => Object.keys(Object(body))))}; in it ${listOf(inside)}`;
  }),
  observeAll("sahut/silent/error-messages", [schemes], (exchanges) => {
    const unknown = refused(exchanges).filter(({ response }) => response?.status === 404);
    return listOf(unknown.map(({ response }) => String(at(response?.json, "error", "message"))));
  }),
  observe("sahut/silent/body-that-is-a-list", stray, ({ notAnObject }) => statusOf(notAnObject)),
  observe("sahut/silent/unknown-parameter", oddities, ({ unknownParameter }) =>
    statusOf(unknownParameter),
  ),
  observe("sahut/silent/unknown-member", oddities, ({ unknownMember }) => statusOf(unknownMember)),
  observeAll("sahut/silent/impossible-pages", [defaultList], (exchanges) => {
    const odd = exchanges.filter(({ call }) =>
      [call.query?.page, call.query?.per_page].some(
        (value) => value !== undefined && !(Number(value) >= 1 && Number(value) <= 100),
      ),
    );
    return listOf(
      odd.map((exchange) => {
        const { page, per_page } = exchange.call.query ?? {};
        return `${page === undefined ? `per_page=${per_page}` : `page=${page}`} ${statusOf(exchange)}`;
      }),
    );
  }),
  observeAll("sahut/silent/pages-of-nothing", [defaultList], (exchanges) => {
    const counts = exchanges
      .filter(({ response }) => at(response?.json, "meta", "total") === 0)
      .map(({ response }) => `total_pages ${at(response?.json, "meta", "total_pages")}`);
    return listOf(counts);
  }),
  observe("sahut/silent/case-of-ids", oddities, ({ otherCase }) => statusOf(otherCase)),
  observe("sahut/silent/case-of-statuses", oddities, ({ capitals }) => statusOf(capitals)),
  observe("sahut/silent/order-of-checks", oddities, ({ unknownWithoutKey }) =>
    statusOf(unknownWithoutKey),
  ),
  observe("sahut/silent/limit-headers", defaultList, ({ control: list }) =>
    headersLike(list, /rate-?limit/),
  ),
  observe("sahut/silent/form-of-retry-after", burst, (evidence) => {
    const value = answered(refusal(evidence)).headers["retry-after"] ?? "nothing";
    return /^\d+$/.test(value) ? "whole seconds" : value;
  }),
  observe("sahut/silent/rate-limit-window", burst, (evidence) => {
    refusal(evidence);
    return windowOf(evidence);
  }),
  observeAll("sahut/silent/paging-while-items-come", [defaultList, oddities], pagesOver),
  observe("sahut/silent/case-of-the-scheme", oddities, ({ smallBearer }) => statusOf(smallBearer)),
  observe("sahut/silent/www-authenticate", schemes, ({ bare }) =>
    headersLike(bare, /^www-authenticate$/),
  ),
  observe("sahut/silent/other-headers", defaultList, ({ control: list }) =>
    headersLike(
      list,
      /^(etag|last-modified|.*request-id|access-control-.*|content-encoding|vary)$/,
    ),
  ),
  observe("sahut/silent/fractions-of-seconds", ownConversation, ({ control: made }) => {
    const stamps = stampsIn(control(made).json);
    return stamps.some(({ text }) => /[.,]\d+/.test(text)) ? "there are some" : "whole seconds";
  }),
];
