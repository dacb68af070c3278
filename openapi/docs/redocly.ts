import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseEnv, promisify } from "node:util";
import { DocsError } from "./docs-error.ts";

const run = promisify(execFile);

/**
 * Runs the command line of Redocly in a folder, by the Node that runs us, and lets it neither report its use nor
 * look for a newer version.
 *
 * @param args what stands behind `redocly`: `["build-docs", "openapi.json"]`
 * @param folder where it runs; a `redocly.yaml` there would be obeyed
 * @throws {DocsError} when it is not installed, or fails; then with its own words
 */
export async function redocly(args: readonly string[], folder: string): Promise<void> {
  const { file, args: first, env } = await redoclyCommand();
  try {
    await run(file, [...first, ...args], { cwd: folder, env });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = "stderr" in error ? String(error.stderr).trim() : error.message;
    throw new DocsError(`redocly ${args[0]} failed: ${said}`, { cause: error });
  }
}

/** How a Redocly is started that tells nobody about it. */
export interface RedoclyCommand {
  readonly file: string;
  /** What stands before Redocly's own arguments. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * How the command line of Redocly is started.
 * @throws {DocsError} when it is not installed
 */
export async function redoclyCommand(): Promise<RedoclyCommand> {
  const quiet = await readFile(join(import.meta.dirname, "../../.redocly.env"), "utf8");
  const env = { ...process.env, ...parseEnv(quiet), NO_COLOR: "1" };
  return { file: process.execPath, args: [locate()], env };
}

function locate(): string {
  try {
    return createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  } catch (cause) {
    throw new DocsError("Redocly's command line, @redocly/cli, is not here: run `npm ci`.", {
      cause,
    });
  }
}
