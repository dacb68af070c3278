/** A letter that nobody has given a meaning (private use), so that it is rare. */
const MARK = "\uE000";

/**
 * PostgreSQL's TEXT has no U+0000, while JSON and SQLite have. It is written as U+E000 and 0, and
 * U+E000 itself twice, so that every text comes back as it went in.
 */
export function escapeNul(text: string): string {
  return text.replaceAll(MARK, `${MARK}${MARK}`).replaceAll("\0", `${MARK}0`);
}

export function unescapeNul(text: string): string {
  return text.replaceAll(/\uE000([\uE0000])/g, (_, second) => (second === "0" ? "\0" : MARK));
}
