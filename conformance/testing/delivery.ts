import type { Delivery } from "../model.ts";

/** A delivery of a JSON body, but for the members given. */
export function deliveryOf(json: unknown, given: Partial<Delivery> = {}): Delivery {
  const body = JSON.stringify(json);
  return {
    number: 1,
    receivedAt: "2026-04-02T12:00:00.000Z",
    method: "POST",
    path: "/mailbox",
    headers: { "content-type": "application/json" },
    raw: Buffer.from(body),
    body,
    json,
    answered: 200,
    ...given,
  };
}
