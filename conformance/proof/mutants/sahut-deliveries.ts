import { createHash, createHmac } from "node:crypto";
import { sahutDemo } from "../../../server/demo/sahut.ts";
import { at } from "../../evidence.ts";
import { allEvents } from "../../sahut/delivery.ts";
import { delivering, rewriting, type Sending, type Sign, sending } from "../fault/delivering.ts";
import { arriving, type Fault, handling } from "../fault/fault.ts";
import { mutantsOf } from "./mutant.ts";

const signature = "X-Sahut-Signature";
const nameIn = ({ headers }: Sending): string => headers["X-Sahut-Event"] ?? "";

/** Tells nobody of some events. */
const silent = (isSilent: (each: Sending) => boolean): Fault =>
  delivering(async (each, send) => isSilent(each) || send());

/** Signs otherwise. */
const signing = (signed: Sign): Fault => rewriting(() => ({}), signed);

const hmac = (body: string, secret: string, algorithm = "sha256"): string =>
  createHmac(algorithm, secret).update(body).digest("hex");

/** Changes what is said, and signs that. */
const saying = (change: (body: object, name: string) => unknown): Fault =>
  rewriting((each) => ({ body: JSON.stringify(change(JSON.parse(each.body), nameIn(each))) }));

const isChangeOf = (member: "labels" | "assignee", { body }: Sending): boolean => {
  const { data } = JSON.parse(body);
  return member === "labels"
    ? data.labels.length > 0 && data.assignee === null
    : data.assignee !== null;
};

/** What a webhook asked for, and what it gets instead. */
const subscribing = (change: (events: readonly string[]) => readonly string[]): Fault =>
  handling("createWebhook", async (call, next) => {
    const { events } = call.body;
    if (!Array.isArray(events)) return next(call);
    const answer = await next({ ...call, body: { ...call.body, events: change(events) } });
    return { ...answer, body: { data: { ...Object(at(answer.body, "data")), events } } };
  });

const mute = (event: string) => ({
  breaks: `\`${event}\` fires.`,
  kills: [`sahut/deliveries/${event.replace(".", "-")}`] as const,
  fault: silent((each) => nameIn(each) === event),
});

