const MILLISECONDS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * The moment that a seed-data file means: a timestamp, or a time from the server's start on. Left
 * out, it is the start.
 *
 * @example
 * momentOf("-2h", new Date("2024-03-15T08:30:00Z")) // 2024-03-15T06:30:00Z
 */
export function momentOf(text: string | undefined, start: Date): Date {
  if (text === undefined) return start;
  const [, number, unit] = /^([-+]?\d+)([smhd])$/.exec(text) ?? [];
  if (number === undefined || unit === undefined) return new Date(text);
  // as: the expression above lets these four through.
  return new Date(
    start.getTime() + Number(number) * MILLISECONDS[unit as keyof typeof MILLISECONDS],
  );
}
