import controlContract from "../../generated/control/contract.json" with { type: "json" };
import { validators as controlValidators } from "../../generated/control/validators.js";
import {
  followPointer,
  isObject,
  type JsonObject,
  listOf,
  objectOf,
} from "../../openapi/generate/json.ts";
import { apis } from "../app.ts";
import { basePath, type ContractDocument, operationsOf } from "../contract/document.ts";
import type { ContractValidators, OperationValidators } from "../contract/validate.ts";

/** Something that a contract describes by a schema; a schema's references lead into `contract`. */
export interface Described {
  readonly name: string;
  readonly schema: unknown;
}

/** An operation, with what is needed to ask for it and to judge what is answered. */
export interface Fuzzed {
  /** `sahut`, `sarufi` or `control`. */
  readonly api: string;
  readonly operationId: string;
  readonly method: string;
  /** With the base path, and its parameters in braces: `/v1/contacts/{id}`. */
  readonly path: string;
  readonly contract: JsonObject;
  readonly query: readonly Described[];
  readonly body: { readonly schema: unknown; readonly examples: readonly unknown[] } | undefined;
  /** Documented, with a body in JSON. */
  readonly validators: OperationValidators["responses"];
  /** Documented, without a body. */
  readonly bare: readonly string[];
  /** Documented, as plain text. */
  readonly texts: readonly string[];
}

/** Every operation of both APIs and of the control plane. */
export const operations: readonly Fuzzed[] = [
  ...apis.flatMap(({ name, contract, validators }) => fuzzed(name, contract, validators)),
  ...fuzzed("control", controlContract, controlValidators),
];

/** What stands where a `$ref` leads; anything else itself. */
export function resolve(contract: JsonObject, node: unknown): JsonObject {
  const { $ref } = objectOf(node);
  return typeof $ref === "string"
    ? resolve(contract, followPointer(contract, $ref))
    : objectOf(node);
}

function fuzzed(api: string, document: ContractDocument, validators: ContractValidators): Fuzzed[] {
  const contract = { ...document };
  return operationsOf(document).map(({ operationId, method, path, bare, texts }) => {
    const template = path.replaceAll(/:(\w+)/g, "{$1}");
    const item = objectOf(document.paths[template]);
    const operation = objectOf(item[method.toLowerCase()]);
    const parameters = [...listOf(item.parameters), ...listOf(operation.parameters)].map((one) =>
      resolve(contract, one),
    );
    return {
      api,
      operationId,
      method,
      path: basePath(document) + template,
      contract,
      query: parameters
        .filter((parameter) => parameter.in === "query")
        .map(({ name, schema }) => ({ name: String(name), schema })),
      body: bodyOf(contract, operation.requestBody),
      validators: validators[operationId]?.responses ?? {},
      bare,
      texts,
    };
  });
}

function bodyOf(contract: JsonObject, requestBody: unknown): Fuzzed["body"] {
  const content = objectOf(resolve(contract, requestBody).content);
  const media = objectOf(content["application/json"]);
  if (!isObject(media.schema)) return undefined;
  const examples = Object.values(objectOf(media.examples)).map(
    (one) => resolve(contract, one).value,
  );
  return { schema: media.schema, examples };
}
