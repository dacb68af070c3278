import { sahutDemo } from "../../../server/demo/sahut.ts";
import { isObject } from "../../contract/json.ts";
import { at } from "../../evidence.ts";
import { around, arriving, type Fault, handling, leaving } from "../fault/fault.ts";
import { withoutFixtures } from "../trial.ts";
import { renamed } from "./renamed.ts";
import { variantsOf } from "./variant.ts";

const lists = ["listConversations", "listMessages"];
const codes: Readonly<Record<number, string>> = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  422: "validation_error",
};

const problem = (status: number) => ({
  status,
  body: { error: { code: codes[status] ?? "bad_request", message: "Not possible", status } },
  headers: {},
});

/** Answers with one status where the reference server has another. */
const instead = (from: number, to: number): Fault =>
  leaving("everywhere", ({ status }) => (status === from ? problem(to) : {}));

/** Bends an impossible number of the query to a possible one. */
const clamped = (text: string | undefined, most: number): string | undefined => {
  if (text === undefined) return undefined;
  const number = Number(text);
  return Number.isInteger(number) ? String(Math.max(1, Math.min(most, number))) : undefined;
};

const isSahutId = (text: string): boolean => /^(conv|ch|ct|usr|msg|bot)_\w+$/.test(text);

export const generalVariants = variantsOf("sahut", {
  "creates-with-200": {
    does: "What is created is answered 200.",
    open: "G1",
    fault: () => leaving("everywhere", ({ status }) => (status === 201 ? { status: 200 } : {})),
  },
  "sends-with-200": {
    does: "A sent message is answered 200, a new conversation 201.",
    open: "G1",
    fault: () => leaving("sendMessage", ({ status }) => (status === 201 ? { status: 200 } : {})),
  },
  "errors-with-details": {
    does: "Errors say more than they must.",
    open: "G4",
    fault: () =>
      leaving("everywhere", ({ status, body }) =>
        status < 400 || !isObject(body)
          ? {}
          : {
              body: {
                ...body,
                error: { ...Object(body.error), details: [{ field: "x", message: "y" }] },
                request_id: "17",
              },
            },
      ),
  },
  "errors-in-indonesian": {
    does: "Errors are worded otherwise.",
    open: "G5",
    fault: () =>
      leaving("everywhere", ({ status, body }) =>
        status < 400 || !isObject(body)
          ? {}
          : { body: { ...body, error: { ...Object(body.error), message: "Tidak ditemukan" } } },
      ),
  },
  "every-refusal-is-400": {
    does: "What does not fit is refused with 400, whatever it is.",
    open: "C1",
    fault: () => instead(422, 400),
  },
  "every-refusal-is-422": {
    does: "What does not fit is refused with 422, whatever it is.",
    open: "C1",
    fault: () => instead(400, 422),
  },
  "other-media-types-are-415": {
    does: "A body of another media type is refused with 415.",
    open: "G6",
    fault: () =>
      around("everywhere", async (arrival, proceed) =>
        arrival.contentType === "text/plain" ? problem(415) : proceed(),
      ),
  },
  "media-types-are-ignored": {
    does: "A body is read as JSON, whatever it says it is.",
    open: "G6",
    fault: () =>
      arriving("everywhere", ({ contentType }) =>
        contentType === null ? {} : { contentType: "application/json" },
      ),
  },
  "unknown-methods-are-404": {
    does: "An unknown method on a known route is answered 404.",
    open: "G7",
    fault: () => ({
      around: async (operation, ctx, next) => {
        await next();
        if (operation === undefined) ctx.status = 404;
      },
    }),
  },
  "unknown-parameters-refused": {
    does: "Query parameters that are not documented are refused.",
    open: "G8",
    fault: () =>
      around("everywhere", async ({ query }, proceed) => {
        const known = ["status", "channel_id", "assignee_id", "page", "per_page"];
        return Object.keys(query).every((name) => known.includes(name)) ? proceed() : problem(400);
      }),
  },
  "unknown-members-refused": {
    does: "Members of a body that are not documented are refused.",
    open: "G8",
    fault: () =>
      around("everywhere", async ({ body }, proceed) => {
        const known = [
          ["contact_id", "channel_id", "message", "assignee_id", "status", "team_id", "labels"],
          ["content", "template_id", "template_variables", "private"],
        ].flat();
        return Object.keys(Object(body)).every((name) => known.includes(name))
          ? proceed()
          : problem(422);
      }),
  },
  "numbers-are-texts": {
    does: "A number where a text is wanted is taken as that text.",
    open: "G9",
    fault: () =>
      around("sendMessage", async ({ body }, proceed) =>
        isObject(body) && typeof body.content === "number"
          ? proceed({ body: { ...body, content: String(body.content) } })
          : proceed(),
      ),
  },
  "wrong-types-are-left-out": {
    does: "A value of another type counts as if it were not there.",
    open: "G9",
    fault: () =>
      around(
        ["updateConversation", "createConversation", "sendMessage"],
        async ({ body }, proceed) => {
          if (!isObject(body)) return proceed();
          const fits = (name: string, value: unknown): boolean =>
            name === "private"
              ? typeof value === "boolean"
              : ["message", "template_variables"].includes(name)
                ? isObject(value)
                : name === "labels"
                  ? Array.isArray(value) && value.every((label) => typeof label === "string")
                  : typeof value === "string" || (name === "assignee_id" && value === null);
          return proceed({
            body: Object.fromEntries(
              Object.entries(body).filter(([name, value]) => fits(name, value)),
            ),
          });
        },
      ),
  },
  "pages-clamped": {
    does: "An impossible page or size is bent to a possible one.",
    open: "G10",
    fault: () =>
      arriving(lists, ({ query }) => ({
        query: {
          ...query,
          page: clamped(query.page, Number.MAX_SAFE_INTEGER),
          per_page: clamped(query.per_page, 100),
        },
      })),
  },
  "large-pages-clamped-small-refused": {
    does: "A size above 100 is bent to 100, one below 1 is refused.",
    open: "G10",
    fault: () =>
      arriving(lists, ({ query }) =>
        Number(query.per_page) > 100 ? { query: { ...query, per_page: "100" } } : {},
      ),
  },
  "past-the-last-is-404": {
    does: "A page past the last one does not exist.",
    open: "G11",
    fault: () =>
      leaving(lists, ({ status, body }) => {
        const [page, pages] = [at(body, "meta", "page"), at(body, "meta", "total_pages")];
        return status === 200 && Number(page) > Math.max(1, Number(pages)) ? problem(404) : {};
      }),
  },
  "past-the-last-is-the-last": {
    does: "A page past the last one is the last one.",
    open: "G11",
    fault: () =>
      handling(lists, async (call, next) => {
        const answer = await next(call);
        const pages = Math.max(1, Number(at(answer.body, "meta", "total_pages")));
        return Number(call.query.page) > pages
          ? next({ ...call, query: { ...call.query, page: pages } })
          : answer;
      }),
  },
  "an-empty-list-has-one-page": {
    does: "`total_pages` is 1 when there is nothing.",
    open: "G11: no item",
    fault: () =>
      handling(lists, async (call, next) => {
        const answer = await next(call);
        const meta = at(answer.body, "meta");
        return isObject(meta) && meta.total === 0
          ? { ...answer, body: { ...answer.body, meta: { ...meta, total_pages: 1 } } }
          : answer;
      }),
  },
  "scheme-in-one-case": {
    does: "The scheme is `Bearer` and not `bearer`.",
    open: "G17: case",
    fault: () =>
      arriving("everywhere", ({ authorization }) =>
        authorization?.startsWith("Bearer ") === true ? {} : { authorization: null },
      ),
  },
  "retry-after-with-a-fraction": {
    does: "The seconds to wait have a fraction.",
    open: "G15",
    limits: true,
    fault: () =>
      leaving("everywhere", ({ status }) =>
        status === 429 ? { headers: { "retry-after": "12.5" } } : {},
      ),
  },
  "limit-with-a-burst": {
    does: "A plan lets a few more requests through at once, as a bucket that fills up does.",
    open: "G15",
    limits: true,
    fault: () => {
      let extra = 5;
      return around("everywhere", async (_, proceed) => {
        const answer = await proceed();
        if (answer.status !== 429 || extra === 0) return answer;
        extra -= 1;
        return proceed({ authorization: `Bearer ${sahutDemo.key}` });
      });
    },
  },
  "numeric-ids": {
    does: "Ids are numbers, written as texts.",
    open: "ids",
    fault: () => renamed(isSahutId, String),
    configure: (target) => withoutFixtures(target, ["contact_id", "channel_id", "agent_ids"]),
  },
  uuids: {
    does: "Ids are UUIDs.",
    open: "ids",
    fault: () =>
      renamed(isSahutId, (n) => `6ba7b810-9dad-41d1-80b4-${String(n).padStart(12, "0")}`),
    configure: (target) => withoutFixtures(target, ["contact_id", "channel_id", "agent_ids"]),
  },
  "nothing-configured": {
    does: "The suite is told the URL and the key, and finds the rest.",
    open: "fixtures",
    fault: () => ({}),
    configure: (target) => withoutFixtures(target, [...target.fixtures.keys()]),
  },
});
