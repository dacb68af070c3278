import type { Confirmation, Exchange, Finding } from "./model.ts";

/** What a requirement's probes sent, the first time and when they were repeated. */
export interface Exchanged {
  readonly before: readonly Exchange[];
  readonly after: readonly Exchange[];
}

/** What came of repeating: findings, silence instead of an answer, or no judgement for a reason. */
export type Later = readonly Finding[] | "unanswered" | { readonly why: string };

const gateway = [502, 503, 504];

/** What a repetition says of findings. */
export function labelOf(
  findings: readonly Finding[],
  later: Later,
  { before, after }: Exchanged,
): Confirmation {
  const effort = `(${after.length} ${after.length === 1 ? "request" : "requests"})`;
  const environment: Confirmation = {
    label: "environment",
    reason: "a gateway's error or a silence came between, the first time or when repeated",
  };
  if (later === "unanswered") return environment;
  if ("why" in later) return unconfirmed(later.why);
  if (later.length > 0) {
    if (isFromOutside(findings) || isFromOutside(later)) return environment;
    return { label: "deterministic", reason: `it failed again when it was repeated ${effort}` };
  }
  if ([...before, ...after].some(isHindered)) return environment;
  return { label: "intermittent", reason: `it held when it was repeated ${effort}` };
}

/** A requirement that was not repeated, or not as it was. */
export const unconfirmed = (why: string): Confirmation => ({
  label: "unconfirmed",
  reason: `it was not repeated: ${why}`,
});

/** Whether all that findings show is a gateway's error or a silence. */
const isFromOutside = (findings: readonly Finding[]): boolean =>
  findings.every(({ exchange }) => exchange !== undefined && isHindered(exchange));

const isHindered = ({ response, failure }: Exchange): boolean =>
  failure !== undefined || gateway.includes(response?.status ?? 0);
