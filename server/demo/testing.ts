import { monotonicFactory } from "ulid";
import type { Seed } from "../open-store.ts";
import { START } from "../store/testing/start.ts";
import { demoData } from "./data.ts";

/** The demo, as a server fills its store with it whose clock is a test's. */
export async function demoSeed(): Promise<Seed> {
  const start = new Date(START);
  const ulid = monotonicFactory();
  return { data: await demoData(), start, newId: () => ulid(start.getTime()) };
}