export const deliveryMutants = mutantsOf(
  "sahut",
  {
    "nobody-told-of-new-conversations": mute("conversation.created"),
    "nobody-told-of-changes": mute("conversation.updated"),
    "nobody-told-of-resolving": mute("conversation.resolved"),
    "nobody-told-of-messages": mute("message.created"),
    "nobody-told-of-new-contacts": mute("contact.created"),
    "nobody-told-of-changed-contacts": mute("contact.updated"),
    "nobody-told-of-labels": {
      breaks: "`conversation.updated` fires when labels change.",
      kills: ["sahut/deliveries/conversation-updated"],
      fault: silent(
        (each) => nameIn(each) === "conversation.updated" && isChangeOf("labels", each),
      ),
    },
    "nobody-told-of-assignment": {
      breaks: "`conversation.updated` fires when the assignee changes.",
      kills: ["sahut/deliveries/conversation-updated"],
      fault: silent(
        (each) => nameIn(each) === "conversation.updated" && isChangeOf("assignee", each),
      ),
    },
    "resolving-told-as-a-change": {
      breaks: "Resolving is told as `conversation.resolved`.",
      kills: ["sahut/deliveries/conversation-resolved"],
      fault: saying((body, name) =>
        name === "conversation.resolved" ? { ...body, event: "conversation.updated" } : body,
      ),
    },
    "body-of-another-event": {
      breaks: "What tells of a new contact is about that contact.",
      kills: ["sahut/deliveries/contact-created"],
      fault: (() => {
        let last: unknown;
        return saying((body, name) => {
          if (name === "contact.created") return { ...body, data: last };
          last = at(body, "data");
          return body;
        });
      })(),
    },
    "told-of-everything": {
      breaks: "A webhook is told of no other events than it was made for.",
      kills: ["sahut/deliveries/only-what-was-subscribed-to"],
      fault: subscribing(() => allEvents),
    },
    "told-of-its-kind": {
      breaks: "A webhook for new conversations is not told of their changes.",
      kills: ["sahut/deliveries/only-what-was-subscribed-to"],
      fault: subscribing((events) => [
        ...events,
        ...allEvents.filter((name) =>
          events.some((own) => name.startsWith(`${own.split(".")[0]}.`)),
        ),
      ]),
    },
    "told-across-workspaces": {
      breaks: "A webhook is told nothing of another workspace.",
      kills: ["sahut/deliveries/workspaces-are-apart"],
      fault: arriving(["createWebhook", "deleteWebhook"], ({ authorization }) =>
        authorization === `Bearer ${sahutDemo.otherWorkspaceKey}`
          ? { authorization: `Bearer ${sahutDemo.key}` }
          : {},
      ),
    },
    "put-instead-of-posted": {
      breaks: "An event is delivered by POST.",
      kills: ["sahut/deliveries/are-posted-as-json"],
      fault: sending(() => ({ method: "PUT" })),
    },
    "posted-as-a-form": {
      breaks: "An event is delivered as JSON.",
      kills: ["sahut/deliveries/are-posted-as-json"],
      fault: rewriting(({ body }) => ({
        body: new URLSearchParams({ payload: body }).toString(),
      })),
    },
    "contacts-in-another-envelope": {
      breaks: "All events have the same envelope.",
      kills: ["sahut/deliveries/share-one-envelope"],
      fault: saying((body, name) => {
        const { event, ...rest } = Object(body);
        return name === "contact.created" ? { ...rest, type: event } : body;
      }),
    },
    "no-time-for-resolving": {
      breaks: "All events have the same envelope, with the same members.",
      kills: ["sahut/deliveries/share-one-envelope"],
      fault: saying((body, name) => {
        const { created_at: _, ...rest } = Object(body);
        return name === "conversation.resolved" ? rest : body;
      }),
    },
    unsigned: {
      breaks: "A delivery has a signature.",
      kills: ["sahut/deliveries/are-signed"],
      fault: sending(({ headers }) => ({ headers: { ...headers, [signature]: null } })),
    },
    "signed-after-parsing": {
      breaks: "The signature is made over the bytes that are sent.",
      kills: ["sahut/deliveries/are-signed"],
      fault: sending(({ body }) => ({ body: JSON.stringify(JSON.parse(body), null, 2) })),
    },
    "signed-with-sha-1": {
      breaks: "The signature is made with SHA-256.",
      kills: ["sahut/deliveries/are-signed"],
      fault: signing((body, secret) => hmac(body, secret, "sha1")),
    },
    "hashed-and-not-signed": {
      breaks: "The signature is a HMAC, and not a hash of secret and body.",
      kills: ["sahut/deliveries/are-signed"],
      fault: signing((body, secret) =>
        createHash("sha256").update(secret).update(body).digest("hex"),
      ),
    },
    "signed-with-another-secret": {
      breaks: "The signature is made with the webhook's own secret.",
      kills: ["sahut/deliveries/are-signed"],
      fault: signing((body, _, secrets) => hmac(body, secrets.at(-1) ?? "")),
    },
    "retry-signed-with-nothing": {
      breaks: "A retry is signed like the first attempt.",
      kills: ["sahut/deliveries/are-signed"],
      fault: sending(({ headers }) =>
        headers["X-Sahut-Attempt"] === "1" ? {} : { headers: { ...headers, [signature]: "" } },
      ),
    },
    "never-retried": {
      breaks: "A delivery that fails is tried again.",
      kills: ["sahut/deliveries/are-retried"],
      fault: delivering(async (_, send) => {
        await send();
        return true;
      }),
    },
    "retried-at-once": {
      breaks: "A delivery that fails is tried again after five seconds, and not at once.",
      kills: ["sahut/deliveries/are-retried"],
      fault: delivering(async (_, send) => (await send()) || send()),
    },
    "retried-after-success": {
      breaks: "A delivery that was answered with a 2xx is not repeated.",
      kills: ["sahut/deliveries/any-2xx-is-enough"],
      fault: delivering(async ({ headers }, send) => {
        const taken = await send();
        return headers["X-Sahut-Attempt"] === "1" ? false : taken;
      }),
    },
    "nothing-but-200-is-enough": {
      breaks: "A delivery that was answered with 202 or 204 is not repeated.",
      kills: ["sahut/deliveries/any-2xx-is-enough"],
      fault: {
        outbound: (send) => async (request) => {
          const answer = await send(request);
          return "status" in answer && answer.status !== 200 ? { ...answer, status: 500 } : answer;
        },
      },
    },
    "three-retries": {
      breaks: "A delivery that fails is tried again five times.",
      kills: ["sahut/deliveries/are-retried-five-times"],
      patience: true,
      fault: delivering(
        async ({ headers }, send) => (await send()) || headers["X-Sahut-Attempt"] === "4",
      ),
    },
    "timed-out-and-content": {
      breaks: "A delivery that is not answered within ten seconds has failed.",
      kills: ["sahut/deliveries/time-out-after-10-seconds"],
      patience: true,
      fault: {
        outbound: (send) => async (request) => {
          const answer = await send(request);
          return "failure" in answer ? { status: 200, body: "" } : answer;
        },
      },
    },
    "told-after-the-end": {
      breaks: "A webhook that was deleted is told of nothing more.",
      kills: ["sahut/deliveries/end-with-the-webhook"],
      fault: handling("deleteWebhook", async (call) => ({
        status: 200,
        body: { data: { id: call.path.id } },
      })),
    },
  },
  { features: true },
);
