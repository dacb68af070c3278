import type { Plan } from "../plan.ts";

/**
 * A plan for people: every request in order, then how many there are and how long they take.
 * @param requestsPerSecond the pace; undefined for as fast as the target answers
 */
export function planText(
  { api, url, requests, writes }: Plan,
  requestsPerSecond: number | undefined,
): string {
  const lines = requests.map(
    ({ method, path, purpose }, i) =>
      `${String(i + 1).padStart(4)}  ${method.padEnd(6)} ${path}  (${purpose})`,
  );
  const time =
    requestsPerSecond === undefined
      ? "as fast as the target answers"
      : `${Math.ceil(requests.length / requestsPerSecond)} s at ${requestsPerSecond} a second`;
  return [
    `${api}  ${url}`,
    ...lines,
    `About ${requests.length} requests, ${writes} of them writes; ${time}. Nothing was sent.`,
    "",
    "",
  ].join("\n");
}
