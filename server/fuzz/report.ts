import type { FuzzResult } from "./run.ts";
import type { Violation } from "./tally.ts";

const KINDS = ["valid", "near", "hostile", "wire"];

/** A table: an operation a line, how many requests of which kind it got, and what it answered. */
export function report({ rows }: FuzzResult): string {
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, { kinds, statuses }]) => {
      const counts = KINDS.map((kind) => String(kinds.get(kind) ?? 0).padStart(8));
      const answered = [...statuses].sort(([a], [b]) => (a < b ? -1 : 1));
      return `${what.padEnd(32)}${counts.join("")}   ${answered.map(([status, count]) => `${status}: ${count}`).join("  ")}`;
    });
  const head = `${"".padEnd(32)}${KINDS.map((kind) => kind.padStart(8)).join("")}   answers`;
  return [head, ...lines, ""].join("\n");
}

/** What is wrong, and a line to paste that sends the same bytes again. */
export function describe({ what, reason, seed, port, sent }: Violation): string {
  const again = `npm run fuzz -- --requests 500 --seed ${seed}`;
  const bytes = sent.bytes.toString("base64");
  const send =
    bytes.length > 8_000
      ? `(${sent.bytes.length} bytes)`
      : `echo ${bytes} | base64 -d | nc -q 2 127.0.0.1 ${port}`;
  return `${what}: ${reason.slice(0, 2_000)}\n  ${sent.target.slice(0, 200)}\n  ${send}\n  ${again}\n`;
}
