import type { List } from "../client/pages.ts";
import type { Api } from "./api.ts";
import { clientExample } from "./client-example.ts";
import { clientList } from "./client-list.ts";
import { ContractError } from "./contract-error.ts";
import { generatedHeader } from "./header.ts";
import { type JsonObject, listOf, objectOf } from "./json.ts";
import type { Operation } from "./operations.ts";

/**
 * `client.ts`: a typed client over openapi-fetch, named after the API's folder. What all clients
 * have in common is in `openapi/client/`; this file says what only the contract knows.
 *
 * A contract without security schemes takes no key, and its client asks for none.
 *
 * @throws {ContractError} when the contract names no server, or other keys than bearer keys
 */
export function clientFile({ name: folder, file, contract, operations }: Api): string {
  const url = serverUrl(contract, file);
  const options = takesKey(contract, file) ? "ClientOptions" : "KeylessClientOptions";
  const keyless = options === "KeylessClientOptions";
  const methods = [...new Set(operations.map(({ method }) => JSON.stringify(method)))].join(" | ");
  const name = pascalCase(folder);
  const title = String(objectOf(contract.info).title);
  const calls = operations.map((operation) => ({
    operation,
    list: clientList(contract, operation),
  }));
  const lists = calls.flatMap(({ operation, list }) => (list ? [{ operation, list }] : []));
  return `${generatedHeader(folder)}
import type { Client${lists.length > 0 ? ", ItemOf" : ""} } from "../../openapi/client/calls.ts";
import { type ${options}, createClient, type Operations } from "../../openapi/client/client.ts";
import type { paths } from "./types.ts";

export type { Answer } from "../../openapi/client/answer.ts";
export { PageError } from "../../openapi/client/page-error.ts";
export { UndocumentedAnswer } from "../../openapi/client/undocumented-answer.ts";
export type * from "./types.ts";

/** What a client of the ${title} needs to know. */
export interface ${name}ClientOptions extends ${options} {
  /** Where the API answers. Default: \`${url}\`. */
  baseUrl?: string | undefined;
}

${listsInterface(name, lists)}/** Calls the ${title}. */
export interface ${name}Client extends Client<paths, ${methods}, ${lists.length > 0 ? `${name}Lists` : "Record<never, never>"}> {}

const operations: Operations = {
${calls.map(({ operation, list }) => factsLine(operation, list)).join("\n")}
};

/**
 * Makes a client of the ${title}.
 *
 * A call resolves to \`{ status, data, error, response }\`: \`data\` when the status is 2xx, else
 * \`error\`, each with the body that the contract gives to this \`status\`. An answer that the contract
 * does not describe has the status \`"undocumented"\`, and an \`UndocumentedAnswer\` as its error. A call
 * rejects only when there is no answer: unreachable, aborted, or not there in time.
 *
 * @example
${clientExample(name, { operations, keyless, list: lists[0]?.operation })}
 */
export function create${name}Client(options: ${name}ClientOptions${keyless ? " = {}" : ""}): ${name}Client {
  const baseUrl = options.baseUrl ?? ${JSON.stringify(url)};
  return createClient({ ...options, baseUrl }, operations);
}
`;
}

function listsInterface(
  name: string,
  lists: readonly { operation: Operation; list: List }[],
): string {
  if (lists.length === 0) return "";
  return `/** The lists that can be walked, and what they hold. */
export interface ${name}Lists {
${lists.map(({ operation, list }) => listLine(operation.path, list)).join("")}}

`;
}

function listLine(path: string, { items }: List): string {
  const key = JSON.stringify(path);
  return `  ${key}: ItemOf<paths[${key}]["get"], ${JSON.stringify(items)}>;\n`;
}

/** What the client must know of an operation while it runs. */
function factsLine({ method, path, statuses, responses }: Operation, list?: List): string {
  const written = (names: string[]) => {
    const keys = names.map((name) => (/^\d+$/.test(name) ? name : JSON.stringify(name)));
    return `[${keys.join(", ")}]`;
  };
  const json = responses.map(({ status }) => status);
  const bare = statuses.filter((status) => !json.includes(status));
  const facts = [
    `    json: ${written(json)},`,
    ...(bare.length > 0 ? [`    bare: ${written(bare)},`] : []),
    ...(list ? [`    list: { items: ${JSON.stringify(list.items)}, by: "${list.by}" },`] : []),
  ];
  return [`  ${JSON.stringify(`${method.toUpperCase()} ${path}`)}: {`, ...facts, "  },"].join("\n");
}

function serverUrl(contract: JsonObject, file: string): string {
  const [server] = listOf(contract.servers);
  const { url } = objectOf(server);
  if (typeof url !== "string") throw new ContractError("the contract names no server", { file });
  return url;
}

function takesKey(contract: JsonObject, file: string): boolean {
  const schemes = Object.values(objectOf(objectOf(contract.components).securitySchemes));
  const bearer = schemes
    .map(objectOf)
    .some(({ type, scheme }) => type === "http" && String(scheme).toLowerCase() === "bearer");
  if (bearer || schemes.length === 0) return bearer;
  throw new ContractError("no security scheme is `http` with `bearer`, which clients send", {
    file,
  });
}

/** `two-words` becomes `TwoWords`. */
function pascalCase(folder: string): string {
  const words = folder.split(/[^a-zA-Z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
