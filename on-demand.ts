import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Packages that only a bench or `npm run contracts` needs. They ask for a newer Node than the one that runs `npm ci` may be,
 * which would warn of each, so they are installed when they are first needed.
 */
const packages = {
  "@hono/node-server": "1.19.19",
  "@scalar/galaxy": "0.6.12",
  "@scalar/mock-server": "0.14.4",
} as const;

export type OnDemand = keyof typeof packages;

/** Outside git and outside the package. */
const folder = join(import.meta.dirname, ".peers", "on-demand");

/**
 * A file of such packages, as `require.resolve` finds it: `@scalar/galaxy/3.1.json`. Installs them all with npm where
 * one is not there in this version. Throws with npm's words when that fails.
 */
export function onDemand(module: OnDemand | `${OnDemand}/${string}`): string {
  // as: its keys, each with its version.
  const missing = (Object.keys(packages) as OnDemand[]).filter(
    (name) => installedVersion(name) !== packages[name],
  );
  if (missing.length > 0) install();
  return createRequire(join(folder, "package.json")).resolve(module);
}

/** Such a package with its version: `@scalar/mock-server 0.14.4`. */
export const versionOnDemand = (name: OnDemand): string => `${name} ${packages[name]}`;

function installedVersion(name: OnDemand): unknown {
  const manifest = join(folder, "node_modules", name, "package.json");
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined;
}

function install(): void {
  const all = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  process.stderr.write(`Installing ${all.join(", ")}, which only this needs.\n`);
  const flags = ["--prefix", folder, "--no-audit", "--no-fund", "--no-save", "--loglevel=error"];
  const { status, stderr } = spawnSync("npm", ["install", ...flags, ...all], { encoding: "utf8" });
  if (status !== 0) throw new Error(`npm could not install ${all.join(", ")}: ${stderr}`);
}
