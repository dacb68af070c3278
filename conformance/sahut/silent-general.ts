import { type Check, observe, observeAll } from "../check.ts";
import { answered, at, control } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe } from "../probe.ts";
import { stampsIn } from "../timestamps.ts";
import { stray } from "./envelope.ts";
import { change, defaultList, ownConversation, ownId } from "./inbox.ts";
import { schemes } from "./keys.ts";
import { burst, refusal } from "./limits.ts";
import { statusOf } from "./observed.ts";

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
        query: { per_page: "1" },
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
