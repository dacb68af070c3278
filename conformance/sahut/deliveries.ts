import { type Check, check } from "../check.ts";
import { type Contract, locate } from "../contract/contract.ts";
import { below } from "../contract/json.ts";
import { at, control, describe, isSuccess, show } from "../evidence.ts";
import type { Delivery, Finding } from "../model.ts";
import { missingFixture, untestable } from "../obstacles.ts";
import { type Deed, type Delivered, delivered } from "./delivered.ts";
import { type EventName, nameOf, namingIn, speaksOf, titleOf } from "./delivery.ts";
import { secretOf } from "./listening.ts";
import { header, signingOf, whatSigned } from "./signature.ts";
import { twoEvents } from "./webhooks.ts";

/** Of many deliveries that break a promise in the same way, the first few tell enough. */
const few = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, 3);

/** Everything that came to the webhooks of our workspace. */
const everything = ({ ears }: Delivered): readonly Delivery[] =>
  [ears.all, ears.some, ears.failing].flatMap(({ mailbox }) => mailbox.deliveries);

/** The deliveries to the webhook for every event, which name their events and what these are about. */
function legible({ all, deeds }: Delivered): readonly Delivery[] {
  if (!all.deliveries.some((each) => nameOf(each) !== undefined))
    untestable("no delivery names its event, as far as can be seen");
  if (!all.deliveries.some((each) => deeds.some(({ id }) => speaksOf(each, id))))
    untestable("no delivery says what its event is about, as far as can be seen");
  return all.deliveries;
}

const tellsOf = (delivery: Delivery, { event, id }: Pick<Deed, "event" | "id">): boolean =>
  nameOf(delivery) === event && speaksOf(delivery, id);

/** What was done later has been told, so that what is missing is not merely late. */
function laterIsTold(evidence: Delivered, { exchange }: Pick<Deed, "exchange">): void {
  const { all, deeds, last } = evidence;
  const later = [...deeds, ...(last === undefined ? [] : [last])].filter(
    (deed) => deed.exchange.number > exchange.number,
  );
  if (later.some((deed) => all.deliveries.some((each) => speaksOf(each, deed.id)))) return;
  const moment = Date.parse(exchange.startedAt);
  const isLater = ({ receivedAt }: Delivery): boolean => Date.parse(receivedAt) >= moment;
  if (later.length === 0 && all.deliveries.some(isLater)) return;
  untestable(`nothing that was done after ${describe(exchange)} was delivered either`);
}

/** Each deed of a kind is told of. */
const fires = (id: string, event: EventName): Check =>
  check(id, delivered, (evidence) => {
    const deliveries = legible(evidence);
    const deeds = evidence.deeds.filter((deed) => deed.event === event);
    if (deeds.length === 0) untestable("nothing that it tells of was done");
    return deeds.flatMap((deed): Finding[] => {
      control(deed.exchange);
      if (deliveries.some((each) => tellsOf(each, deed))) return [];
      laterIsTold(evidence, deed);
      return [missing(event, deed, deliveries)];
    });
  });

function missing(event: EventName, deed: Deed, deliveries: readonly Delivery[]): Finding {
  const about = deliveries.filter((each) => speaksOf(each, deed.id));
  const [instead] = about;
  return {
    message: `${describe(deed.exchange)} was told to nobody as ${event}`,
    expected: `a delivery of ${event} with ${deed.id} in it`,
    actual:
      about.length === 0
        ? `${deliveries.length} deliveries, none of them with ${deed.id}`
        : `of ${deed.id} only ${few([...new Set(about.map((each) => nameOf(each) ?? "no known event"))]).join(", ")}`,
    exchange: deed.exchange,
    ...(instead && { delivery: instead }),
  };
}

const isUpdate = (delivery: Delivery, id: string): boolean =>
  tellsOf(delivery, { event: "conversation.updated", id });

/** Each change of status, labels and agent is told of before the next one is made. */
const tellsOfChanges = check("sahut/deliveries/conversation-updated", delivered, (evidence) => {
  legible(evidence);
  return evidence.changes.flatMap(({ member, exchange, deliveries }): Finding[] => {
    control(exchange);
    const id = exchange.call.path?.id ?? "";
    if (deliveries.some((each) => isUpdate(each, id))) return [];
    laterIsTold(evidence, { exchange });
    return [
      {
        message: `A change of a conversation's ${member} was told to nobody`,
        expected: `a delivery of conversation.updated with ${id} in it`,
        actual:
          deliveries.length === 0
            ? "no delivery before the next change"
            : `only ${few(deliveries).map(titleOf).join(", ")}`,
        exchange,
      },
    ];
  });
});

/** Our first conversation is resolved in the course of the run. */
const tellsOfResolving = check(
  "sahut/deliveries/conversation-resolved",
  delivered,
  (evidence, { exchanges }) => {
    const own = evidence.changes[0]?.exchange.call.path?.id ?? "";
    const exchange = exchanges.find(
      ({ call, response }) =>
        call.operationId === "updateConversation" &&
        call.path?.id === own &&
        at(call.body, "status") === "resolved" &&
        response !== undefined &&
        isSuccess(response),
    );
    if (exchange === undefined) untestable("our conversation was not resolved");
    const deed = { event: "conversation.resolved", exchange, id: own } as const;
    const deliveries = legible(evidence);
    if (deliveries.some((each) => tellsOf(each, deed))) return [];
    laterIsTold(evidence, deed);
    return [missing(deed.event, deed, deliveries)];
  },
);

