import type { Api } from "./api.ts";
import { generatedHeader } from "./header.ts";
import type { Operation, Parameter } from "./operations.ts";

const COMMON = `import type { operations } from "./types.ts";

/** One thing that is wrong with a value: where (\`instancePath\`), which rule, and in words. */
export interface ValidationError {
  /** A JSON pointer into the value; empty for the value itself. */
  instancePath: string;
  /** Where in the contract the broken rule stands. */
  schemaPath: string;
  /** The rule, such as \`required\`, \`type\` or \`maximum\`. */
  keyword: string;
  /** What the rule asks for, such as \`{ missingProperty: "contact_id" }\`. */
  params: Record<string, unknown>;
  /** The problem in words, without the place: "must be <= 100". */
  message?: string;
}

/**
 * Says whether a value is what the contract promises; \`errors\` holds every problem of the last
 * call, or null when there was none.
 *
 * @example
 * if (!validator(value)) console.error(validator.errors);
 */
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly ValidationError[] | null;
}

/** \`T\` in which the members \`K\` are always there, since the validator fills in their defaults. */
export type Defaulted<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: Exclude<T[P], undefined> };

/** What every operation has, for programs that meet it by its id at run time. */
export interface OperationValidators {
  /** Path parameters by name, as texts; they become the types that the contract names. */
  readonly path: Validator<unknown>;
  /** Query parameters by name, as texts, treated like those of the path; defaults are filled in. */
  readonly query: Validator<unknown>;
  /** Header parameters, named in lower case. Absent when the operation has none. */
  readonly headers?: Validator<unknown>;
  /** The request's JSON body. Absent when the operation takes none. */
  readonly body?: Validator<unknown>;
  /** JSON answers by status. */
  readonly responses: Readonly<Record<string, Validator<unknown>>>;
}

export type OperationId = keyof operations;
`;

/** \`validators.d.ts\`: every validator as a type guard for the type it vouches for. */
export function validatorTypesFile({ name, operations }: Api): string {
  return [
    generatedHeader(name),
    COMMON,
    "/** The validators of this contract, by operationId. */",
    "export declare const validators: {",
    ...operations.map(operationTypes),
    "};",
    "",
  ].join("\n");
}

function operationTypes(operation: Operation): string {
  const { operationId, parameters, body, responses } = operation;
  const type = `operations[${JSON.stringify(operationId)}]`;
  const member = (name: string, of: string) => `    readonly ${name}: Validator<${of}>;`;
  const headers = parameters.some((parameter) => parameter.in === "header");
  return [
    `  readonly ${JSON.stringify(operationId)}: {`,
    member("path", parameterType(type, "path", parameters)),
    member("query", parameterType(type, "query", parameters)),
    ...(headers ? [member("headers", `Record<string, unknown>`)] : []),
    ...(body
      ? [member("body", `NonNullable<${type}["requestBody"]>["content"]["${body.mediaType}"]`)]
      : []),
    "    readonly responses: {",
    ...responses.map(({ status, body: response }) => {
      const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
      const of = `${type}["responses"][${key}]["content"]["${response.mediaType}"]`;
      return `      readonly ${JSON.stringify(status)}: Validator<${of}>;`;
    }),
    "    };",
    "  };",
  ].join("\n");
}

function parameterType(operation: string, place: string, parameters: Parameter[]): string {
  const here = parameters.filter((parameter) => parameter.in === place);
  if (here.length === 0) return "Record<string, unknown>";
  const type = `NonNullable<${operation}["parameters"]["${place}"]>`;
  const filled = here.filter((parameter) => "default" in parameter.schema);
  if (filled.length === 0) return type;
  return `Defaulted<${type}, ${filled.map(({ name }) => JSON.stringify(name)).join(" | ")}>`;
}
