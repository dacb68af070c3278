/** Silent points that no legal variant answers otherwise than the reference server, each with the reason. */
export const unvaried: ReadonlyMap<string, string> = new Map([
  [
    "sarufi/silent/end-time-is-included",
    "A server that leaves the very second of `end_time` out, and is right in all else, is not written yet.",
  ],
]);
