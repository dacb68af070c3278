import { type Check, check } from "../check.ts";
import { control, describe, isSuccess } from "../evidence.ts";
import type { Delivery, Finding } from "../model.ts";
import { missingFixture, untestable } from "../obstacles.ts";
import { type Delivered, delivered } from "./delivered.ts";
import { attemptsAt, nameOf, secondsBetween, speaksOf, titleOf } from "./delivery.ts";
import type { Ear } from "./listening.ts";

/** Before each retry, in seconds: Webhooks, Deliveries. */
const delays = [5, 30, 120, 600, 1800] as const;
/** A server that is busy may be late by this, in seconds, and by a tenth of the delay. */
const slack = 15;
/** Nor do clocks agree to the second. */
const early = 1;

/** The attempts to tell a webhook that does not take it of our conversation. */
function attempts(evidence: Delivered, ear: Ear): readonly [Delivery, ...Delivery[]] {
  control(ear.made);
  const { deliveries } = ear.mailbox;
  const [first, ...rest] = attemptsAt(deliveries, evidence.conversation);
  if (first !== undefined) return [first, ...rest];
  return untestable(
    deliveries.length === 0
      ? "the webhook that it needs was told of nothing"
      : "no delivery says what its event is about, as far as can be seen",
  );
}

const isRetried = check("sahut/deliveries/are-retried", delivered, (evidence) => {
  const [first, ...again] = attempts(evidence, evidence.ears.failing);
  const hasCopies = copiesCome(evidence);
  // A copy is no retry, and its answer may have been taken for that of the first.
  const [second] = again.filter((each) => !hasCopies || secondsBetween(first, each) >= 4);
  if (second === undefined && hasCopies) untestable("what succeeds comes in copies, too");
  if (second === undefined) {
    return [
      {
        message: "A delivery that was answered 500 was not tried again",
        expected: "another attempt after 5 s",
        actual: `none until ${evidence.watchedUntil}`,
        delivery: first,
      },
    ];
  }
  return mistimed(first, second, 0);
});

/** Whether what was taken came again all the same, at once: that is not documented. */
const copiesCome = ({ all, deeds }: Delivered): boolean =>
  deeds.some(({ event, id }) => {
    if (!event.endsWith(".created")) return false;
    return (
      attemptsAt(
        all.deliveries.filter((each) => nameOf(each) === event),
        id,
      ).length > 1
    );
  });

/** Whether delays count from the attempt before or from the first one is not documented. */
function mistimed(first: Delivery, again: Delivery, place: number): readonly Finding[] {
  const delay = delays[place] ?? 0;
  const latest = delays.slice(0, place + 1).reduce((sum, each) => sum + each, 0);
  const actual = secondsBetween(first, again);
  if (actual >= delay - early && actual <= latest * 1.1 + slack) return [];
  return [
    {
      message: `Retry ${place + 1} of a delivery that was refused does not come when it should`,
      expected: place === 0 ? "after 5 s" : `${delay} to ${latest} s after the first attempt`,
      actual: `after ${actual.toFixed(1)} s`,
      delivery: again,
    },
  ];
}

const isRetriedFiveTimes = check(
  "sahut/deliveries/are-retried-five-times",
  delivered,
  (evidence) => {
    if (!evidence.sees.fiveRetries)
      missingFixture(
        "receiver_patience",
        "all retries take three quarters of an hour; 2700 seconds show them",
      );
    const [first, ...retries] = attempts(evidence, evidence.ears.failing);
    const last = retries.at(-1);
    return [
      ...(retries.length === delays.length
        ? []
        : [
            {
              message: "A delivery that was always refused is not tried again five times",
              expected: "5 retries, and then no more",
              actual: `${retries.length} until ${evidence.watchedUntil}`,
              delivery: last ?? first,
            },
          ]),
      ...retries.slice(0, delays.length).flatMap((each, place) => mistimed(first, each, place)),
    ];
  },
);

/**
 * What was told is not told again after as long as a retry takes; at once it may be, since duplicates are not documented.
 * Only what happens once to each thing is looked at: any other event may come again.
 */
const anySuccess = check("sahut/deliveries/any-2xx-is-enough", delivered, (evidence) => {
  const { all, deeds, watchedUntil } = evidence;
  const told = deeds
    .filter(({ event }) => event.endsWith(".created"))
    .map(({ event, id }) =>
      attemptsAt(
        all.deliveries.filter((each) => nameOf(each) === event),
        id,
      ),
    );
  const watched = told.filter(
    ([one]) =>
      one?.answered !== 200 &&
      Date.parse(watchedUntil) - Date.parse(one?.receivedAt ?? watchedUntil) >= 5_000,
  );
  if (watched.length === 0) untestable("nothing that can be known again was answered 202 or 204");
  return told.flatMap(([one, ...more]): Finding[] => {
    const again = more.find((each) => one !== undefined && secondsBetween(one, each) >= 4);
    if (one === undefined || again === undefined) return [];
    return [
      {
        message: `${titleOf(one)} was answered ${one.answered}, and came again`,
        expected: "one delivery, since any 2xx is enough",
        actual: `another one ${secondsBetween(one, again).toFixed(1)} s later`,
        delivery: again,
      },
    ];
  });
});

const timesOut = check("sahut/deliveries/time-out-after-10-seconds", delivered, (evidence) => {
  const { ears, heldFor } = evidence;
  if (ears.late === undefined)
    missingFixture("receiver_patience", "time-outs take half a minute; 30 seconds show them");
  const [first, again] = attempts(evidence, ears.late);
  if (heldFor === undefined) untestable("no answer could be held back");
  if (again === undefined) {
    return [
      {
        message: `An answer after ${heldFor.toFixed(1)} s was taken for a success`,
        expected: "another attempt, since 10 s are the limit",
        actual: `none until ${evidence.watchedUntil}`,
        delivery: first,
      },
    ];
  }
  const waited = secondsBetween(first, again);
  if (waited >= 10 - early) return [];
  return [
    {
      message: "A delivery is given up before its receiver has had 10 seconds",
      expected: "no other attempt within 10 s",
      actual: `one after ${waited.toFixed(1)} s`,
      delivery: again,
    },
  ];
});

/** What happened after the deletion is told to the others alone. */
const endWithTheWebhook = check("sahut/deliveries/end-with-the-webhook", delivered, (evidence) => {
  const { ears, all, deletion, afterDeletion } = evidence;
  control(deletion);
  if (afterDeletion === undefined || afterDeletion.exchange.number < deletion.number)
    untestable("no message was sent after the deletion");
  const { exchange, id } = afterDeletion;
  if (exchange.response === undefined || !isSuccess(exchange.response))
    untestable(`${describe(exchange)} failed`);
  if (!all.deliveries.some((each) => speaksOf(each, id)))
    untestable(`the webhook that is still there was not told of ${describe(exchange)} either`);
  return ears.some.mailbox.deliveries
    .filter((each) => speaksOf(each, id))
    .slice(0, 3)
    .map((delivery) => ({
      message: "A webhook that was deleted is told of what happened afterwards",
      expected: "no delivery",
      actual: `${titleOf(delivery)} with ${id} in it`,
      delivery,
    }));
});

/** What the documentation promises of deliveries that fail, and of their end. */
export const deliveryFailureChecks: readonly Check[] = [
  anySuccess,
  isRetried,
  isRetriedFiveTimes,
  timesOut,
  endWithTheWebhook,
];
