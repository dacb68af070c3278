import { answered, describe, isSuccess, show } from "./evidence.ts";
import type { Exchange, Finding } from "./model.ts";
import { untestable } from "./obstacles.ts";

/** A timestamp found in a body, with the place where it stands. */
export interface Stamp {
  readonly pointer: string;
  readonly text: string;
}

const isName = /(_at|^timestamp)$/;
const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]00(:?00)?)$/;

/** The instant in milliseconds, else NaN. JavaScript reads neither a comma nor an offset in hours alone. */
const instantOf = (text: string): number =>
  Date.parse(text.replace(",", ".").replace(/(T.*[+-]\d\d)$/, "$1:00"));

/** Clocks of a gateway and of a server behind it, or ours and the target's, may be this far apart. */
const toleranceMs = 10 * 60 * 1000;

/** Every member of a body that is a timestamp by its name: `…_at` or `timestamp`. */
export function stampsIn(json: unknown, pointer = ""): readonly Stamp[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => {
    const here = `${pointer}/${name}`;
    if (typeof value === "string" && isName.test(name)) return [{ pointer: here, text: value }];
    return stampsIn(value, here);
  });
}

/** Timestamps of successful answers that are not ISO 8601 in UTC; one finding an exchange. */
export function notUtc(exchanges: readonly Exchange[]): readonly Finding[] {
  const seen = exchanges
    .filter(({ response }) => response !== undefined && isSuccess(response))
    .map((exchange) => [exchange, stampsIn(exchange.response?.json)] as const);
  if (!seen.some(([, stamps]) => stamps.length > 0)) untestable("no timestamp was seen");
  return seen.flatMap(([exchange, stamps]) =>
    stamps
      .filter(({ text }) => !utc.test(text) || Number.isNaN(instantOf(text)))
      .slice(0, 1)
      .map(({ pointer, text }) => ({
        message: `${describe(exchange)}: ${pointer} is not a time in UTC`,
        expected: "ISO 8601 with Z, such as 2024-03-15T08:30:00Z",
        actual: show(text),
        exchange,
      })),
  );
}

/** The instant of an answer in milliseconds: its `Date` header, else when it was asked for by our clock. */
export function answeredAt(exchange: Exchange): number {
  const header = Date.parse(answered(exchange).headers.date ?? "");
  return Number.isNaN(header) ? Date.parse(exchange.startedAt) : header;
}

/**
 * A timestamp of something that just happened agrees with the time of the answer.
 * A local time that is labelled as UTC is hours away.
 */
export function notNow(exchange: Exchange, text: unknown, name: string): readonly Finding[] {
  const now = answeredAt(exchange);
  const time = typeof text === "string" ? instantOf(text) : Number.NaN;
  if (Math.abs(time - now) <= toleranceMs) return [];
  return [
    {
      message: `${describe(exchange)}: ${name} is not the time at which it happened`,
      expected: `about ${new Date(now).toISOString()}`,
      actual: show(text),
      exchange,
    },
  ];
}
