import type { Plan } from "../plan.ts";
import { seconds } from "./sentence.ts";

/** A plan for people: every request in order, then how many there are and how long they take. */
export function planText({ api, url, requests, writes, durationMs, pace }: Plan): string {
  const lines = requests.map(
    ({ method, path, purpose }, i) =>
      `${String(i + 1).padStart(4)}  ${method.padEnd(6)} ${path}  (${purpose})`,
  );
  const time =
    pace === undefined
      ? "as fast as the target answers"
      : `${seconds(durationMs)} at ${pace}, if answers took no time`;
  return [
    `${api}  ${url}`,
    ...lines,
    `About ${requests.length} requests, ${writes} of them writes; ${time}. What fails is repeated, for a quarter more at most. Nothing was sent.`,
    "",
    "",
  ].join("\n");
}
