import type { Clients } from "./clients.ts";
import type { Desk } from "./desks.ts";
import type { Ledger } from "./ledger.ts";
import type { Random } from "./random.ts";

/** After so many writes a writer turns to another conversation or chat. */
export const LONGEST = 25;

/** Somebody who writes at one desk in one round, and notes what is answered. */
export interface Writer {
  readonly desk: Desk;
  readonly round: number;
  readonly clients: Clients;
  readonly random: Random;
  readonly ledger: Ledger;
  /** Where new webhooks lead; nothing is ever sent there. */
  readonly elsewhere: string;
  /** A text that nobody has written before. */
  readonly unique: () => string;
}
