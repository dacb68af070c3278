import { checkedUrl, type TargetConfig } from "./config.ts";
import type { Environment } from "./config-file.ts";
import { fixturesOf } from "./config-fixtures.ts";
import { arrayAt, stringAt } from "./contract/json.ts";
import { type Loaded, loadContract } from "./contract/load/load.ts";
import { suiteOfContract } from "./derive/any/suite.ts";
import { environmentName } from "./report/environment.ts";
import { keyName } from "./target/key.ts";
import { UsageError } from "./usage.ts";

/** A contract to check, and what a user says of its deployment. */
export interface ContractSettings {
  /** The path of an OpenAPI document. */
  readonly contract: string;
  readonly url?: string;
  readonly key?: string;
  /** `name=value`; default: none. */
  readonly fixtures?: readonly string[];
  /** Decides what is drawn at random. Default: 0. */
  readonly seed?: number;
}

/**
 * The deployment of any OpenAPI document as a target. `<NAME>_URL` and `<NAME>_KEY` are read from the environment, and
 * for an API with several security schemes `<NAME>_<SCHEME>_KEY`.
 * @throws UsageError for a document that cannot be read, and where no URL is given
 */
export async function contractTarget(
  settings: ContractSettings,
  environment: Environment,
): Promise<TargetConfig> {
  const loaded = await loadContract(settings.contract);
  const suite = suiteOfContract(loaded, settings.contract, settings.seed ?? 0);
  const { api } = suite;
  const variable = (what: string): string | undefined =>
    environment[environmentName(api, what)] || undefined;
  const url = settings.url ?? variable("url");
  if (url === undefined)
    throw new UsageError(
      `No URL for ${settings.contract}: give --url or ${environmentName(api, "url")}${offered(loaded)}.`,
    );
  return {
    suite,
    url: checkedUrl(api, url),
    keys: keysFor(loaded, settings.key, variable),
    // Whatever the document has is promised.
    features: new Set(["all"]),
    fixtures: fixturesOf(suite, undefined, settings.fixtures ?? [], environment),
  };
}

/** The servers that a document names are told, and never used unasked: they may be production. */
function offered({ contract }: Loaded): string {
  const [first] = arrayAt(contract.document, "servers").map((server) => stringAt(server, "url"));
  return first === undefined ? "" : `, such as --url ${first}, which the document names`;
}

/** The target's own key, and one for each security scheme that has a variable of its own. */
function keysFor(
  { contract }: Loaded,
  own: string | undefined,
  variable: (what: string) => string | undefined,
): ReadonlyMap<string, string> {
  const schemes = [...contract.operations.values()].flatMap((one) => one.credentials);
  const names = ["key", ...schemes.map(({ scheme }) => keyName(scheme))];
  return new Map(
    names.flatMap((name) => {
      const key = name === "key" ? (own ?? variable(name)) : variable(name);
      return key === undefined ? [] : [[name, key] as const];
    }),
  );
}
