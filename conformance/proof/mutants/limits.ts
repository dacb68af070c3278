import { sahutDemo } from "../../../server/demo/sahut.ts";
import { around, arriving, type Fault, leaving, together } from "../fault/fault.ts";
import { type Mutant, mutantsOf } from "./mutant.ts";

const limited = `Bearer ${sahutDemo.starterKey}`;
const tooMany = {
  status: 429,
  body: { error: { code: "rate_limited", message: "Too many requests", status: 429 } },
  headers: { "retry-after": "60" },
};

/** Another plan for the limited key, by a count of its own, which no minute ends. */
function plan(requests: number): Fault {
  let count = 0;
  return around("everywhere", async ({ authorization }, proceed) => {
    if (authorization !== limited) return proceed();
    count += 1;
    // The business key stands in, since the starter key's own plan would end at 60.
    return count > requests ? tooMany : proceed({ authorization: `Bearer ${sahutDemo.key}` });
  });
}

/** Once the limited key is over its limit, every key is. */
function shared(): Fault {
  let over = false;
  return around("everywhere", async (arrival, proceed) => {
    if (over && arrival.authorization !== limited) return tooMany;
    const answer = await proceed();
    over ||= answer.status === 429;
    return answer;
  });
}

const retryAfter = (value: string | null): Fault =>
  leaving("everywhere", ({ status }) =>
    status === 429 ? { headers: { "retry-after": value } } : {},
  );

export const limitMutants: readonly Mutant[] = mutantsOf("sahut", {
  "no-limit": {
    breaks: "Requests beyond a plan's number in a minute are answered 429.",
    kills: ["sahut/rate-limit/plan-is-enforced"],
    limits: true,
    fault: arriving("everywhere", ({ authorization }) =>
      authorization === limited ? { authorization: `Bearer ${sahutDemo.key}` } : {},
    ),
  },
  "limit-of-the-next-plan": {
    breaks: "A starter key has 60 requests a minute, not 300.",
    kills: ["sahut/rate-limit/plan-is-enforced"],
    limits: true,
    fault: plan(300),
  },
  "limit-one-too-low": {
    breaks: "Requests up to a plan's number in a minute are not refused for their number.",
    kills: ["sahut/rate-limit/plan-is-granted"],
    limits: true,
    fault: together(plan(59)),
  },
  "limit-is-everybodys": {
    breaks: "The limit of one key does not touch another.",
    kills: ["sahut/rate-limit/keys-are-counted-apart"],
    limits: true,
    fault: shared(),
  },
  "over-the-limit-is-unavailable": {
    breaks: "Over the limit is 429, not 503.",
    kills: ["sahut/rate-limit/plan-is-enforced"],
    limits: true,
    fault: leaving("everywhere", ({ status }) => (status === 429 ? { status: 503 } : {})),
  },
  "retry-after-missing": {
    breaks: "A 429 names the seconds to wait in `Retry-After`.",
    kills: ["sahut/rate-limit/retry-after-says-how-long"],
    limits: true,
    fault: retryAfter(null),
  },
  "retry-after-is-a-date": {
    breaks: "`Retry-After` is a number of seconds.",
    kills: ["sahut/rate-limit/retry-after-says-how-long"],
    limits: true,
    fault: retryAfter("Wed, 21 Oct 2026 07:28:00 GMT"),
  },
  "retry-after-in-milliseconds": {
    breaks: "`Retry-After` is in seconds, so never more than the minute.",
    kills: ["sahut/rate-limit/retry-after-says-how-long"],
    limits: true,
    fault: retryAfter("60000"),
  },
  "limit-has-a-code-of-its-own": {
    breaks: "`error.code` of a 429 is `rate_limited`.",
    kills: ["sahut/derived/listConversations/refusal-body"],
    only: "all",
    limits: true,
    fault: leaving("everywhere", ({ status }) =>
      status === 429
        ? { body: { error: { code: "too_many_requests", message: "Wait", status: 429 } } }
        : {},
    ),
  },
});
