import { createRequire } from "node:module";
import { join } from "node:path";
import type { Canned } from "./peers/koa.ts";
import { type Running, run } from "./program.ts";

const root = join(import.meta.dirname, "..", "..");
const contract = (api: Api) => join(root, "generated", api, "contract.json");

export type Api = "sahut" | "sarufi";

/** The reference server, as `concordat serve` starts it. */
export function startOurs(seedData?: string): Promise<Running> {
  const data = seedData === undefined ? [] : ["--seed-data", seedData];
  return run(join(root, "cli.ts"), "serve", "--port", "0", ...data);
}

/** @param answers what it answers, by method */
export function startKoa(answers: Readonly<Record<string, Canned>>): Promise<Running> {
  return run(join(import.meta.dirname, "peers", "koa.ts"), JSON.stringify(answers));
}

/** As it starts by itself: its answers are the contract's examples. */
export function startPrism(api: Api): Promise<Running> {
  const program = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  return run(program, "mock", contract(api), "--host", "127.0.0.1", "--port", "0");
}

export function startScalar(api: Api): Promise<Running> {
  return run(join(import.meta.dirname, "peers", "scalar.ts"), contract(api));
}
