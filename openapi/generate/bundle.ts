import { relative } from "node:path";
import {
  BaseResolver,
  bundle,
  createConfig,
  getLineColLocation,
  isAbsoluteUrl,
  lint,
  type NormalizedProblem,
  ResolveError,
  type Source,
  YamlParseError,
} from "@redocly/openapi-core";
import { ContractError } from "./contract-error.ts";
import { isObject, type JsonObject, objectOf } from "./json.ts";

/** Reads files alone: what needs the network cannot be generated on a closed one. */
class FileResolver extends BaseResolver {
  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (isAbsoluteUrl(absoluteRef)) {
      throw new ResolveError(new Error("a contract is read from files, not from the network"));
    }
    return super.loadExternalRef(absoluteRef);
  }
}

/**
 * Joins a contract's files into one document. References within it stay, and its components are
 * sorted by name, so that moving a reference does not move half of the document.
 *
 * @param file the contract's `openapi.yaml`
 * @param root the folder that file names in messages are relative to
 * @throws {ContractError} when a file is no YAML, a `$ref` leads nowhere, or a member stands where
 *   OpenAPI has none
 */
export async function bundleContract(file: string, root: string): Promise<JsonObject> {
  // Only what stands in the way of generating; what the project asks for besides is `npm run lint`.
  const config = await createConfig({ rules: { struct: "error", "no-unresolved-refs": "error" } });
  const shared = { ref: file, config, externalRefResolver: new FileResolver() };
  try {
    const [problem] = await lint(shared);
    if (problem) throw problemError(problem, root);
    const { bundle: document } = await bundle(shared);
    return sortComponents(objectOf(document.parsed));
  } catch (error) {
    throw contractError(error, file, root);
  }
}

function sortComponents(contract: JsonObject): JsonObject {
  if (!isObject(contract.components)) return contract;
  const kinds = Object.entries(contract.components).map(([kind, named]) => [
    kind,
    sortNames(objectOf(named)),
  ]);
  return { ...contract, components: sortNames(Object.fromEntries(kinds)) };
}

/** By code units: the same order on every machine, whatever its language. */
function sortNames(named: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

function problemError({ message, location }: NormalizedProblem, root: string): ContractError {
  const [place] = location;
  if (!place) return new ContractError(oneLine(message, root), { file: "openapi" });
  const { line, col: column } = getLineColLocation(place).start;
  const unresolved = /^Can't resolve \$ref(?:: (?:ENOENT: )?(?<why>.*))?/s.exec(message);
  const why = unresolved?.groups?.why;
  const reason = unresolved
    ? `\`${place.source.getLines()[line - 1]?.trim()}\` leads nowhere${why ? `: ${why}` : ""}`
    : message;
  const file = relative(root, place.source.absoluteRef);
  return new ContractError(oneLine(reason, root), { file, line, column });
}

/** The linter throws what is wrong with the first file, and reports what is wrong in the rest. */
function contractError(error: unknown, file: string, root: string): unknown {
  if (error instanceof ContractError || !(error instanceof Error)) return error;
  const { message } = error instanceof ResolveError ? error.originalError : error;
  const place = error instanceof YamlParseError ? { line: error.line, column: error.col } : {};
  return new ContractError(oneLine(message, root), { file: relative(root, file), ...place });
}

/** Without the excerpt that the YAML parser adds, and without the way to the project's folder. */
function oneLine(message: string, root: string): string {
  const sentence = message.replace(/ in "[^"]*" \(\d+:\d+\).*/s, "").replaceAll(`${root}/`, "");
  return sentence.replaceAll(/\s+/g, " ").trim();
}
