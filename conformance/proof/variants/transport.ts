import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { isObject } from "../../contract/json.ts";
import { around, type Departure, type Fault, leaving } from "../fault/fault.ts";
import { variantsOfBoth } from "./variant.ts";

const textOf = (body: unknown): string => JSON.stringify(body);

/** Another text for the same JSON. */
const written = (text: (body: unknown) => string): Fault =>
  leaving("everywhere", ({ body }) => ({ body: isObject(body) ? text(body) : body }));

/** Another way to send what is sent; an answer without a body stays without one. */
const encoded = (how: (body: unknown) => Partial<Departure>): Fault =>
  leaving("everywhere", ({ body }) => (isObject(body) ? how(body) : {}));

const adding = (headers: Departure["headers"]): Fault => leaving("everywhere", () => ({ headers }));

/** Cannot be reached once, in the middle of the run. */
function onceUnavailable(answer: Departure): Fault {
  let count = 0;
  return around("everywhere", async (_, proceed) => {
    count += 1;
    return count === 7 ? answer : proceed();
  });
}

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, backwards(member)]);
  return Object.fromEntries(members.toReversed());
}

function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withMore(member)]);
  return { ...Object.fromEntries(members), _more: { new: [1, null, "x"] }, version: 3 };
}

/** What HTTP and JSON leave open. */
export const transportVariants = variantsOfBoth({
  "extra-members": {
    does: "Every object of every answer has members that nobody has heard of.",
    open: "open schemas",
    fault: () => leaving("everywhere", ({ body }) => ({ body: withMore(body) })),
  },
  "members-in-another-order": {
    does: "The members of an answer come in another order.",
    open: "JSON: order of members",
    fault: () => leaving("everywhere", ({ body }) => ({ body: backwards(body) })),
  },
  "json-with-spaces": {
    does: "Answers are indented.",
    open: "JSON: text",
    fault: () => written((body) => `\n${JSON.stringify(body, null, 2)}\n`),
  },
  "json-in-ascii": {
    does: "What is not ASCII is escaped.",
    open: "JSON: text",
    fault: () =>
      written((body) =>
        textOf(body).replaceAll(
          /[\u0080-\uffff]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
        ),
      ),
  },
  "media-type-in-capitals": {
    does: "The media type is in capitals and has a charset.",
    open: "HTTP: Content-Type",
    fault: () => adding({ "Content-TYPE": 'Application/JSON; Charset="UTF-8"' }),
  },
  "media-type-alone": {
    does: "The media type has no charset.",
    open: "HTTP: Content-Type",
    fault: () => adding({ "content-type": "application/json" }),
  },
  gzip: {
    does: "Answers are compressed.",
    open: "HTTP: content coding",
    fault: () =>
      encoded((body) => ({
        body: gzipSync(textOf(body)),
        headers: { "content-encoding": "gzip", "content-type": "application/json" },
      })),
  },
  chunked: {
    does: "Answers come in pieces, without a length.",
    open: "HTTP: transfer coding",
    fault: () =>
      encoded((body) => ({
        body: Readable.from(
          (textOf(body).match(/.{1,40}/gsu) ?? []).map((part) => Buffer.from(part)),
        ),
        headers: { "content-type": "application/json" },
      })),
  },
  "connections-closed": {
    does: "Every connection is closed after its answer.",
    open: "HTTP: connections",
    fault: () => adding({ connection: "close" }),
  },
  "more-headers": {
    does: "Answers carry ETags, request ids, remaining requests and permission for any origin.",
    open: "G18",
    fault: () =>
      adding({
        etag: '"1"',
        "x-request-id": "01HX1A0000REQUEST000000001",
        "x-ratelimit-remaining": "17",
        "access-control-allow-origin": "*",
        "set-cookie": "lang=id",
      }),
  },
  "no-authenticate-header": {
    does: "A 401 has no `WWW-Authenticate`.",
    open: "G17: WWW-Authenticate",
    fault: () => adding({ "www-authenticate": null }),
  },
  "limited-once": {
    does: "One request in the middle runs into the rate limit.",
    open: "G15",
    fault: () =>
      onceUnavailable({
        status: 429,
        body: {
          detail: "Too many requests",
          error: { code: "rate_limited", message: "Too many requests", status: 429 },
        },
        headers: { "retry-after": "2" },
      }),
  },
  "unavailable-once": {
    does: "A gateway cannot reach the server once, and says so in HTML.",
    open: "gateway",
    fault: () =>
      onceUnavailable({
        status: 503,
        body: "<h1>503 Service Unavailable</h1>",
        headers: { "content-type": "text/html" },
      }),
  },
  "bad-gateway-once": {
    does: "A gateway loses the server once.",
    open: "gateway",
    fault: () => onceUnavailable({ status: 502, body: "", headers: {} }),
  },
  "slow-at-times": {
    does: "Every tenth answer takes its time.",
    open: "response time",
    fault: () => {
      let count = 0;
      return around("everywhere", async (_, proceed) => {
        count += 1;
        if (count % 10 === 0) await wait(30);
        return proceed();
      });
    },
  },
  "unknown-routes-are-web-pages": {
    does: "An unknown route is answered 404 by the web server, in HTML.",
    open: "G7",
    fault: () => ({
      around: async (operation, ctx, next) => {
        await next();
        if (operation !== undefined) return;
        ctx.status = 404;
        ctx.body = "<!doctype html><h1>404 Not Found</h1>";
        ctx.set("content-type", "text/html");
      },
    }),
  },
  milliseconds: {
    does: "Timestamps have milliseconds.",
    open: "G19",
    fault: () => restamped((time) => time.replace("Z", ".007Z")),
  },
  "microseconds-and-offset": {
    does: "Timestamps have microseconds, and the offset of UTC in numbers.",
    open: "G19",
    fault: () => restamped((time) => time.replace("Z", ".000007+00:00")),
  },
});

/** Another form for every timestamp of a success. */
function restamped(change: (time: string) => string): Fault {
  const restamp = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(restamp);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        typeof member === "string" && /(_at|^timestamp)$/.test(name)
          ? change(member)
          : restamp(member),
      ]),
    );
  };
  return leaving("everywhere", ({ status, body }) => (status < 300 ? { body: restamp(body) } : {}));
}
