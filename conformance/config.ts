import { readFile } from "node:fs/promises";
import { parse, YAMLParseError } from "yaml";
import { isObject, type JsonObject } from "./contract/json.ts";
import type { Fixtures } from "./probe.ts";
import type { FixtureSpec, Suite } from "./suite.ts";
import { UsageError, unknownName } from "./usage.ts";

/** One deployment to check, as the user describes it. */
export interface TargetConfig {
  readonly suite: Suite;
  readonly url: string;
  /** Keys by name: `key` is the target's own, the others are fixtures. */
  readonly keys: ReadonlyMap<string, string>;
  readonly features: ReadonlySet<string>;
  readonly fixtures: Fixtures;
}

/** What may stand in place of a configuration file, or beside it. */
export interface Settings {
  /** Read from `concordat.config.yaml` or another file; absent without one. */
  readonly file?: string;
  /** Only these APIs. Default: all that the file describes. */
  readonly apis: readonly string[];
  readonly url?: string;
  readonly key?: string;
  readonly features?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const members = ["url", "key", "features", "fixtures"] as const;

/**
 * The targets that flags, environment and file describe, in this order of precedence. `<API>_URL` and `<API>_KEY` are
 * read from the environment, and `${NAME}` in the file stands for a variable of it.
 * @throws UsageError for anything that is wrong, naming the place, the value and what is allowed
 */
export async function readTargets(
  suites: readonly Suite[],
  settings: Settings,
  environment: Environment,
): Promise<readonly TargetConfig[]> {
  const file = settings.file === undefined ? {} : await readFileOf(settings.file, suites);
  const described = settings.file === undefined ? [] : Object.keys(file);
  const named = settings.apis.length > 0 ? settings.apis : described;
  if (settings.url !== undefined && named.length !== 1) {
    const apis = suites.map(({ api }) => api).join(" or ");
    throw new UsageError(
      `--url needs one --api, so that it is clear what is served there: --api ${apis}.`,
    );
  }
  return named.map((api) => targetOf(suiteNamed(suites, api), file[api], settings, environment));
}

/** The suite of an API. @throws UsageError for an unknown name */
export function suiteNamed(suites: readonly Suite[], api: string): Suite {
  const found = suites.find((suite) => suite.api === api);
  if (found !== undefined) return found;
  throw unknownName(
    `API \`${api}\``,
    api,
    suites.map((suite) => suite.api),
  );
}

async function readFileOf(path: string, suites: readonly Suite[]): Promise<JsonObject> {
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
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [{ line = 0, col = 0 } = {}] = error.linePos ?? [];
    throw new UsageError(
      `The configuration ${path} is not YAML, at line ${line}, column ${col}: ${error.message.split("\n")[0]}`,
    );
  }
}

function targetOf(
  suite: Suite,
  raw: unknown,
  settings: Settings,
  environment: Environment,
): TargetConfig {
  const { api } = suite;
  const section = sectionOf(api, raw);
  const variable = (name: string): string | undefined =>
    environment[`${api.toUpperCase()}_${name}`];
  const text = (member: "url" | "key"): string | undefined => {
    const value = section[member];
    if (value === undefined || value === null) return undefined;
    if (typeof value === "string") return expand(value, `${api}.${member}`, environment);
    throw new UsageError(`${api}.${member} is a ${typeof value}; it is a string.`);
  };
  const url = settings.url ?? variable("URL") ?? text("url");
  const key = settings.key ?? variable("KEY") ?? text("key");
  if (url === undefined) {
    throw new UsageError(
      `No URL for ${api}: give --url, ${api.toUpperCase()}_URL or ${api}.url in the configuration.`,
    );
  }
  const fixtures = fixturesOf(suite, section.fixtures, environment);
  const secrets = suite.fixtures.filter(
    ({ secret, name }) => secret === true && fixtures.has(name),
  );
  return {
    suite,
    url: checkedUrl(api, url),
    keys: new Map([
      ...(key === undefined ? [] : [["key", key] as const]),
      ...secrets.map(({ name }) => [name, fixtures.get(name)?.[0] ?? ""] as const),
    ]),
    features: featuresOf(api, settings.features ?? section.features),
    fixtures,
  };
}

function sectionOf(api: string, raw: unknown): JsonObject {
  if (raw === undefined || raw === null) return {};
  if (!isObject(raw))
    throw new UsageError(`${api} in the configuration is ${JSON.stringify(raw)}; it is a mapping.`);
  for (const member of Object.keys(raw)) {
    if (!members.some((known) => known === member))
      throw unknownName(`member \`${member}\` of ${api}`, member, members);
  }
  return raw;
}

function checkedUrl(api: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && url.username + url.password !== "") {
    throw new UsageError(
      `The URL of ${api} carries a user name or password. Take it out: URLs end up in logs.`,
    );
  }
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new UsageError(
      `The URL of ${api} is ${JSON.stringify(text)}; it is a whole address, such as https://staging.example.com/v1.`,
    );
  }
  return text.replace(/\/+$/, "");
}

function featuresOf(api: string, raw: unknown): ReadonlySet<string> {
  if (raw === undefined || raw === null) return new Set();
  const names = typeof raw === "string" ? raw.split(",").map((name) => name.trim()) : raw;
  if (!Array.isArray(names))
    throw new UsageError(`${api}.features is ${JSON.stringify(raw)}; it is a list of names.`);
  return new Set(names.map(String).filter((name) => name !== ""));
}

function fixturesOf(suite: Suite, raw: unknown, environment: Environment): Fixtures {
  if (raw === undefined || raw === null) return new Map();
  const place = `${suite.api}.fixtures`;
  if (!isObject(raw)) throw new UsageError(`${place} is ${JSON.stringify(raw)}; it is a mapping.`);
  return new Map(
    Object.entries(raw).flatMap(([name, value]) => {
      const spec = suite.fixtures.find((known) => known.name === name);
      if (spec !== undefined) return valuesOf(spec, value, place, environment);
      throw unknownName(
        `fixture \`${name}\` in ${place}`,
        name,
        suite.fixtures.map((known) => known.name),
      );
    }),
  );
}

function valuesOf(
  { name, members: parts }: FixtureSpec,
  value: unknown,
  place: string,
  environment: Environment,
): readonly (readonly [string, readonly string[]])[] {
  const text = (part: unknown, at: string): string => {
    if (typeof part === "string" || typeof part === "number")
      return expand(String(part), at, environment);
    throw new UsageError(
      `${at} is ${part === undefined ? "missing" : `a ${typeof part}`}; it is a string.`,
    );
  };
  if (parts === undefined) {
    const list = Array.isArray(value) ? value : [value];
    return [[name, list.map((part) => text(part, `${place}.${name}`))]];
  }
  if (!isObject(value)) {
    throw new UsageError(
      `${place}.${name} is no mapping; it has the members ${parts.join(" and ")}.`,
    );
  }
  for (const part of Object.keys(value)) {
    if (!parts.includes(part))
      throw unknownName(`member \`${part}\` of ${place}.${name}`, part, parts);
  }
  // The first member is the fixture itself; the others are told apart by their names.
  return parts.map((part, i) => [
    i === 0 ? name : `${name}.${part}`,
    [text(value[part], `${place}.${name}.${part}`)],
  ]);
}

function expand(text: string, place: string, environment: Environment): string {
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = environment[name];
    if (value !== undefined && value !== "") return value;
    throw new UsageError(`${place} names the environment variable ${name}, which is not set.`);
  });
}
