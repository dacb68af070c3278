import { type Check, check, checkAll } from "../check.ts";
import { at, control } from "../evidence.ts";
import { notNow, notUtc } from "../timestamps.ts";
import { ownMessage, ownSession } from "./chat.ts";

/** What the documentation promises of timestamps. */
export const timeChecks: readonly Check[] = [
  checkAll("sarufi/timestamps/are-utc", [ownSession], (exchanges) => notUtc(exchanges)),
  check("sarufi/timestamps/session-starts-now", ownSession, ({ control: session }) =>
    notNow(session, at(control(session).json, "created_at"), "created_at"),
  ),
  check("sarufi/timestamps/reply-is-now", ownMessage, ({ control: reply }) =>
    notNow(reply, at(control(reply).json, "timestamp"), "timestamp"),
  ),
];
