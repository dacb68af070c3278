import * as fc from "fast-check";
import { nearbyId } from "../../derive/nearby-id.ts";
import { at } from "../../evidence.ts";
import { compareFacts, mustAccept, mustRefuse, type Shown } from "../../explore/agree.ts";
import { move, type Steps, which } from "../../explore/move.ts";
import { moveOn } from "../../explore/on-one.ts";
import { settle } from "../../explore/world.ts";
import { allEvents } from "../delivery.ts";

/** The kind of things that webhooks are. */
export const kind = "webhook";

const shownIn = (webhook: unknown): Shown => {
  const named = at(webhook, "events");
  return {
    url: at(webhook, "url") ?? null,
    // In which order is not documented.
    events: Array.isArray(named) ? named.map(String).toSorted() : null,
  };
};

export const create = move({
  choice: fc.subarray([...allEvents], { minLength: 1 }),
  send: (ask, world, wanted) =>
    ask({
      operationId: "createWebhook",
      purpose: "a webhook",
      body: { url: `https://example.com/concordat/${world.word}-${world.turn}`, events: wanted },
    }),
  compare: (world, wanted, both) => {
    const target = at(both.target.json, "data", "id");
    const oracle = at(both.oracle.json, "data", "id");
    if (!both.target.ok) return mustAccept(both, "sahut/webhooks/every-event-can-be-subscribed-to");
    if (typeof target !== "string" || typeof oracle !== "string") return [];
    const made = world.add(kind, { target, oracle });
    if (made === undefined) return [];
    made.notes.set("unknown id", `{no ${made.name}}`);
    world.symbols.bind(`{no ${made.name}}`, { target: nearbyId(target), oracle: nearbyId(oracle) });
    const breaks = "sahut/webhooks/answer-shows-the-webhook";
    settle(made, "url", `${world.word}-${world.turn}`, breaks);
    settle(made, "events", wanted.toSorted(), breaks);
    const shown = {
      target: shownIn(at(both.target.json, "data")),
      oracle: shownIn(at(both.oracle.json, "data")),
    };
    return compareFacts(made, shown, both.target.exchange);
  },
});

const createWrong = move({
  choice: fc.constantFrom("url", "events"),
  send: (ask, world, missing) => {
    const url = `https://example.com/concordat/${world.word}-${world.turn}`;
    const body = missing === "url" ? { events: allEvents } : { url };
    return ask({ operationId: "createWebhook", purpose: `a webhook without ${missing}`, body });
  },
  compare: (_, missing, both) =>
    mustRefuse(both, `sahut/derived/createWebhook/body/${missing}/required`),
});

const isGone = "deleted";
const isAsked = "whether one that never was is refused";

/** A webhook deleted, or deleted again. */
const remove = moveOn({
  weight: 2,
  kind,
  choice: fc.record({ of: which() }),
  call: (thing) => ({
    operationId: "deleteWebhook",
    purpose: `${thing.name}, deleted${thing.notes.has(isGone) ? " again" : ""}`,
    path: { id: thing.symbol },
  }),
  compare: (thing, both) => {
    if (!thing.notes.has(isGone)) {
      if (both.target.ok) thing.notes.set(isGone, true);
      return mustAccept(both, "sahut/derived/deleteWebhook/accepts-valid-request");
    }
    // It is answered like one that never was, however that is.
    if (thing.notes.get(isAsked) !== true) return [];
    return mustRefuse(both, "sahut/webhooks/deleted-webhook-is-gone");
  },
});

const removeNothing = moveOn({
  kind,
  choice: fc.record({ of: which() }),
  call: (thing) => ({
    operationId: "deleteWebhook",
    purpose: "a webhook that there is not, deleted",
    path: { id: `{no ${thing.name}}` },
  }),
  compare: (thing, { target }) => {
    thing.notes.set(isAsked, !target.ok);
    return [];
  },
});

/** Moves that make and delete webhooks. */
export const webhookMoves: readonly Steps[] = [create, createWrong, remove, removeNothing];
