import type { DueWork } from "../agenda.ts";
import { isExampleAddress } from "../outbound/example-address.ts";
import type { OutboundAnswer } from "../outbound/outbound.ts";
import type { Services } from "../services.ts";
import { deliveryHeaders } from "./delivery-headers.ts";
import {
  type Delivery,
  dueDelivery,
  endTurn,
  extendTurn,
  postponeDelivery,
  removeDelivery,
  type Turn,
  takeTurn,
  type Waiting,
  waitingWebhooks,
} from "./delivery-rows.ts";

/** Before each retry, after the failure before: Webhooks, Deliveries. */
const RETRIES_MS: readonly number[] = [5_000, 30_000, 120_000, 600_000, 1_800_000];
/** How long a receiver may take to answer: Webhooks, Deliveries. */
const TIMEOUT_MS = 10_000;
/** A turn lasts longer than an attempt by this: whoever does not end it in time has died. */
const GRACE_MS = 20_000;
/** How many webhooks are sent to at the same time. */
const SIDE_BY_SIDE = 32;

export interface DeliveryOptions {
  /** Default 10 s, as documented. */
  readonly timeoutMs?: number;
}

/**
 * Sends what `emit` has put down, with its retries. Several servers on one store share the work.
 *
 * Silent: order and duplicates. A webhook is sent to by one server at a time, one delivery after
 * the other, as they fall due: events come in their order, but one that is tried again is overtaken.
 * A server that dies while it sends leaves the delivery to be sent again, so each comes at least once.
 */
export function deliveries(services: Services, options: DeliveryOptions = {}): DueWork {
  const { store, clock, outbound, wake, log } = services;
  const { timeoutMs = TIMEOUT_MS } = options;
  /** The webhooks that this server is sending to. */
  const busy = new Map<string, Promise<void>>();
  let closed = false;

  const later = (milliseconds: number) => new Date(clock().getTime() + milliseconds).toISOString();
  const endOfTurn = () => later(timeoutMs + GRACE_MS);

  /** While all hands are full, nothing is due: whoever is done wakes the agenda. */
  async function waiting(): Promise<Waiting[]> {
    if (busy.size >= SIDE_BY_SIDE) return [];
    const all = await waitingWebhooks(store);
    return all.filter(({ webhookId }) => !busy.has(webhookId));
  }

  async function sendAll(first: Turn): Promise<void> {
    let turn: Turn | undefined = first;
    while (!closed) {
      const delivery = await dueDelivery(store, turn.webhookId, clock().toISOString());
      if (delivery === undefined) break;
      turn = await extendTurn(store, turn, endOfTurn());
      if (turn === undefined) return;
      await send(turn.webhookId, delivery);
    }
    await endTurn(store, turn);
  }

  async function send(webhookId: string, delivery: Delivery): Promise<void> {
    const { url, body } = delivery;
    const headers = deliveryHeaders(delivery);
    const reason = failureOf(await outbound({ method: "POST", url, headers, body, timeoutMs }));
    if (reason === undefined) {
      await removeDelivery(store, delivery);
      return;
    }
    // Silent: what follows the last retry. The delivery is dropped; the webhook stays.
    const delay = RETRIES_MS[delivery.attempts];
    const again = delay === undefined ? undefined : later(delay);
    const kept =
      again === undefined
        ? await removeDelivery(store, delivery)
        : await postponeDelivery(store, delivery, again);
    // An address may hold secrets behind its origin.
    const { origin, hostname } = URL.parse(url) ?? { origin: "no address", hostname: "" };
    if (!kept || isExampleAddress(hostname)) return;
    const attempt = `attempt ${delivery.attempts + 1} of ${RETRIES_MS.length + 1}`;
    const then = again === undefined ? "it is dropped" : `next at ${again}`;
    log(`webhook ${webhookId} at ${origin}: ${delivery.event}, ${attempt}: ${reason}; ${then}`);
  }

  function begin(turn: Turn): void {
    const done = sendAll(turn)
      // The turn is not ended: nobody tries again before it is over.
      .catch((error: unknown) =>
        log(
          `webhook ${turn.webhookId}: ${error instanceof Error ? error.stack : String(error)}`,
          "error",
        ),
      )
      .finally(() => {
        busy.delete(turn.webhookId);
        wake();
      });
    busy.set(turn.webhookId, done);
  }

  return {
    name: "deliveries",
    async next() {
      const moments = (await waiting()).map(({ dueAt }) => dueAt);
      const first = moments.sort()[0];
      return first === undefined ? undefined : new Date(first);
    },
    async run(now) {
      const moment = now.toISOString();
      for (const { webhookId, dueAt } of await waiting()) {
        if (closed || busy.size >= SIDE_BY_SIDE) return;
        if (dueAt > moment) continue;
        const turn = await takeTurn(store, { webhookId, until: endOfTurn() }, moment);
        if (turn !== undefined) begin(turn);
      }
    },
    async underWay() {
      await Promise.all(busy.values());
    },
    async close() {
      closed = true;
      await Promise.all(busy.values());
    },
  };
}

/** Any 2xx will do. Silent: redirects. They are not followed, so they are failures. */
function failureOf(answer: OutboundAnswer): string | undefined {
  if ("failure" in answer) return answer.failure;
  const { status } = answer;
  if (status >= 200 && status < 300) return undefined;
  return `answered ${status}${status >= 300 && status < 400 ? ", and redirects are not followed" : ""}`;
}
