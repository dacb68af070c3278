import type { Options } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { ajvSchemas, makeAjv } from "./ajv.ts";
import type { Api } from "./api.ts";
import { ContractError } from "./contract-error.ts";
import { generatedHeader } from "./header.ts";
import { escapePointer, type JsonObject } from "./json.ts";
import type { JsonBody, Operation } from "./operations.ts";
import { parameterSchemas } from "./parameter-schemas.ts";
import { staticImports } from "./static-imports.ts";

/** Pointers into a document, by the names that their validators are exported under. */
type Pointers = Map<string, string>;

/**
 * `validators.js`: for every operation, compiled functions that judge its path, query, headers,
 * body and JSON answers. It compiles nothing at run time, and bundles for a browser.
 */
export function validatorsFile(api: Api): string {
  const parameters = staticImports(compileParameters(api));
  const bodies = staticImports(compileBodies(api));
  const imports = new Set([...parameters.imports, ...bodies.imports]);
  return `${generatedHeader(api.name, "ajv")}
${[...imports].sort().join("\n")}

// Parameters arrive as texts: they become the types that the contract names, defaults are added.
${group("parameters", parameters.code)}

// Bodies are judged as they are.
${group("bodies", bodies.code)}

export const validators = {
${api.operations.map(entry).join("\n")}
};
`;
}

function compileParameters({ contract, operations, file }: Api): string {
  const schemas = operations.flatMap(parameterSchemas);
  const byKey = Object.fromEntries(schemas.map(({ key, schema }) => [key, schema]));
  const pointers: Pointers = new Map(
    schemas.map(({ key }) => [key, `#/x-parameters/${escapePointer(key)}`]),
  );
  const document = { ...ajvSchemas(contract), "x-parameters": byKey };
  return compile(file, document, pointers, { coerceTypes: "array", useDefaults: true });
}

function compileBodies({ contract, operations, file }: Api): string {
  const bodies = operations.flatMap(({ body, responses }): JsonBody[] => [
    ...(body ? [body] : []),
    ...responses.map((response) => response.body),
  ]);
  const pointers: Pointers = new Map(bodies.map(({ pointer }) => [pointer, pointer]));
  return compile(file, ajvSchemas(contract), pointers, {});
}

function compile(file: string, document: JsonObject, pointers: Pointers, options: Options): string {
  const ajv = makeAjv(document, { ...options, code: { source: true, lines: true } });
  const ids = [...pointers].map(([name, pointer]) => [name, `contract${pointer}`]);
  try {
    return standalone.default(ajv, Object.fromEntries(ids));
  } catch (error) {
    // The contract is well formed by now; what is left are schemas that mean nothing to ajv.
    if (error instanceof Error) throw new ContractError(error.message, { file });
    throw error;
  }
}

/** A scope of its own for the code of each ajv, for both call their helpers the same. */
function group(name: string, code: string): string {
  const body = code.replace(/^"use strict";\s*/, "").trim();
  return `const ${name} = {};\n((exports) => {\n${body}\n})(${name});`;
}

function entry(operation: Operation): string {
  const { operationId, body, responses } = operation;
  const member = (name: string, from: string, key: string) =>
    `${name}: ${from}[${JSON.stringify(key)}],`;
  return [
    `  ${JSON.stringify(operationId)}: {`,
    ...parameterSchemas(operation).map(
      ({ place, key }) => `    ${member(place, "parameters", key)}`,
    ),
    ...(body ? [`    ${member("body", "bodies", body.pointer)}`] : []),
    "    responses: {",
    ...responses.map(
      (response) =>
        `      ${member(JSON.stringify(response.status), "bodies", response.body.pointer)}`,
    ),
    "    },",
    "  },",
  ].join("\n");
}
