import { readFile } from "node:fs/promises";
import { parse, YAMLParseError } from "yaml";
import { isObject, type JsonObject } from "./contract/json.ts";
import type { Suite } from "./suite.ts";
import { UsageError, unknownName } from "./usage.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The sections of a configuration file by API, as yet unread.
 * @throws UsageError when the file cannot be read, is not YAML, or names an API that is not known
 */
export async function readConfigFile(path: string, suites: readonly Suite[]): Promise<JsonObject> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "there is no such file" : (error.code ?? error.message);
    throw new UsageError(`The configuration ${path} cannot be read: ${why}.`);
  });
  const document = parseYaml(path, text) ?? {};
  if (!isObject(document))
    throw new UsageError(`The configuration ${path} is not a mapping of APIs.`);
  for (const api of Object.keys(document)) {
    const known = suites.map((suite) => suite.api);
    if (!known.includes(api)) throw unknownName(`API \`${api}\` in ${path}`, api, known);
  }
  return document;
}

function parseYaml(path: string, text: string): unknown {
  try {
    return parse(text, { logLevel: "error" });
  } catch (error) {
    // The parser's own sentences may quote the file, keys and all; its codes do not.
    if (!(error instanceof YAMLParseError))
      throw new UsageError(`The configuration ${path} has an alias (*) that leads nowhere.`);
    const [{ line = 0, col = 0 } = {}] = error.linePos ?? [];
    const what = error.code.toLowerCase().replaceAll("_", " ");
    throw new UsageError(
      `The configuration ${path} is not YAML: ${what} at line ${line}, column ${col}.`,
    );
  }
}

/**
 * A text with `${NAME}` replaced from the environment.
 * @param place where it stands, for the error
 * @throws UsageError for a variable that is not set
 */
export function expand(text: string, place: string, environment: Environment): string {
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = environment[name];
    if (value !== undefined && value !== "") return value;
    throw new UsageError(`${place} names the environment variable ${name}, which is not set.`);
  });
}

/** What a value is that ought to be a string; never the value itself, which may be a secret. */
export function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : `a ${typeof value}`;
}
