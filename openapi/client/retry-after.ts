/**
 * How many milliseconds an answer asks to wait: its `Retry-After`, in seconds or as a date
 * (RFC 9110, 10.2.3). Undefined where it asks for nothing, or for nothing that can be read. Between
 * origins, a browser shows the header only if the server exposes it.
 *
 * @param now milliseconds since 1970
 */
export function retryAfter({ headers }: Response, now: number): number | undefined {
  const text = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Only a date has letters; Date.parse reads much else, such as "-1" and "1.5".
  const date = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
