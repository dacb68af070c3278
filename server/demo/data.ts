import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SeedData } from "../../generated/seed-data.ts";

/** The demo, which `npm run generate` has made of `demo.yaml`. */
export async function demoData(): Promise<SeedData> {
  const file = join(import.meta.dirname, "..", "..", "generated", "demo.json");
  // as: it was validated when it was generated.
  return JSON.parse(await readFile(file, "utf8")) as SeedData;
}
