// Generated from openapi/control by `npm run generate`. Do not edit.

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
  readonly "getHealth": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["getHealth"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["getHealth"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["getHealth"]["responses"][403]["content"]["application/json"]>;
      readonly "500": Validator<operations["getHealth"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "getReadiness": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["getReadiness"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["getReadiness"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["getReadiness"]["responses"][403]["content"]["application/json"]>;
      readonly "500": Validator<operations["getReadiness"]["responses"][500]["content"]["application/json"]>;
      readonly "503": Validator<operations["getReadiness"]["responses"][503]["content"]["application/json"]>;
    };
  };
  readonly "getMetrics": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "400": Validator<operations["getMetrics"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["getMetrics"]["responses"][403]["content"]["application/json"]>;
      readonly "500": Validator<operations["getMetrics"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "getClock": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["getClock"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["getClock"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["getClock"]["responses"][403]["content"]["application/json"]>;
      readonly "500": Validator<operations["getClock"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "advanceClock": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["advanceClock"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["advanceClock"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["advanceClock"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["advanceClock"]["responses"][403]["content"]["application/json"]>;
      readonly "500": Validator<operations["advanceClock"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "addFailure": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["addFailure"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "201": Validator<operations["addFailure"]["responses"][201]["content"]["application/json"]>;
      readonly "400": Validator<operations["addFailure"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["addFailure"]["responses"][403]["content"]["application/json"]>;
      readonly "500": Validator<operations["addFailure"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "clearFailures": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "400": Validator<operations["clearFailures"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["clearFailures"]["responses"][403]["content"]["application/json"]>;
      readonly "500": Validator<operations["clearFailures"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "closeSession": {
    readonly path: Validator<NonNullable<operations["closeSession"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["closeSession"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["closeSession"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["closeSession"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["closeSession"]["responses"][404]["content"]["application/json"]>;
      readonly "409": Validator<operations["closeSession"]["responses"][409]["content"]["application/json"]>;
      readonly "500": Validator<operations["closeSession"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "receiveMessage": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["receiveMessage"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "201": Validator<operations["receiveMessage"]["responses"][201]["content"]["application/json"]>;
      readonly "400": Validator<operations["receiveMessage"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["receiveMessage"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["receiveMessage"]["responses"][404]["content"]["application/json"]>;
      readonly "500": Validator<operations["receiveMessage"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "snoozeConversation": {
    readonly path: Validator<NonNullable<operations["snoozeConversation"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["snoozeConversation"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["snoozeConversation"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["snoozeConversation"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["snoozeConversation"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["snoozeConversation"]["responses"][404]["content"]["application/json"]>;
      readonly "500": Validator<operations["snoozeConversation"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "listDeliveries": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["listDeliveries"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["listDeliveries"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["listDeliveries"]["responses"][403]["content"]["application/json"]>;
      readonly "500": Validator<operations["listDeliveries"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "reset": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "400": Validator<operations["reset"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["reset"]["responses"][403]["content"]["application/json"]>;
      readonly "500": Validator<operations["reset"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "setKeyPlan": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["setKeyPlan"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["setKeyPlan"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["setKeyPlan"]["responses"][400]["content"]["application/json"]>;
      readonly "403": Validator<operations["setKeyPlan"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["setKeyPlan"]["responses"][404]["content"]["application/json"]>;
      readonly "500": Validator<operations["setKeyPlan"]["responses"][500]["content"]["application/json"]>;
    };
  };
};
