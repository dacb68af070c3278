import { type Check, check, checkAll } from "../check.ts";
import {
  answered,
  at,
  control,
  describe,
  isSuccess,
  refusedWith,
  show,
  textAt,
} from "../evidence.ts";
import type { Call, Exchange, Finding } from "../model.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import type { ControlProbe } from "../suite.ts";
import { notNow } from "../timestamps.ts";
import { allEvents } from "./delivery.ts";
import { addressOf } from "./mailboxes.ts";
import { same } from "./step.ts";

/** Subscribes an address to events; unless given, it is one of its own, at which nobody listens. */
export function subscribe(
  { send, clock, tag }: ProbeContext,
  events: readonly string[],
  purpose: string,
  url = `https://example.com/concordat/${tag}/${clock.now().getTime()}-${events.length}`,
  more: Pick<Call, "authorization"> = {},
): Promise<Exchange> {
  return send({ operationId: "createWebhook", body: { url, events }, purpose, ...more });
}

/** Deletes a webhook. */
export const unsubscribe = (
  { send }: Pick<ProbeContext, "send">,
  id: string,
  purpose: string,
  more: Pick<Call, "authorization"> = {},
): Promise<Exchange> => send({ operationId: "deleteWebhook", path: { id }, purpose, ...more });

/**
 * A webhook that the run makes for itself, for every event there is. It leads to our receiver if the target can reach it
 * and takes its address; one without HTTPS may be refused.
 */
export const ownWebhook: ControlProbe = {
  name: "a webhook of our own",
  run: async (context) => {
    const purpose = "a webhook for every event";
    const url = await addressOf(context, "all");
    if (url !== undefined) {
      const heard = await subscribe(context, allEvents, purpose, url);
      if (![400, 422].includes(heard.response?.status ?? 0)) return { control: heard };
    }
    return { control: await subscribe(context, allEvents, purpose) };
  },
};

/** The address of another mailbox, where the target took that of the first one. */
export async function audible(
  context: ProbeContext,
  name: "some" | "failing",
): Promise<string | undefined> {
  const { control: first } = await context.use(ownWebhook);
  const url = await addressOf(context, "all");
  return at(first.call.body, "url") === url ? addressOf(context, name) : undefined;
}

/** What the webhook for two events is told of. */
export const twoEvents = ["conversation.created", "message.created"] as const;

/** Another webhook, for two events. */
export const otherWebhook: Probe<{ readonly made: Exchange }> = {
  name: "a webhook for two events",
  run: async (context) => {
    const url = await audible(context, "some");
    return { made: await subscribe(context, twoEvents, "a webhook for two events", url) };
  },
};

/** A webhook that names an event twice. */
export const repeatedEvent: Probe<{ readonly made: Exchange }> = {
  name: "a webhook that names an event twice",
  run: async (context) => {
    const url = await audible(context, "failing");
    const events = ["conversation.created", "conversation.created"];
    return { made: await subscribe(context, events, "an event named twice", url) };
  },
};

interface Deletion {
  readonly made: Exchange;
  readonly control: Exchange;
}

/** The webhook for two events, deleted. */
export const deletedWebhook: Probe<Deletion> = {
  name: "a webhook, deleted",
  run: async (context) => {
    const { made } = await context.use(otherWebhook);
    const id = textAt(made, "data", "id");
    return { made, control: await unsubscribe(context, id, "a webhook, deleted") };
  },
};

interface Repeated {
  readonly deleted: Exchange;
  /** An id that belongs to nothing, to compare with. */
  readonly unknown: Exchange;
  readonly again: Exchange;
}

/** The deleted webhook deleted again, and one that never was. */
export const deletedAgain: Probe<Repeated> = {
  name: "a webhook, deleted twice",
  run: async (context) => {
    const { control: deleted } = await context.use(deletedWebhook);
    return {
      deleted,
      unknown: await unsubscribe(context, "wh_00CONCORDAT000", "a webhook that never was"),
      again: await unsubscribe(context, deleted.call.path?.id ?? "", "a webhook, deleted again"),
    };
  },
};

