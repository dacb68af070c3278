import { missingFixture } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { isLoopback, listenAddress } from "../receiver/address.ts";
import type { Mailbox, Receiver } from "../receiver/receiver.ts";

/** Where a tunnel is to lead, unless `receiver_listen` says so. */
const tunnelled = "127.0.0.1:4030";

/** From here on five retries can be seen, in seconds: they take 43 minutes. */
const stubbornFrom = 2700;
/** From here on a time-out can be seen, in seconds. */
const holdingFrom = 30;

/** The mailboxes of a run; each webhook has one of its own. */
export interface Mailboxes {
  readonly receiver: Receiver;
  /** For every event. It answers 204, 202 and 200 in turn. */
  readonly all: Mailbox;
  /** For two events. It refuses everything, and is deleted in the middle of the run. */
  readonly some: Mailbox;
  /** For new conversations. It refuses the first delivery, or all of them where five retries are waited for. */
  readonly failing: Mailbox;
  /** For every event of another workspace. */
  readonly other: Mailbox;
  /** For new conversations. It answers the first delivery too late. */
  readonly late: Mailbox;
  /** The address of a mailbox, as the target is told it. */
  address(mailbox: Mailbox): string;
  /** How long deliveries may be waited for, in milliseconds. */
  readonly patienceMs: number;
  /** Whether that is long enough for a time-out. */
  readonly sees: { readonly timeout: boolean; readonly fiveRetries: boolean };
}

/** A receiver that the target can reach, if there is one. */
export const mailboxes: Probe<Mailboxes> = {
  name: "mailboxes for webhooks",
  run: async (context) => {
    const { receiver, base } = await reachable(context);
    const [seconds = "0"] = await context.optionalFixture("receiver_patience");
    const patience = Number(seconds);
    const sees = { timeout: patience >= holdingFrom, fiveRetries: patience >= stubbornFrom };
    return {
      receiver,
      all: receiver.mailbox((nth) => [204, 202, 200][nth % 3] ?? 200),
      some: receiver.mailbox(() => 500),
      failing: receiver.mailbox((nth) => (nth === 0 || sees.fiveRetries ? 500 : 204)),
      other: receiver.mailbox(() => 200),
      late: receiver.mailbox((nth) => (nth === 0 ? "held" : 200)),
      // With the mark of the run, for who finds the webhook later.
      address: ({ path }) => `${base}/concordat/${context.tag}${path}`,
      patienceMs: Math.max(10, patience) * 1000,
      sees,
    };
  },
};

/** A target on this machine reaches us as it is reached; any other needs to be told how. */
async function reachable(context: ProbeContext) {
  const [url] = await context.optionalFixture("receiver_url");
  const [listen] = await context.optionalFixture("receiver_listen");
  if (url === undefined && !isLoopback(context.url))
    missingFixture(
      "receiver_url",
      `the target cannot reach this machine by itself; give an address that leads to ${listen ?? tunnelled} here, such as a tunnel's`,
    );
  const text = listen ?? (url === undefined ? "127.0.0.1:0" : tunnelled);
  const receiver = await context
    .listen(listenAddress(text) ?? { host: "127.0.0.1", port: 0 })
    .catch((error: Error) =>
      missingFixture("receiver_listen", `nothing can listen at ${text}: ${error.message}`),
    );
  return { receiver, base: url?.replace(/\/+$/, "") ?? receiver.origin };
}

/** The address of a mailbox; undefined when no receiver can be reached. */
export async function addressOf(
  context: ProbeContext,
  name: "all" | "some" | "failing",
): Promise<string | undefined> {
  try {
    const boxes = await context.use(mailboxes);
    return boxes.address(boxes[name]);
  } catch {
    return undefined;
  }
}
