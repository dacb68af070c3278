import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { folderOf, peersFolder } from "./place.ts";
import { run } from "./program.ts";

/** Packages of npm, each in a folder of its own; the first one names the folder. */
const npm: readonly (readonly [string, ...string[]])[] = [
  ["specmatic@2.55.1"],
  ["@stoplight/prism-cli@5.16.0"],
  ["dredd@14.1.0"],
  // Portman asks for tslib without saying so.
  ["@apideck/portman@1.33.0", "newman@6.2.2", "tslib@2.8.1"],
  ["vitest-openapi@1.0.3"],
];
const python = ["schemathesis==4.32.5"];

/** Installs the tools under `.peers/`, and says of each that cannot be why. Redocly and vitest are here already. */
export async function install(): Promise<void> {
  await mkdir(peersFolder, { recursive: true });
  for (const packages of npm) {
    const name = packages[0].replace(/@[^@]*$/, "");
    await attempt(name, "npm", [
      "install",
      "--prefix",
      folderOf(name),
      "--no-audit",
      "--no-fund",
      ...packages,
    ]);
  }
  const environment = join(peersFolder, "python");
  await attempt("a Python environment", "python3", ["-m", "venv", environment]);
  await attempt(python.join(), join(environment, "bin/pip"), ["install", "--quiet", ...python]);
}

async function attempt(what: string, file: string, args: readonly string[]): Promise<void> {
  try {
    const { code, stderr } = await run(file, args, { cwd: peersFolder, timeoutMs: 600_000 });
    console.log(code === 0 ? `${what} is installed` : `${what} is left out: ${stderr.slice(-300)}`);
  } catch (error) {
    console.log(`${what} is left out: ${error instanceof Error ? error.message : error}`);
  }
}
