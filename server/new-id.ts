import { getRandomValues } from "node:crypto";
import { monotonicFactory } from "ulid";
import type { Clock } from "./clock.ts";

/** Random numbers fetched at a time: each ULID takes 16, and fetching is what costs. */
const TOGETHER = 1024;

/** Makes ULIDs: 26 characters, later ones sort after earlier ones. */
export function idMaker(clock: Clock): () => string {
  const ulid = monotonicFactory(numbers());
  return () => ulid(clock().getTime());
}

/** From 0 up to 1, as unguessable as the system's randomness. */
function numbers(): () => number {
  const pool = new Uint32Array(TOGETHER);
  let used = TOGETHER;
  return () => {
    if (used === TOGETHER) {
      getRandomValues(pool);
      used = 0;
    }
    const number = pool[used] ?? 0;
    used += 1;
    return number / 2 ** 32;
  };
}
