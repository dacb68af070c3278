import { inject, onTestFinished } from "vitest";
import { borrowDatabase } from "./databases.ts";

/** The address of a database with the demo data, for several servers; given back when the test ends. */
export async function sharedDatabase(): Promise<string> {
  const cluster = inject("postgres");
  if (cluster === undefined) throw new Error("These tests run in the project `postgres`.");
  const { url, giveBack } = await borrowDatabase(cluster);
  onTestFinished(giveBack);
  return url;
}
