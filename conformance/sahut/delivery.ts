import { isObject } from "../contract/json.ts";
import type { Delivery } from "../model.ts";

/** Everything that a webhook can be told of. */
export const allEvents = [
  "conversation.created",
  "conversation.updated",
  "conversation.resolved",
  "message.created",
  "contact.created",
  "contact.updated",
] as const;

export type EventName = (typeof allEvents)[number];

const isEvent = (value: unknown): value is EventName => allEvents.some((name) => name === value);

/** Where a delivery names its event, and which one it names. */
export interface Naming {
  /** `event`, `meta.type`; for a header `header x-sahut-event`. */
  readonly place: string;
  readonly name: EventName;
}

/**
 * The event that a delivery is about. Where it stands is not documented, so it is looked for: in the body from the
 * outside in, then in the headers.
 */
export function namingIn({ json, headers }: Delivery): Naming | undefined {
  let level: readonly (readonly [place: string, value: unknown])[] = isObject(json)
    ? Object.entries(json)
    : [];
  while (level.length > 0) {
    const found = level.find(([, value]) => isEvent(value));
    if (found !== undefined && isEvent(found[1])) return { place: found[0], name: found[1] };
    level = level.flatMap(([place, value]) =>
      isObject(value)
        ? Object.entries(value).map(([name, inner]) => [`${place}.${name}`, inner] as const)
        : [],
    );
  }
  for (const [header, value] of Object.entries(headers))
    if (isEvent(value)) return { place: `header ${header}`, name: value };
  return undefined;
}

/** The name of the event that a delivery is about. */
export const nameOf = (delivery: Delivery): EventName | undefined => namingIn(delivery)?.name;

/** Whether an id stands anywhere in the body: what holds it is not documented. */
export const speaksOf = ({ body }: Delivery, id: string): boolean => body.includes(id);

/** What a delivery was told of, in words for findings. */
export const titleOf = (delivery: Delivery): string =>
  `delivery ${delivery.number} (${nameOf(delivery) ?? "of no known event"})`;

/** The seconds between two deliveries. */
export const secondsBetween = (earlier: Delivery, later: Delivery): number =>
  (Date.parse(later.receivedAt) - Date.parse(earlier.receivedAt)) / 1000;

/**
 * The attempts to tell one thing, in order: those that name the event of the first one and what it is about. Whether a
 * retry has the same bytes is not documented.
 */
export function attemptsAt(deliveries: readonly Delivery[], id: string): readonly Delivery[] {
  const about = deliveries.filter((each) => speaksOf(each, id));
  const [first] = about;
  return first === undefined ? [] : about.filter((each) => nameOf(each) === nameOf(first));
}
