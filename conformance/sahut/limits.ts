import { type Check, check } from "../check.ts";
import { answered, describe, isSuccess } from "../evidence.ts";
import type { Exchange } from "../model.ts";
import { untestable } from "../obstacles.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { defaultList } from "./inbox.ts";

interface Burst {
  /** Requests that the key's plan allows in a minute. */
  readonly plan: number;
  /** What was sent with the limited key, up to the first 429. */
  readonly sent: readonly Exchange[];
  /** How often the main key was used in the minute before, while the limited one rested. 0 where it need not rest. */
  readonly before: number;
  /** The main key, while the limited one is refused; not sent again after a 429, which would wait for both. */
  readonly other: Exchange;
}

const minuteMs = 60_000;

/** Requests with the limited key until one is refused, or until two full minutes' worth went through. */
async function untilRefused(context: ProbeContext, plan: number): Promise<readonly Exchange[]> {
  const sent: Exchange[] = [];
  const start = context.clock.now().getTime();
  // A window that turns over in the middle lets twice the plan through, and never more; what takes longer meets no limit.
  while (sent.length <= 2 * plan && context.clock.now().getTime() - start < minuteMs) {
    const exchange = await context.send({
      operationId: "listConversations",
      purpose: `request ${sent.length + 1} with a limited key`,
      query: { per_page: "1" },
      authorization: "Bearer {limited_key}",
      provokesLimit: true,
    });
    sent.push(exchange);
    if (exchange.response === undefined || !isSuccess(exchange.response)) break;
  }
  return sent;
}

/** The limited key, driven over its limit; once more after a minute's rest if it was not fresh. */
export const burst: Probe<Burst> = {
  name: "a limited key over its limit",
  run: async (context) => {
    await context.use(defaultList);
    await context.fixture("limited_key");
    const plan = Number((await context.fixture("limited_key.requests_per_minute"))[0]);
    const main = (): Promise<Exchange> =>
      context.send({
        operationId: "listConversations",
        purpose: "the main key, meanwhile",
        provokesLimit: true,
      });
    let sent = await untilRefused(context, plan);
    let before = 0;
    if (sent.length <= plan && sent.at(-1)?.response?.status === 429) {
      await context.clock.sleep(61_000);
      // Two, so that a key that misses them is told from one that is refused one request too early.
      while (before < 2) {
        await main();
        before += 1;
      }
      sent = await untilRefused(context, plan);
    }
    const other = await main();
    if (other.response?.status !== 429) return { plan, sent, before, other };
    // The run itself may have used the main key up. After a minute's rest only the other key's limit can stop it.
    await context.clock.sleep(61_000);
    await untilRefused(context, plan);
    return { plan, sent, before, other: await main() };
  },
};

/** The request that was refused for being one too many. */
export function refusal({ sent, plan }: Burst): Exchange {
  const last = sent.at(-1);
  return last !== undefined && answered(last).status === 429
    ? last
    : untestable(`none of ${sent.length} requests was refused (the plan allows ${plan} a minute)`);
}

/** What the documentation promises of rate limits. */
export const limitChecks: readonly Check[] = [
  check("sahut/rate-limit/plan-is-enforced", burst, ({ plan, sent }) => {
    const last = sent.at(-1);
    if (last === undefined || answered(last).status === 429) return [];
    if (isSuccess(answered(last)) && sent.length <= 2 * plan)
      untestable(`${sent.length} requests in a minute are too few to meet a limit of ${plan}`);
    const allowed = sent.filter((exchange) => isSuccess(answered(exchange))).length;
    return [
      {
        message: "A key is let through beyond its plan",
        expected: `429 after ${plan} requests a minute`,
        actual: `${allowed} requests succeeded, the last answer is ${answered(last).status}`,
        exchange: last,
      },
    ];
  }),
  check("sahut/rate-limit/plan-is-granted", burst, (evidence) => {
    const allowed = evidence.sent.length - 1;
    const exchange = refusal(evidence);
    if (allowed >= evidence.plan) return [];
    return [
      {
        message: "A rested key is refused before its plan is used up",
        expected: `${evidence.plan} requests in a minute`,
        actual: `429 after ${allowed}`,
        exchange,
      },
    ];
  }),
  check("sahut/rate-limit/retry-after-says-how-long", burst, (evidence) => {
    const exchange = refusal(evidence);
    const value = answered(exchange).headers["retry-after"];
    // A minute is the whole window, so no longer wait can be true.
    if (value !== undefined && /^\d+(\.\d+)?$/.test(value) && Number(value) <= 60) return [];
    return [
      {
        message: `${describe(exchange)} is refused without a usable Retry-After`,
        expected: "Retry-After: seconds, at most 60",
        actual: value === undefined ? "no Retry-After" : `Retry-After: ${value}`,
        exchange,
      },
    ];
  }),
  check("sahut/rate-limit/keys-are-counted-apart", burst, (evidence) => {
    const exchange = refusal(evidence);
    const missing = evidence.plan - (evidence.sent.length - 1);
    if (evidence.before > 0 && missing === evidence.before) {
      return [
        {
          message: "The requests of one key are counted for another",
          expected: `${evidence.plan} requests in a minute, whatever the main key did`,
          actual: `429 after ${evidence.plan - missing}, and ${missing} with the main key before`,
          exchange,
        },
      ];
    }
    if (isSuccess(answered(evidence.other))) return [];
    return [
      {
        message: "One key over its limit stops another",
        expected: "a 2xx for the main key",
        actual: String(answered(evidence.other).status),
        exchange: evidence.other,
      },
    ];
  }),
];
