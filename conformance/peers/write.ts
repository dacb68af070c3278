import type { Result } from "./result.ts";
import type { Subject } from "./work.ts";
export async function writePages(_: readonly Result[], __: readonly Subject[]): Promise<void> {}