/** The webhooks for some events hear of no other, though there were others. */
const onlyWhatWasAsked = check(
  "sahut/deliveries/only-what-was-subscribed-to",
  delivered,
  (evidence) => {
    const { ears, changes } = evidence;
    const others = legible(evidence).filter((each) => nameOf(each) === "conversation.updated");
    if (changes.length === 0 || others.length === 0)
      untestable("nothing was told that the webhook for two events should not hear");
    const wanted: readonly (readonly [typeof ears.some, readonly string[]])[] = [
      [ears.some, twoEvents],
      [ears.failing, ["conversation.created"]],
    ];
    return wanted.flatMap(([{ mailbox, made }, events]) => {
      control(made);
      const strange = mailbox.deliveries.filter((each) => {
        const name = nameOf(each);
        return name !== undefined && !events.includes(name);
      });
      return few(strange).map((delivery) => ({
        message: `A webhook for ${events.join(" and ")} was told of ${nameOf(delivery)}`,
        expected: `nothing but ${events.join(" and ")}`,
        actual: titleOf(delivery),
        delivery,
      }));
    });
  },
);

/** The webhook of another workspace hears nothing of what our key did. */
const apart = check("sahut/deliveries/workspaces-are-apart", delivered, (evidence) => {
  const { other } = evidence.ears;
  if (other === undefined) missingFixture("other_workspace_key");
  control(other.made);
  legible(evidence);
  const strays = other.mailbox.deliveries.filter((each) =>
    evidence.deeds.some(({ id }) => speaksOf(each, id)),
  );
  return few(strays).map((delivery) => ({
    message: "A webhook of another workspace was told of what happened in ours",
    expected: "nothing of our conversations, messages and contacts",
    actual: titleOf(delivery),
    delivery,
  }));
});

/** Where the contract describes what is delivered of an event. */
function schemaOf({ document }: Contract, event: EventName): string {
  const body = locate(document, below("", "webhooks", event, "post", "requestBody"));
  return locate(document, below(body.pointer, "content", "application/json", "schema")).pointer;
}

/** By POST, as JSON, as the contract has it. */
const areJson = check("sahut/deliveries/are-posted-as-json", delivered, (evidence, recording) =>
  few(
    everything(evidence).flatMap((delivery): Finding[] => {
      const { method, json } = delivery;
      const wrong = (expected: string, actual: string): Finding[] => [
        {
          message: `${titleOf(delivery)} is not a JSON object, posted`,
          expected,
          actual,
          delivery,
        },
      ];
      if (method !== "POST") return wrong("POST", method);
      if (json === undefined) return wrong("a body that is JSON", show(delivery.body));
      const schema = schemaOf(recording.contract, nameOf(delivery) ?? "message.created");
      const [problem] = recording.validator.problems(schema, json, "binding");
      return problem === undefined
        ? []
        : wrong(`${problem.pointer || "the body"}: ${problem.expected}`, show(problem.actual));
    }),
  ),
);

/** All name their event in the same place, and no kind of event lacks what every other one has. */
const shareEnvelope = check("sahut/deliveries/share-one-envelope", delivered, (evidence) => {
  const deliveries = legible(evidence);
  const [usual] = commonest(deliveries.flatMap((each) => namingIn(each)?.place ?? []));
  const elsewhere = deliveries.filter((each) => namingIn(each)?.place !== usual);
  const kinds = Map.groupBy(deliveries, (each) => nameOf(each) ?? "");
  const lacking = [...kinds].flatMap(([kind, own]) =>
    membersOfAll([...kinds].flatMap(([name, each]) => (name === kind ? [] : each)))
      .filter((member) => kinds.size > 3 && own.every(({ json }) => !(member in Object(json))))
      .map((member) => [own[0], kind, member] as const),
  );
  return [
    ...few(elsewhere).map((delivery) => ({
      message: `${titleOf(delivery)} names its event elsewhere than the others`,
      expected: `the event's name at ${usual}`,
      actual:
        namingIn(delivery)?.place ??
        `none; its members are ${show(Object.keys(Object(delivery.json)))}`,
      delivery,
    })),
    ...lacking.map(([delivery, kind, member]) => ({
      message: `What is delivered of ${kind} lacks a member that every other event has`,
      expected: `the member ${member}`,
      actual: show(Object.keys(Object(delivery?.json))),
      ...(delivery && { delivery }),
    })),
  ];
});

const membersOfAll = (deliveries: readonly Delivery[]): readonly string[] =>
  Object.keys(Object(deliveries[0]?.json)).filter((name) =>
    deliveries.every(({ json }) => name in Object(json)),
  );

const commonest = (texts: readonly string[]): readonly string[] =>
  [...Map.groupBy(texts, (text) => text)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([text]) => text);

/** Each is signed with the secret of its own webhook. */
const areSigned = check("sahut/deliveries/are-signed", delivered, ({ ears }) => {
  const own = [ears.all, ears.some, ears.failing];
  return own.flatMap((ear) => {
    const secret = secretOf(ear);
    const others = own.filter((each) => each !== ear).map(secretOf);
    const wrong = ear.mailbox.deliveries.filter((each) => signingOf(each, secret) === undefined);
    return few(wrong).map((delivery) => ({
      message: `${titleOf(delivery)} does not carry the signature that its receiver computes`,
      expected: `${header}: the HMAC-SHA256 of the raw body under the webhook's secret`,
      actual: whatSigned(delivery, secret, others),
      delivery,
    }));
  });
});

/** What the documentation promises of deliveries, but for what happens when one fails. */
export const deliveryChecks: readonly Check[] = [
  areJson,
  fires("sahut/deliveries/conversation-created", "conversation.created"),
  tellsOfChanges,
  tellsOfResolving,
  fires("sahut/deliveries/message-created", "message.created"),
  fires("sahut/deliveries/contact-created", "contact.created"),
  fires("sahut/deliveries/contact-updated", "contact.updated"),
  onlyWhatWasAsked,
  apart,
  areSigned,
  shareEnvelope,
];