/** Another workspace's key at our webhook. */
const stranger: Probe<{ readonly unknown: Exchange; readonly attempt: Exchange }> = {
  name: "another workspace's key at our webhook",
  run: async (context) => {
    await context.fixture("other_workspace_key");
    const id = textAt((await context.use(ownWebhook)).control, "data", "id");
    const { unknown } = await context.use(deletedAgain);
    return {
      unknown,
      attempt: await unsubscribe(context, id, "a webhook, deleted with another workspace's key", {
        authorization: "Bearer {other_workspace_key}",
      }),
    };
  },
};

const both: Probe<readonly Exchange[]> = {
  name: "two webhooks",
  run: async ({ use }) => [(await use(ownWebhook)).control, (await use(otherWebhook)).made],
};

const secretOf = (made: Exchange): string => textAt(made, "data", "secret");

/** The answer to a new webhook shows what was asked for. */
function echoes(made: Exchange): readonly Finding[] {
  const { json } = control(made);
  return (["url", "events"] as const).flatMap((member): Finding[] => {
    const asked = at(made.call.body, member);
    const actual = at(json, "data", member);
    if (same(asked, actual)) return [];
    return [
      {
        message: `${describe(made)} answers with another ${member} than was asked for`,
        expected: show(asked),
        actual: show(actual),
        exchange: made,
      },
    ];
  });
}

/** What the documentation promises of webhooks, short of what they deliver. */
export const webhookChecks: readonly Check[] = [
  check("sahut/webhooks/every-event-can-be-subscribed-to", ownWebhook, ({ control: made }) =>
    isSuccess(answered(made)) ? [] : refusedWith(made, [200, 201]),
  ),
  check("sahut/webhooks/answer-shows-the-webhook", both, (made) => made.flatMap(echoes)),
  check("sahut/webhooks/creation-is-now", ownWebhook, ({ control: made }) =>
    notNow(made, at(control(made).json, "data", "created_at"), "created_at"),
  ),
  check("sahut/webhooks/secret-is-given", both, (made) =>
    made
      .filter((each) => secretOf(each) === "")
      .map((exchange) => ({
        message: `${describe(exchange)} gives no secret`,
        expected: "a secret to sign with",
        actual: show(""),
        exchange,
      })),
  ),
  check("sahut/webhooks/secrets-differ", both, ([one, other]) => {
    if (one === undefined || other === undefined || secretOf(one) !== secretOf(other)) return [];
    return [
      {
        message: "Two webhooks have the same secret",
        expected: "a secret for each",
        actual: "one for both",
        exchange: other,
      },
    ];
  }),
  checkAll(
    "sahut/webhooks/secret-is-shown-once",
    [deletedWebhook, deletedAgain],
    (exchanges, recording) => {
      const secret = secretOf(recording.evidence(deletedWebhook).made);
      return exchanges
        .filter(({ call }) => call.operationId !== "createWebhook")
        .filter(({ response }) => secret !== "" && response?.body.includes(secret))
        .map((exchange) => ({
          message: `${describe(exchange)} shows the secret of a webhook again`,
          expected: "no secret",
          actual: "the secret",
          exchange,
        }));
    },
  ),
  check("sahut/webhooks/deleted-webhook-is-gone", deletedAgain, ({ deleted, unknown, again }) => {
    control(deleted);
    const [ofNone, ofGone] = [answered(unknown).status, answered(again).status];
    // Where an id that belongs to nothing is accepted, too, nothing can be seen.
    if (isSuccess(answered(unknown)) || !isSuccess(answered(again))) return [];
    return [
      {
        message: "A webhook that was deleted can be deleted again, and one that never was cannot",
        expected: `${ofNone}, as for a webhook that never was`,
        actual: String(ofGone),
        exchange: again,
      },
    ];
  }),
  check("sahut/webhooks/workspaces-are-apart", stranger, ({ unknown, attempt }) =>
    isSuccess(answered(unknown)) ? [] : refusedWith(attempt, [401, 403, 404]),
  ),
];
