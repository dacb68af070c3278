import type { Alarm } from "./peer.ts";

/** One run of one tool against one server. */
export interface Result {
  readonly peer: string;
  readonly subject: string;
  readonly kind: "clean" | "legal" | "derived" | "behaviour";
  readonly seed: number;
  readonly requests: number;
  /** From the start of the tool to its report. */
  readonly seconds: number;
  /** Each once, in lasting words. */
  readonly alarms: readonly Alarm[];
  /** Why there is no report. */
  readonly error?: string;
}

/** Two alarms with the same key say the same. */
export const keyOf = ({ operations, text }: Alarm): string => `${operations.join(" ")}: ${text}`;
