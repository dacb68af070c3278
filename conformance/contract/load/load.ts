import { nearestName, UsageError } from "../../usage.ts";
import { type Contract, contractOf } from "../contract.ts";
import type { Gap } from "../gap.ts";
import { isObject, type JsonObject, objectAt, stringAt } from "../json.ts";
import { forAnswers, forRequests } from "./direction.ts";
import { gather } from "./gather.ts";
import { modern } from "./modern.ts";
import { named } from "./named.ts";
import { gapsOf } from "./unread.ts";

/** A contract from any OpenAPI document, and what of it is not looked at. */
export interface Loaded {
  /** With the schemas that answers have to meet. */
  readonly contract: Contract;
  /** The same document, with the schemas that requests have to meet. */
  readonly requests: JsonObject;
  readonly gaps: readonly Gap[];
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document with all files that it refers to.
 * @param file its path; YAML or JSON
 * @throws UsageError saying where it is broken, or what it is instead
 */
export async function loadContract(file: string): Promise<Loaded> {
  const whole = await gather(file);
  checkVersion(file, whole);
  const { document, gaps: inSchemas } = modern(whole);
  const { document: complete, gaps: inNames } = named(document);
  const contract = contractOf(forAnswers(complete));
  if (contract.operations.size === 0)
    throw new UsageError(`The contract ${file} describes no operation: its \`paths\` are empty.`);
  return {
    contract,
    requests: forRequests(complete),
    gaps: [...inNames, ...gapsOf(contract), ...inSchemas],
  };
}

function checkVersion(file: string, document: JsonObject): void {
  if ("swagger" in document)
    throw new UsageError(
      `The contract ${file} is Swagger ${String(document.swagger)}, from before OpenAPI 3. Convert it first: npx swagger2openapi ${file} -o openapi.yaml`,
    );
  for (const other of ["asyncapi", "arazzo", "overlay"])
    if (other in document)
      throw new UsageError(
        `The contract ${file} is a document of ${other}; --contract takes OpenAPI 3.0 or 3.1.`,
      );
  const version = document.openapi;
  if (version === undefined)
    throw new UsageError(
      `The contract ${file} is no OpenAPI document: it has no member \`openapi\`.${nearestName("openapi", Object.keys(document))}`,
    );
  if (!/^3\.[01]\.\d+/.test(String(version)))
    throw new UsageError(
      `The contract ${file} is OpenAPI ${String(version)}; --contract takes 3.0 and 3.1.`,
    );
  checkShape(file, document);
}

/** What everything else relies on; whatever else is wrong with a document is for a linter. */
function checkShape(file: string, document: JsonObject): void {
  const wrong = (place: string, what: string): never => {
    throw new UsageError(`The contract ${file} is broken at #/${place}: ${what}.`);
  };
  if (!isObject(document.info)) wrong("info", "it is missing, or no mapping");
  if (stringAt(document.info, "title") === undefined) wrong("info/title", "it is missing");
  if (document.paths !== undefined && !isObject(document.paths)) wrong("paths", "it is no mapping");
  for (const [path, item] of Object.entries(objectAt(document, "paths"))) {
    const place = `paths/${path.replaceAll("/", "~1")}`;
    if (!isObject(item)) wrong(place, "it is no mapping");
    if (!path.startsWith("/") && !path.startsWith("x-")) wrong(place, "a path begins with a slash");
    for (const member of ["parameters"] as const) {
      const value = isObject(item) ? item[member] : undefined;
      if (value !== undefined && !Array.isArray(value))
        wrong(`${place}/${member}`, "it is no list");
    }
  }
}
