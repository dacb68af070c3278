import { onTestFinished } from "vitest";
import type { TargetConfig } from "../config.ts";
import { startReference } from "../proof/reference.ts";
import type { Clock } from "../target/wire.ts";
import { proxyOf, type Received, type TestServer } from "./server.ts";

/** A target, and the time in which it lives: whoever sleeps by that clock does not wait. */
export type TimedTarget = TargetConfig & { readonly clock: Clock };

/** The targets of a reference server in this process, which is gone once the test is over. */
export async function reference(): Promise<readonly TimedTarget[]> {
  const { targets, clock, close } = await startReference();
  onTestFinished(close);
  return targets.map((target) => ({ ...target, clock }));
}

/** One of them. */
export async function referenceOf(api: string): Promise<TimedTarget> {
  const found = (await reference()).find(({ suite }) => suite.api === api);
  if (found === undefined) throw new Error(`The reference server has no API ${api}`);
  return found;
}

/** A reference server behind a proxy. */
export interface Watched extends TestServer {
  /** The flags by which a check finds Sahut there. */
  readonly flags: readonly string[];
}

/** Puts a proxy, which may rewrite what is answered, in front of Sahut. */
export async function watchedSahut(
  change?: (body: unknown, request: Received) => unknown,
): Promise<Watched> {
  const { url, keys } = await referenceOf("sahut");
  const { origin, pathname } = new URL(url);
  const proxy = await proxyOf(origin, change);
  const key = keys.get("key") ?? "";
  const flags = ["--api", "sahut", "--url", `${proxy.url}${pathname}`, "--key", key];
  return { ...proxy, flags };
}
