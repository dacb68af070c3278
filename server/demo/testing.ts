import { monotonicFactory } from "ulid";
import type { Seed } from "../open-store.ts";
import { demoData } from "./data.ts";

/** When a test's clock starts, and with it what the demo says of the last hours. */
export const TEST_START = "2026-04-02T12:00:00.000Z";

/** The demo, as a server fills its store with it whose clock is a test's. */
export async function demoSeed(): Promise<Seed> {
  const start = new Date(TEST_START);
  const ulid = monotonicFactory();
  return { data: await demoData(), start, newId: () => ulid(start.getTime()) };
}
