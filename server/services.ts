import type { Clock } from "./clock.ts";
import type { Log } from "./log/log.ts";
import type { Outbound } from "./outbound/outbound.ts";
import type { Store } from "./store/store.ts";

/** What handlers work with. Everything that varies from run to run comes in here. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  /** A new unique id: a ULID, 26 characters, later ones sort after earlier ones. */
  readonly newId: () => string;
  /** The way to other machines. */
  readonly outbound: Outbound;
  /** Whether that way leads to plain HTTP and to private addresses, too. Default false. */
  readonly allowPrivate?: boolean;
  /** Whether flows may use it. */
  readonly allowOutbound: boolean;
  /** Says that something may be due now, or has been put down for later: see `agenda`. */
  readonly wake: () => void;
  /** Words for whoever runs the server; stderr by default. */
  readonly log: Log;
}
