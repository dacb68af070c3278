/**
 * The environment variable that holds something of an API, as the curl lines name it.
 * @example environmentName("sahut", "key"); // "SAHUT_KEY"
 */
export function environmentName(api: string, what: string): string {
  return `${api}_${what}`
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^(?=\d)/, "_");
}

/**
 * Finds the variables of an API in a text: `$SAHUT_URL`, `$SAHUT_KEY`, `$SAHUT_READ_ONLY_KEY`. A name ends with its
 * first `KEY`, since a key may be sent with something after it. The one group holds the whole of it, for `split`.
 */
export function environmentPattern(api: string): RegExp {
  return new RegExp(`(\\$${environmentName(api, "")}(?:[A-Z0-9_]*?KEY|[A-Z0-9_]+))`, "g");
}
