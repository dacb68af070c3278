/** What `npm run bench` measures, in this order: a file of `parts/` each. */
export const parts: readonly string[] = [
  "throughput",
  "cold-start",
  "growth",
  "sessions",
  "contention",
];
