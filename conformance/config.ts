import { type Environment, expand, kindOf, readConfigFile } from "./config-file.ts";
import { fixturesOf } from "./config-fixtures.ts";
import { isObject, type JsonObject } from "./contract/json.ts";
import type { Fixtures } from "./probe.ts";
import type { Suite } from "./suite.ts";
import { UsageError, unknownName } from "./usage.ts";

/** One deployment to check, as the user describes it. */
export interface TargetConfig {
  readonly suite: Suite;
  readonly url: string;
  /** Keys by name: `key` is the target's own, the others are fixtures. */
  readonly keys: ReadonlyMap<string, string>;
  readonly features: ReadonlySet<string>;
  readonly fixtures: Fixtures;
  /** The plan whose documented rate limits it has. Default: the smallest. */
  readonly plan?: string;
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
  /** `name=value`, over those of the file. Default: none. */
  readonly fixtures?: readonly string[];
}

const members = ["url", "key", "features", "fixtures", "plan"] as const;

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
  const file = settings.file === undefined ? {} : await readConfigFile(settings.file, suites);
  const described = settings.file === undefined ? [] : Object.keys(file);
  const named = [...new Set(settings.apis.length > 0 ? settings.apis : described)];
  for (const flag of ["url", "key"] as const) {
    if (settings[flag] === undefined || named.length === 1) continue;
    const apis = suites.map(({ api }) => api).join(" or ");
    throw new UsageError(
      `--${flag} needs one --api, so that it is clear whose it is: --api ${apis}.`,
    );
  }
  if (named.length === 0)
    throw new UsageError(`The configuration ${settings.file} describes no API.`);
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

function targetOf(
  suite: Suite,
  raw: unknown,
  settings: Settings,
  environment: Environment,
): TargetConfig {
  const { api } = suite;
  const section = sectionOf(api, raw);
  // An empty variable is one that is not set, as in a CI job without its secrets.
  const variable = (name: string): string | undefined =>
    environment[`${api.toUpperCase()}_${name}`] || undefined;
  const text = (member: "url" | "key" | "plan"): string | undefined => {
    const value = section[member];
    if (value === undefined || value === null) return undefined;
    if (typeof value === "string") return expand(value, `${api}.${member}`, environment);
    throw new UsageError(`${api}.${member} is ${kindOf(value)}; it is a string.`);
  };
  const url = settings.url ?? variable("URL") ?? text("url");
  const key = settings.key ?? variable("KEY") ?? text("key");
  if (url === undefined) {
    throw new UsageError(
      `No URL for ${api}: give --url, ${api.toUpperCase()}_URL or ${api}.url in the configuration.`,
    );
  }
  const fixtures = fixturesOf(suite, section.fixtures, settings.fixtures ?? [], environment);
  const plan = planIn(suite, text("plan"));
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
    features: featuresOf(suite, settings.features ?? section.features),
    fixtures,
    ...(plan !== undefined && { plan }),
  };
}

function planIn({ api, limits = {} }: Suite, name: string | undefined): string | undefined {
  if (name === undefined || name in limits) return name;
  throw unknownName(`plan \`${name}\` of ${api}`, name, Object.keys(limits));
}

function sectionOf(api: string, raw: unknown): JsonObject {
  if (raw === undefined || raw === null) return {};
  if (!isObject(raw)) throw new UsageError(`${api} in the configuration is no mapping.`);
  for (const member of Object.keys(raw)) {
    if (!members.some((known) => known === member))
      throw unknownName(`member \`${member}\` of ${api}`, member, members);
  }
  return raw;
}

/** The base URL of a deployment, without a slash at its end. @throws UsageError for what is none, or holds a secret */
export function checkedUrl(api: string, text: string): string {
  if (/^(\w+:\/\/)?[^/?#]*@/.test(text)) {
    throw new UsageError(
      `The URL of ${api} carries a user name or password. Take it out: URLs end up in logs.`,
    );
  }
  if (/[?#]/.test(text)) {
    throw new UsageError(
      `The URL of ${api} has a query or a fragment. Take it out: paths are appended to the URL.`,
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new UsageError(
      `The URL of ${api} is ${JSON.stringify(text)}; it is a whole address, such as https://staging.example.com/v1.`,
    );
  }
  return text.replace(/\/+$/, "");
}

function featuresOf({ api, features: known }: Suite, raw: unknown): ReadonlySet<string> {
  if (raw === undefined || raw === null) return new Set();
  const names = typeof raw === "string" ? raw.split(",").map((name) => name.trim()) : raw;
  if (!Array.isArray(names))
    throw new UsageError(`${api}.features is ${JSON.stringify(raw)}; it is a list of names.`);
  const declared = names.map(String).filter((name) => name !== "");
  for (const name of declared) {
    const allowed = [...known, "all"];
    if (!allowed.includes(name)) throw unknownName(`feature \`${name}\` of ${api}`, name, allowed);
  }
  return new Set(declared);
}
