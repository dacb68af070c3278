import { sahutDemo } from "../../../server/demo/sahut.ts";
import { at } from "../../evidence.ts";
import { around, arriving, asked, body, handling, together } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";

const create = "createWebhook";
const secrets = new Map<unknown, unknown>();
const kept = new Set<unknown>();

/** A member that was forgotten is made up, so that nobody is refused for it. */
const filledIn = (more: Readonly<Record<string, unknown>>) =>
  arriving(create, ({ body: given }) => ({ body: { ...more, ...Object(given) } }));

export const webhookMutants = mutantsOf(
  "sahut",
  {
    "one-event-unknown": {
      breaks: "A webhook can be told of each of the six events.",
      kills: ["sahut/webhooks/every-event-can-be-subscribed-to"],
      fault: around(create, async ({ body: given }, proceed) =>
        JSON.stringify(given).includes("contact.updated")
          ? {
              status: 422,
              body: { error: { code: "validation_error", message: "Bad event", status: 422 } },
              headers: {},
            }
          : proceed(),
      ),
    },
    "webhook-with-every-event": {
      breaks: "The answer to a new webhook shows the events that were asked for.",
      kills: ["sahut/webhooks/answer-shows-the-webhook"],
      fault: asked(create, ({ body: given }) => ({
        body: { ...given, events: ["message.created", "contact.created"] },
      })),
    },
    "webhook-with-another-address": {
      breaks: "The answer to a new webhook shows the address that was asked for.",
      kills: ["sahut/webhooks/answer-shows-the-webhook"],
      fault: body(create, "data.url", () => "https://example.com/"),
    },
    "webhook-made-in-local-time": {
      breaks: "A new webhook's `created_at` is in UTC.",
      kills: ["sahut/webhooks/creation-is-now"],
      fault: body(
        create,
        "data.created_at",
        (time) =>
          `${new Date(Date.parse(String(time)) + 7 * 3_600_000).toISOString().slice(0, 19)}Z`,
      ),
    },
    "webhook-without-a-secret": {
      breaks: "The answer to a new webhook has a secret.",
      kills: ["sahut/derived/createWebhook/success-body"],
      fault: body(create, "data.secret", () => undefined),
    },
    "webhook-with-an-empty-secret": {
      breaks: "The answer to a new webhook has a secret to sign with.",
      kills: ["sahut/webhooks/secret-is-given"],
      fault: body(create, "data.secret", () => ""),
    },
    "one-secret-for-all": {
      breaks: "Each webhook has a secret of its own.",
      kills: ["sahut/webhooks/secrets-differ"],
      fault: body(create, "data.secret", () => "whsec_everybodys"),
    },
    "secret-shown-at-the-end": {
      breaks: "The secret stands in no other answer.",
      kills: ["sahut/webhooks/secret-is-shown-once"],
      fault: together(
        handling(create, async (call, next) => {
          const answer = await next(call);
          secrets.set(at(answer.body, "data", "id"), at(answer.body, "data"));
          return answer;
        }),
        handling("deleteWebhook", async (call, next) => {
          const answer = await next(call);
          return answer.status === 200
            ? { ...answer, body: { data: Object(secrets.get(call.path.id)) } }
            : answer;
        }),
      ),
    },
    "delete-does-nothing": {
      breaks: "A webhook that was deleted is answered like one that never was.",
      kills: ["sahut/webhooks/deleted-webhook-is-gone"],
      fault: together(
        handling(create, async (call, next) => {
          const answer = await next(call);
          kept.add(at(answer.body, "data", "id"));
          return answer;
        }),
        handling("deleteWebhook", async (call, next) =>
          kept.has(call.path.id)
            ? { status: 200, body: { data: { id: call.path.id } } }
            : next(call),
        ),
      ),
    },
    "webhook-deleted-by-another-workspace": {
      breaks: "A key deletes no webhook of another workspace.",
      kills: ["sahut/webhooks/workspaces-are-apart"],
      fault: arriving("deleteWebhook", ({ authorization }) =>
        authorization === `Bearer ${sahutDemo.otherWorkspaceKey}`
          ? { authorization: `Bearer ${sahutDemo.key}` }
          : {},
      ),
    },
    "webhook-without-an-address": {
      breaks: "`createWebhook` refuses a body without `url`.",
      kills: ["sahut/derived/createWebhook/body/url/required"],
      fault: filledIn({ url: "https://example.com/" }),
    },
    "webhook-without-events": {
      breaks: "`createWebhook` refuses a body without `events`.",
      kills: ["sahut/derived/createWebhook/body/events/required"],
      fault: filledIn({ events: ["message.created"] }),
    },
  },
  { features: true },
);
