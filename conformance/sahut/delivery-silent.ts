import { type Check, observe } from "../check.ts";
import type { Delivery } from "../model.ts";
import { untestable } from "../obstacles.ts";
import { type Deed, type Delivered, delivered } from "./delivered.ts";
import { attemptsAt, nameOf, secondsBetween, speaksOf } from "./delivery.ts";
import { secretOf } from "./listening.ts";
import { signingOf } from "./signature.ts";

const first = ({ all }: Delivered): Delivery =>
  all.deliveries[0] ?? untestable("nothing was delivered");

const membersOf = ({ json }: Delivery): string =>
  Object.keys(Object(json)).toSorted().join(", ") || "no members";

/** What is told to be new within a second of a deed, in the order in which it came. */
function toldOf({ all }: Delivered, { exchange, id }: Deed): string {
  const start = Date.parse(exchange.startedAt);
  const names = all.deliveries
    .filter(({ receivedAt }) => Math.abs(Date.parse(receivedAt) - start) <= 1000)
    .filter((each) => speaksOf(each, id))
    .map(nameOf)
    .filter((name) => name?.endsWith(".created"));
  return names.join(", then ") || "nothing";
}

/** What the documentation leaves open of deliveries: recorded, never judged. */
export const deliverySilentPoints: readonly Check[] = [
  observe("sahut/silent/envelope-of-events", delivered, (evidence) => membersOf(first(evidence))),
  observe("sahut/silent/form-of-signatures", delivered, (evidence) => {
    const signing = signingOf(first(evidence), secretOf(evidence.ears.all));
    if (signing === undefined) return "none that is known";
    const { encoding, prefix, key } = signing;
    return `${encoding}, ${prefix === "" ? "without a prefix" : `behind ${prefix}`}; the key is ${key}`;
  }),
  observe("sahut/silent/headers-of-deliveries", delivered, (evidence) =>
    Object.keys(first(evidence).headers)
      .filter((name) => !/^(host|connection|content-length|transfer-encoding)$/.test(name))
      .toSorted()
      .join(", "),
  ),
  observe("sahut/silent/events-at-once", delivered, (evidence) => {
    const { last } = evidence;
    if (last === undefined) return untestable("no second conversation was started");
    return `a conversation that starts with a message: ${toldOf(evidence, last)}`;
  }),
  observe("sahut/silent/order-of-deliveries", delivered, (evidence) => {
    const places = evidence.deeds.map(({ event, id }) =>
      evidence.all.deliveries.findIndex((each) => nameOf(each) === event && speaksOf(each, id)),
    );
    const seen = places.filter((place) => place >= 0);
    const inOrder = seen.every((place, index) => place > (seen[index - 1] ?? -1));
    return `${inOrder ? "in" : "not in"} the order of the events`;
  }),
  observe("sahut/silent/body-of-retries", delivered, ({ failing, conversation }) => {
    const [one, again] = attemptsAt(failing.deliveries, conversation);
    if (one === undefined || again === undefined) return untestable("no retry was seen");
    return Buffer.compare(one.raw, again.raw) === 0 ? "the same bytes" : "another body";
  }),
  observe("sahut/silent/retries-after-deletion", delivered, (evidence) => {
    const { some, deletion, watchedUntil } = evidence;
    const before = some.deliveries.filter(({ receivedAt }) => receivedAt < deletion.startedAt);
    const [failed] = before;
    if (failed === undefined) return untestable("nothing was refused before the deletion");
    const watched = (Date.parse(watchedUntil) - Date.parse(failed.receivedAt)) / 1000;
    if (watched < 5) return untestable("no retry was due");
    const retries = some.deliveries.filter(
      (each) =>
        each.body === failed.body &&
        each.receivedAt > deletion.startedAt &&
        secondsBetween(failed, each) >= 4,
    );
    return retries.length === 0 ? "they end with it" : `${retries.length} came after the deletion`;
  }),
  observe("sahut/silent/events-of-the-api", delivered, ({ all, deeds }) =>
    deeds.some(({ id }) => all.deliveries.some((each) => speaksOf(each, id)))
      ? "it does"
      : "nothing tells of it",
  ),
];
