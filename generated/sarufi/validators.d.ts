// Generated from openapi/sarufi by `npm run generate`. Do not edit.

import type { operations } from "./types.ts";

/** One thing that is wrong with a value: where (`instancePath`), which rule, and in words. */
export interface ValidationError {
  /** A JSON pointer into the value; empty for the value itself. */
  instancePath: string;
  /** Where in the contract the broken rule stands. */
  schemaPath: string;
  /** The rule, such as `required`, `type` or `maximum`. */
  keyword: string;
  /** What the rule asks for, such as `{ missingProperty: "contact_id" }`. */
  params: Record<string, unknown>;
  /** The problem in words, without the place: "must be <= 100". */
  message?: string;
}

/**
 * Says whether a value is what the contract promises; `errors` holds every problem of the last
 * call, or null when there was none.
 *
 * @example
 * if (!validator(value)) console.error(validator.errors);
 */
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly ValidationError[] | null;
}

/** `T` in which the members `K` are always there, since the validator fills in their defaults. */
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

/** The validators of this contract, by operationId. */
export declare const validators: {
  readonly "createChatSession": {
    readonly path: Validator<NonNullable<operations["createChatSession"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "201": Validator<operations["createChatSession"]["responses"][201]["content"]["application/json"]>;
      readonly "400": Validator<operations["createChatSession"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["createChatSession"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["createChatSession"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["createChatSession"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["createChatSession"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["createChatSession"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["createChatSession"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "sendChatMessage": {
    readonly path: Validator<NonNullable<operations["sendChatMessage"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["sendChatMessage"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["sendChatMessage"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["sendChatMessage"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["sendChatMessage"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["sendChatMessage"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["sendChatMessage"]["responses"][404]["content"]["application/json"]>;
      readonly "410": Validator<operations["sendChatMessage"]["responses"][410]["content"]["application/json"]>;
      readonly "422": Validator<operations["sendChatMessage"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["sendChatMessage"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["sendChatMessage"]["responses"][500]["content"]["application/json"]>;
    };
  };
};
