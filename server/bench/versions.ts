import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** The packages with the versions that are installed: `koa 3.3.0, autocannon 9.0.0`. */
export function versionsOf(...names: readonly string[]): string {
  const read = createRequire(import.meta.url);
  return names
    .map((name) => `${name} ${read(join(root, "node_modules", name, "package.json")).version}`)
    .join(", ");
}
