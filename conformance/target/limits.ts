import type { Suite } from "../suite.ts";
import type { Limit } from "./pace.ts";

/** Whether a deployment is on this machine: nobody else is there to be disturbed. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    hostname === "0.0.0.0" ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}

/**
 * The limits that a deployment is kept within: the documented ones of the plan that its configuration names, else of
 * the API's smallest; none on this machine.
 */
export function limitsOf(
  { limits }: Suite,
  { url, plan }: { readonly url: string; readonly plan?: string },
): readonly Limit[] {
  if (limits === undefined || isLoopback(url)) return [];
  const [smallest] = Object.values(limits);
  return (plan === undefined ? smallest : limits[plan]) ?? [];
}

/**
 * What sets the pace of a target, for people: "60 requests a minute"; undefined where nothing does.
 * @param perSecond what the user said, which goes before the limits
 */
export function paceInWords(
  limits: readonly Limit[],
  perSecond: number | undefined,
): string | undefined {
  if (perSecond !== undefined)
    return Number.isFinite(perSecond) ? `${perSecond} a second` : undefined;
  return limits.length === 0 ? undefined : limitsInWords(limits);
}

/** `60 requests a minute`, `1 read a second and 1 write in 2 seconds`. */
const limitsInWords = (limits: readonly Limit[]): string =>
  limits
    .map(({ of, requests, seconds }) => {
      const noun = requests === 1 ? of.replace(/s$/, "") : of;
      return `${requests} ${noun} ${periodInWords(seconds)}`;
    })
    .join(" and ");

function periodInWords(seconds: number): string {
  if (seconds === 1) return "a second";
  return seconds === 60 ? "a minute" : `in ${seconds} seconds`;
}
