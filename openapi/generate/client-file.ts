import type { Api } from "./api.ts";
import { ContractError } from "./contract-error.ts";
import { generatedHeader } from "./header.ts";
import { type JsonObject, listOf, objectOf } from "./json.ts";
import type { Operation, Parameter } from "./operations.ts";

/**
 * `client.ts`: a typed client over openapi-fetch, named after the API's folder.
 *
 * @throws {ContractError} when the contract names no server, or no bearer key
 */
export function clientFile({ name: folder, file, contract, operations }: Api): string {
  const url = serverUrl(contract, file);
  if (!takesBearerKey(contract)) {
    throw new ContractError("no security scheme is `http` with `bearer`, which clients send", {
      file,
    });
  }
  const methods = [...new Set(operations.map(({ method }) => method))];
  const name = pascalCase(folder);
  const title = String(objectOf(contract.info).title);
  return `${generatedHeader(folder)}
import createClient, {
  type Client,
  type ClientPathsWithMethod,
  type FetchOptions,
  type FetchResponse,
} from "openapi-fetch";
import type { paths } from "./types.ts";

type Json = "application/json";

/** What a client of the ${title} needs to know. */
export interface ${name}ClientOptions {
  /** The API key; every request carries it as \`Authorization: Bearer <key>\`. */
  key: string;
  /** Where the API answers. Default: \`${url}\`. */
  baseUrl?: string;
  /** Sends a request, in place of the global \`fetch\`. */
  fetch?: (request: Request) => Promise<Response>;
}

/** Parameters, body and the rest of a request; answers are always read as JSON. */
type Options<Operation> = Omit<FetchOptions<Operation>, "parseAs">;

/** They may be left out where the contract requires none. */
type Init<Operation> =
  Record<never, never> extends Options<Operation>
    ? [options?: Options<Operation>]
    : [options: Options<Operation>];

/** A call of openapi-fetch, but one that refuses members which the contract does not name. */
type Call<Method extends ${methods.map((each) => JSON.stringify(each)).join(" | ")}> = <
  Path extends ClientPathsWithMethod<Client<paths>, Method>,
>(
  path: Path,
  ...options: Init<paths[Path][Method]>
) => Promise<FetchResponse<Extract<paths[Path][Method], object>, object, Json>>;

/** A function for each HTTP method; \`use\` and \`eject\` add and remove openapi-fetch's middleware. */
export interface ${name}Client extends Pick<Client<paths, Json>, "use" | "eject"> {
${methods.map((method) => `  ${method.toUpperCase()}: Call<"${method}">;`).join("\n")}
}

/**
 * Makes a client of the ${title}.
 *
 * A call resolves to \`{ data, response }\` when the status is 2xx and to \`{ error, response }\`
 * otherwise: an answer that reports an error is a value, with the body that the contract gives it.
 * Both are undefined when the answer has no body; \`response.ok\` tells then. A call rejects only when
 * there is no answer at all.
 *
 * @example
${example(name, operations)}
 */
export function create${name}Client(options: ${name}ClientOptions): ${name}Client {
  const client = createClient<paths, Json>({
    baseUrl: options.baseUrl ?? ${JSON.stringify(url)},
    headers: { Authorization: \`Bearer \${options.key}\` },
    ...(options.fetch && { fetch: options.fetch }),
  });
  // The same functions; only the type of what they take is narrower.
  return client as ${name}Client;
}
`;
}

function serverUrl(contract: JsonObject, file: string): string {
  const [server] = listOf(contract.servers);
  const { url } = objectOf(server);
  if (typeof url !== "string") throw new ContractError("the contract names no server", { file });
  return url;
}

function takesBearerKey(contract: JsonObject): boolean {
  const schemes = Object.values(objectOf(objectOf(contract.components).securitySchemes));
  return schemes
    .map(objectOf)
    .some(({ type, scheme }) => type === "http" && String(scheme).toLowerCase() === "bearer");
}

/** `two-words` becomes `TwoWords`. */
function pascalCase(folder: string): string {
  const words = folder.split(/[^a-zA-Z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** A call with the contract's own examples: of the first operation that reads, else the first. */
function example(name: string, operations: Operation[]): string {
  const operation = operations.find(({ method }) => method === "get") ?? operations[0];
  if (!operation) return "";
  const { method, path, parameters, body } = operation;
  const params = [
    ...examplesOf(parameters, "path"),
    ...examplesOf(parameters, "query"),
    ...examplesOf(parameters, "header"),
  ];
  const init = [
    ...(params.length > 0 ? [`params: { ${params.join(", ")} }`] : []),
    ...(body?.required ? [`body: ${JSON.stringify(body.example)}`] : []),
  ];
  return [
    `const client = create${name}Client({ key: "your key" });`,
    `const { data, error, response } = await client.${method.toUpperCase()}("${path}"${
      init.length > 0 ? ", {" : ");"
    }`,
    ...init.map((line) => `  ${line},`),
    ...(init.length > 0 ? ["});"] : []),
    "if (error) console.error(response.status, error);",
    "else console.log(data);",
  ]
    .map((line) => ` * ${line}`)
    .join("\n");
}

/** The required parameters and one optional one show how; more would only fill the page. */
function examplesOf(parameters: Parameter[], place: string): string[] {
  const here = parameters.filter((each) => each.in === place && each.example !== undefined);
  const required = here.filter((each) => each.required);
  const shown = place === "query" && required.length === 0 ? here.slice(0, 1) : required;
  if (shown.length === 0) return [];
  const members = shown.map(({ name, example: value }) => {
    return `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${JSON.stringify(value)}`;
  });
  return [`${place}: { ${members.join(", ")} }`];
}
