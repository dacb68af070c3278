import { createHmac } from "node:crypto";
import { at } from "../../evidence.ts";

import { delivering, rewriting, type Sign } from "../fault/delivering.ts";
import { type Fault, handling, together } from "../fault/fault.ts";
import { variantsOf } from "./variant.ts";

const hmac = (
  body: string,
  secret: string | Buffer,
  form: "hex" | "base64" | "base64url",
): string => createHmac("sha256", secret).update(body).digest(form);

/** Signs otherwise. */
const signing = (signed: Sign) => (): Fault => rewriting(() => ({}), signed);

/** Says the same in another envelope. */
const enveloped = (wrap: (event: Readonly<Record<string, unknown>>) => unknown) => () =>
  rewriting(({ body }) => ({ body: JSON.stringify(wrap(JSON.parse(body))) }));

const event = "X-Sahut-Event";

export const deliveryVariants = variantsOf(
  "sahut",
  {
    "events-with-other-members": {
      does: "An event's envelope has other members, one inside another.",
      open: "W1",
      fault: enveloped(({ event: type, data, id, created_at }) => ({
        meta: { type, uuid: id, sent: created_at },
        payload: { object: data },
      })),
    },
    "events-named-in-a-header": {
      does: "An event's name stands in a header alone.",
      open: "W1",
      fault: enveloped(({ event: _, ...rest }) => rest),
    },
    "events-with-ids-alone": {
      does: "An event says of what it is about the id alone.",
      open: "W1",
      fault: enveloped(({ data, ...rest }) => ({ ...rest, object_id: at(data, "id") })),
    },
    "events-with-a-member-by-kind": {
      does: "What an event is about stands in a member that is called after it.",
      open: "W1",
      fault: enveloped(({ data, event: name, ...rest }) => ({
        ...rest,
        event: name,
        [String(name).split(".")[0] ?? ""]: data,
      })),
    },
    "events-that-say-nothing": {
      does: "An event neither has a name that is known nor says what it is about.",
      open: "W1",
      takesAway: "what an event tells of",
      fault: () =>
        rewriting(({ headers }) => ({
          body: JSON.stringify({ changed: true }),
          headers: { ...headers, [event]: null },
        })),
    },
    "signed-in-base64": {
      does: "A signature is written in base64.",
      open: "W2",
      fault: signing((body, secret) => hmac(body, secret, "base64")),
    },
    "signed-in-capitals-behind-a-prefix": {
      does: "A signature is written in capital digits, behind `sha256=`.",
      open: "W2",
      fault: signing((body, secret) => `sha256=${hmac(body, secret, "hex").toUpperCase()}`),
    },
    "signed-without-the-prefix-of-the-secret": {
      does: "The key of a signature is the secret without `whsec_`.",
      open: "W2",
      fault: signing((body, secret) => hmac(body, secret.replace("whsec_", ""), "hex")),
    },
    "signed-with-the-bytes-of-the-secret": {
      does: "The key of a signature is what the secret says in base64, and a version stands before it.",
      open: "W2",
      fault: signing(
        (body, secret) =>
          `v1,${hmac(body, Buffer.from(secret.replace("whsec_", ""), "base64"), "base64")}`,
      ),
    },
    "bare-deliveries": {
      does: "A delivery has no header of its own but the signature, and another media type.",
      open: "W3",
      fault: () =>
        rewriting(({ headers }) => ({
          headers: {
            ...Object.fromEntries(Object.keys(headers).map((name) => [name, null] as const)),
            "Content-Type": "application/vnd.sahut+json",
          },
        })),
    },
    "delivered-twice": {
      does: "A delivery comes twice, one right after the other.",
      takesAway: "what is a retry",
      open: "W6",
      fault: () =>
        delivering(async (_, send) => {
          await send();
          return send();
        }),
    },
    "retried-with-another-body": {
      does: "A retry has another id and another time.",
      open: "W7",
      fault: () =>
        rewriting(({ body, headers }) => {
          const attempt = headers["X-Sahut-Attempt"];
          return { body: JSON.stringify({ ...JSON.parse(body), id: `evt_${attempt}`, attempt }) };
        }),
    },
    "resolving-told-once": {
      does: "Resolving is told as such, and not as a change, too.",
      open: "W5",
      fault: () =>
        delivering(
          async (sending, send) =>
            (sending.headers[event] === "conversation.updated" &&
              at(JSON.parse(sending.body), "data", "status") === "resolved") ||
            send(),
        ),
    },
    "contacts-told-late": {
      does: "An event is overtaken by the next one.",
      open: "W6: order",
      fault: () => {
        const held = new Map<string, () => Promise<boolean>>();
        return delivering(async ({ url, headers }, send) => {
          const earlier = held.get(url);
          held.delete(url);
          if (headers[event] === "contact.created") {
            held.set(url, send);
            return true;
          }
          const taken = await send();
          await earlier?.();
          return taken;
        });
      },
    },
    "retries-outlive-their-webhook": {
      does: "A delivery that failed is tried again, though its webhook is deleted.",
      open: "W8: retries",
      fault: () => {
        const addresses = new Map<unknown, string>();
        const failed = new Map<string, () => Promise<boolean>>();
        const orphans: (() => Promise<boolean>)[] = [];
        return together(
          handling(["createWebhook", "deleteWebhook"], async (call, next) => {
            const answer = await next(call);
            const id = call.path.id ?? at(answer.body, "data", "id");
            if (call.path.id === undefined) addresses.set(id, String(call.body.url));
            const orphan = failed.get(addresses.get(call.path.id) ?? "");
            if (orphan !== undefined) orphans.push(orphan);
            return answer;
          }),
          delivering(async ({ url, headers }, send) => {
            // With the first retry of another webhook: five seconds have passed then.
            if (headers["X-Sahut-Attempt"] !== "1")
              for (const again of orphans.splice(0)) await again();
            const taken = await send();
            if (!taken && !failed.has(url)) failed.set(url, () => send());
            return taken;
          }),
        );
      },
    },
    "nothing-told-of-the-api": {
      does: "What is done by the API is told to nobody.",
      open: "W9",
      fault: () => delivering(async () => true),
    },
    "no-webhook-to-this-machine": {
      does: "A webhook without HTTPS is refused.",
      open: "W4",
      fault: () =>
        handling("createWebhook", async (call, next) =>
          String(call.body.url).startsWith("http:")
            ? {
                status: 422,
                body: {
                  error: { code: "validation_error", message: "HTTPS is needed", status: 422 },
                },
              }
            : next(call),
        ),
    },
  },
  { features: true },
);
