import { Problem } from "../contract/problem.ts";
import type { Sql } from "../store/store.ts";
import { type Key, keyFinder } from "./keys.ts";

/**
 * Gives the key that an Authorization header carries. Throws an `unauthorized` Problem for a missing
 * header, another scheme, or a key that this API does not know.
 */
export function authenticator(sql: Sql, api: string): (header?: string) => Promise<Key> {
  const find = keyFinder(sql, api);
  return async (header = "") => {
    // Silent: the case of the scheme word. HTTP says that it does not matter (RFC 9110, 11.1).
    const secret = /^bearer +([^\s]+) *$/i.exec(header)?.[1];
    const key = secret === undefined ? undefined : await find(secret);
    if (key === undefined) {
      throw new Problem("unauthorized", "Unknown or missing key", { "WWW-Authenticate": "Bearer" });
    }
    return key;
  };
}
