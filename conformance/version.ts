import { createRequire } from "node:module";

// By the package's own name, since the file is nearer to package.json in a checkout than in the package.
const manifest: unknown = createRequire(import.meta.url)("concordat/package.json");

/** The version of Concordat. */
export const version: string =
  typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";

/** The mark of a run, by which what it makes can be told: short, of lower-case letters and digits, from its start. */
export const tagAt = (start: Date): string => start.getTime().toString(36);

/** Who asks a deployment, for its logs: product and run (RFC 9110, 10.1.5). */
export const userAgentOf = (tag: string): string => `concordat/${version} (run ${tag})`;
