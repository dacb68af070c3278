import { ContractError } from "./contract-error.ts";
import {
  escapePointer,
  followPointer,
  isObject,
  type JsonObject,
  listOf,
  objectOf,
} from "./json.ts";

/** A parameter of an operation, whichever of path and operation declares it. */
export interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: JsonObject;
  /** The first example, if there is one. */
  example?: unknown;
}

/** A JSON body: its media type, and where in the document its schema stands. */
export interface JsonBody {
  mediaType: string;
  pointer: string;
  required: boolean;
  example?: unknown;
}

/** One operation of a contract, with every reference of its own followed. */
export interface Operation {
  operationId: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body?: JsonBody;
  /** Every documented status as the contract writes it: `200`, `4XX`, `default`. */
  statuses: string[];
  /** By status. Only those with a JSON body. */
  responses: { status: string; body: JsonBody }[];
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Every operation of a bundled contract, in the contract's order.
 *
 * @throws {ContractError} when there is none, or one has no operationId or another's
 */
export function listOperations(contract: JsonObject, file: string): Operation[] {
  const operations = Object.entries(objectOf(contract.paths)).flatMap(([path, item]) =>
    METHODS.filter((method) => isObject(objectOf(item)[method])).map((method) =>
      readOperation(contract, path, method, file),
    ),
  );
  if (operations.length === 0) throw new ContractError("the contract has no operation", { file });
  const ids = operations.map(({ operationId }) => operationId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new ContractError(`two operations have the operationId ${twice}`, { file });
  return operations;
}

function readOperation(
  contract: JsonObject,
  path: string,
  method: string,
  file: string,
): Operation {
  const pointer = `#/paths/${escapePointer(path)}`;
  const item = objectOf(followPointer(contract, pointer));
  const operation = objectOf(item[method]);
  const operationId = operation.operationId;
  if (typeof operationId !== "string") {
    throw new ContractError(`${method.toUpperCase()} ${path} has no operationId`, { file });
  }
  const body = readBody(contract, `${pointer}/${method}/requestBody`);
  const statuses = Object.keys(objectOf(operation.responses));
  return {
    operationId,
    method,
    path,
    parameters: readParameters(contract, [item.parameters, operation.parameters]),
    ...(body && { body }),
    statuses,
    responses: statuses.flatMap((status) => {
      const response = readBody(contract, `${pointer}/${method}/responses/${status}`);
      return response ? [{ status, body: response }] : [];
    }),
  };
}

/** What the operation declares wins over what its path declares under the same name and place. */
function readParameters(contract: JsonObject, lists: unknown[]): Parameter[] {
  const parameters = lists.flatMap(listOf).map((entry): Parameter => {
    const parameter = objectOf(dereference(contract, entry));
    return {
      name: String(parameter.name),
      in: String(parameter.in),
      required: parameter.required === true,
      schema: objectOf(dereference(contract, parameter.schema)),
      ...exampleOf(contract, parameter),
    };
  });
  const byPlace = parameters.map((each): [string, Parameter] => [`${each.in} ${each.name}`, each]);
  return [...new Map(byPlace).values()];
}

/** The JSON body of a request or response; undefined when there is none, or it is not JSON. */
function readBody(contract: JsonObject, pointer: string): JsonBody | undefined {
  const owner = finalPointer(contract, pointer);
  const message = objectOf(followPointer(contract, owner));
  const content = objectOf(message.content);
  const mediaType = Object.keys(content).find((type) => /^application\/(.+\+)?json\b/.test(type));
  if (mediaType === undefined) return undefined;
  const media = objectOf(content[mediaType]);
  if (!("schema" in media)) return undefined;
  return {
    mediaType,
    pointer: finalPointer(contract, `${owner}/content/${escapePointer(mediaType)}/schema`),
    required: message.required === true,
    ...exampleOf(contract, media),
  };
}

/** The first example of a parameter or media type, which may have one or several or none. */
function exampleOf(contract: JsonObject, owner: JsonObject): { example?: unknown } {
  const [first] = Object.values(objectOf(owner.examples));
  const example = owner.example ?? objectOf(dereference(contract, first)).value;
  return example === undefined ? {} : { example };
}

/** Follows an object that is nothing but a `$ref` to what it stands for. */
export function dereference(contract: JsonObject, value: unknown): unknown {
  const ref = pureRef(value);
  return ref === undefined ? value : dereference(contract, followPointer(contract, ref));
}

/** Where a pointer ends once every pure `$ref` on the way is followed. */
function finalPointer(contract: JsonObject, pointer: string): string {
  const ref = pureRef(followPointer(contract, pointer));
  return ref === undefined ? pointer : finalPointer(contract, ref);
}

/** The target of an object that says `$ref` and nothing else; siblings would be lost. */
function pureRef(value: unknown): string | undefined {
  const ref = objectOf(value).$ref;
  return typeof ref === "string" && Object.keys(objectOf(value)).length === 1 ? ref : undefined;
}
