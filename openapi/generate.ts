import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Api, listApis, readApi } from "./generate/api.ts";
import { clientFile } from "./generate/client-file.ts";
import { ContractError } from "./generate/contract-error.ts";
import { compareFolder, type FileState, mendFolder } from "./generate/folder.ts";
import { typesFile } from "./generate/types-file.ts";
import { validatorTypesFile } from "./generate/validator-types-file.ts";
import { validatorsFile } from "./generate/validators-file.ts";

export interface GenerateOptions {
  /** Compare only, write nothing. Default: false. */
  check?: boolean;
  /** The folder that holds `openapi/` and `generated/`. Default: this project. */
  root?: string;
}

/**
 * What came of a run. `files` are relative to `generated/`, as they were found; after
 * `generated` all of them are current.
 */
export type Generation =
  | { outcome: "generated" | "stale"; apis: ApiTime[]; files: FileState[] }
  | { outcome: "broken"; problem: ContractError };

export interface ApiTime {
  api: string;
  milliseconds: number;
}

/**
 * Derives everything under `generated/` from the contracts under `openapi/`: each folder there
 * with an `openapi.yaml` is an API. Nothing is written unless every contract is sound, and a file
 * that is right already is left alone.
 *
 * @example
 * const generation = await generate({ check: true });
 * if (generation.outcome === "stale") console.error(generation.files);
 */
export async function generate(options: GenerateOptions = {}): Promise<Generation> {
  const { check = false, root = join(import.meta.dirname, "..") } = options;
  const texts = new Map<string, string>();
  const apis: ApiTime[] = [];
  try {
    for (const name of await listApis(root)) {
      const start = performance.now();
      const files = await deriveFiles(await readApi(root, name));
      for (const [file, text] of Object.entries(files)) texts.set(`${name}/${file}`, text);
      apis.push({ api: name, milliseconds: Math.round(performance.now() - start) });
    }
  } catch (error) {
    if (error instanceof ContractError) return { outcome: "broken", problem: error };
    throw error;
  }
  const target = join(root, "generated");
  const files = (await compareFolder(target, texts)).filter(({ path }) => !isDocs(path));
  if (!check) await mendFolder(target, texts, files);
  const stale = check && files.some(({ state }) => state !== "current");
  return { outcome: stale ? "stale" : "generated", apis, files };
}

/** What a run says to people, and its exit code: 0 in order, 1 stale, 2 a broken contract. */
export function describeGeneration(generation: Generation): { text: string; exitCode: 0 | 1 | 2 } {
  if (generation.outcome === "broken") return { text: generation.problem.message, exitCode: 2 };
  const changed = generation.files.filter(({ state }) => state !== "current");
  if (generation.outcome === "stale") {
    const lines = changed.map(({ path, state }) => `${state}: generated/${path}`);
    return { text: [...lines, "`npm run generate` mends this."].join("\n"), exitCode: 1 };
  }
  const lines = changed.map(
    ({ path, state }) => `${state === "superfluous" ? "removed" : "wrote"} generated/${path}`,
  );
  const times = generation.apis.map(({ api, milliseconds }) => `${api}: ${milliseconds} ms`);
  return { text: [...lines, ...times].join("\n"), exitCode: 0 };
}

/** What `npm run docs` has built is its own affair, and never committed. */
const isDocs = (path: string): boolean => path.startsWith("docs/");

async function deriveFiles(api: Api): Promise<Record<string, string>> {
  return {
    "contract.json": `${JSON.stringify(api.contract, null, 2)}\n`,
    "types.ts": await typesFile(api),
    "client.ts": clientFile(api),
    "validators.js": validatorsFile(api),
    "validators.d.ts": validatorTypesFile(api),
  };
}

/** Reads the one flag; any other argument is a mistake, and must not write anything. */
function readArguments(): GenerateOptions {
  try {
    const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
    return values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(2);
  }
}

if (import.meta.main) {
  const { text, exitCode } = describeGeneration(await generate(readArguments()));
  (exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = exitCode;
}
