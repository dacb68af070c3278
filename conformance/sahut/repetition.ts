import type { Delivery } from "../model.ts";
import type { Mailbox } from "../receiver/receiver.ts";
import { nameOf, secondsBetween } from "./delivery.ts";

/** What the id of the thing that an event is about begins with; only of these each thing has one. */
const prefixes: Readonly<Record<string, string>> = {
  "conversation.created": "conv_",
  "message.created": "msg_",
  "contact.created": "ct_",
};

/** The id of the thing that is new, if the delivery shows exactly one of its kind. */
function newId(delivery: Delivery): string | undefined {
  const prefix = prefixes[nameOf(delivery) ?? ""];
  if (prefix === undefined) return undefined;
  const found = new Set(delivery.body.match(new RegExp(`\\b${prefix}\\w+`, "g")));
  return found.size === 1 ? [...found][0] : undefined;
}

/**
 * Whether two deliveries tell of the same event. Whether a retry has the same bytes is not documented: where it has not,
 * what is new in both tells.
 */
export function repeats(one: Delivery, other: Delivery): boolean {
  if (one.body === other.body) return true;
  const id = newId(one);
  return id !== undefined && nameOf(one) === nameOf(other) && id === newId(other);
}

/** The first delivery to a mailbox and those that repeat it, in order. */
export function attemptsAt({ deliveries }: Pick<Mailbox, "deliveries">): readonly Delivery[] {
  const [first] = deliveries;
  return first === undefined ? [] : deliveries.filter((each) => repeats(first, each));
}

/** Deliveries with one that repeats them after about as long as a retry takes; an immediate one may be an accident. */
export function repetitionsIn(
  deliveries: readonly Delivery[],
): readonly (readonly [Delivery, Delivery])[] {
  return deliveries.flatMap((one, place) => {
    const again = deliveries
      .slice(place + 1)
      .find((other) => secondsBetween(one, other) >= 4 && repeats(one, other));
    return again === undefined ? [] : [[one, again] as const];
  });
}
