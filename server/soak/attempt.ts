import type { Ledger } from "./ledger.ts";

/** What came of a write: kept, refused for now by a rate limit or by a failure, or nobody knows. */
export type Outcome = "acknowledged" | "refused" | "unanswered";

/** One thing to write, or two at once. */
export type Step = () => Promise<readonly Outcome[]>;

interface AnyAnswer {
  readonly status: number | string;
  readonly data: unknown;
  readonly error: unknown;
}

export interface Hearing<Answer> {
  /** Takes what was answered with success. */
  readonly kept: (answer: Answer) => void;
  /** Hears that nobody knows whether it happened. Default: nothing has to be known of it. */
  readonly lost?: () => void;
}

/** Calls once, and notes in the ledger what no client should be answered. */
export async function attempt<Answer extends AnyAnswer>(
  ledger: Ledger,
  call: () => Promise<Answer>,
  { kept, lost = () => undefined }: Hearing<Answer>,
): Promise<Outcome> {
  const answer = await call().catch(() => undefined);
  if (answer === undefined) {
    lost();
    return "unanswered";
  }
  if (answer.status === 200 || answer.status === 201) {
    kept(answer);
    return "acknowledged";
  }
  // Rate limits are not what this is about; anything else should not have been answered.
  if (answer.status !== 429) {
    ledger.failures.push(`${answer.status} ${JSON.stringify(answer.error)}`);
    lost();
  }
  return "refused";
}
