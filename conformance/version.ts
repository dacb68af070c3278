import { createRequire } from "node:module";

// By the package's own name, since the file is nearer to package.json in a checkout than in the package.
const manifest: unknown = createRequire(import.meta.url)("concordat/package.json");

/** The version of Concordat. */
export const version: string =
  typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
