import { createHmac } from "node:crypto";
import type { Delivery } from "./delivery-rows.ts";

/**
 * The signature that the documentation names, and what it is silent about.
 *
 * Silent: other headers. `X-Sahut-Event` names the event, `X-Sahut-Delivery` is the same at each
 * attempt, so that a receiver notices what it has had before, and `X-Sahut-Attempt` counts from 1.
 */
export function deliveryHeaders(
  delivery: Pick<Delivery, "id" | "event" | "body" | "attempts" | "secret">,
): Record<string, string> {
  const { id, event, body, attempts, secret } = delivery;
  return {
    "Content-Type": "application/json",
    "User-Agent": "Concordat",
    "X-Sahut-Signature": signature(body, secret),
    "X-Sahut-Event": event,
    "X-Sahut-Delivery": id,
    "X-Sahut-Attempt": String(attempts + 1),
  };
}

/**
 * HMAC-SHA256 over the raw body: Webhooks, Verifying signatures.
 * Silent: how it is written, and what the key is. Hexadecimal in small letters without a prefix;
 * the key is the whole secret as it was answered, `whsec_` included.
 */
export function signature(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}
