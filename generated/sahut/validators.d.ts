// Generated from openapi/sahut by `npm run generate`. Do not edit.

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
  readonly "listConversations": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Defaulted<NonNullable<operations["listConversations"]["parameters"]["query"]>, "page" | "per_page">>;
    readonly responses: {
      readonly "200": Validator<operations["listConversations"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["listConversations"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["listConversations"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["listConversations"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["listConversations"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["listConversations"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["listConversations"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["listConversations"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "createConversation": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["createConversation"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["createConversation"]["responses"][200]["content"]["application/json"]>;
      readonly "201": Validator<operations["createConversation"]["responses"][201]["content"]["application/json"]>;
      readonly "400": Validator<operations["createConversation"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["createConversation"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["createConversation"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["createConversation"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["createConversation"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["createConversation"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["createConversation"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "getConversation": {
    readonly path: Validator<NonNullable<operations["getConversation"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["getConversation"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["getConversation"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["getConversation"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["getConversation"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["getConversation"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["getConversation"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["getConversation"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["getConversation"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "updateConversation": {
    readonly path: Validator<NonNullable<operations["updateConversation"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["updateConversation"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["updateConversation"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["updateConversation"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["updateConversation"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["updateConversation"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["updateConversation"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["updateConversation"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["updateConversation"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["updateConversation"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "listMessages": {
    readonly path: Validator<NonNullable<operations["listMessages"]["parameters"]["path"]>>;
    readonly query: Validator<Defaulted<NonNullable<operations["listMessages"]["parameters"]["query"]>, "page" | "per_page">>;
    readonly responses: {
      readonly "200": Validator<operations["listMessages"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["listMessages"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["listMessages"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["listMessages"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["listMessages"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["listMessages"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["listMessages"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["listMessages"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "sendMessage": {
    readonly path: Validator<NonNullable<operations["sendMessage"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["sendMessage"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["sendMessage"]["responses"][200]["content"]["application/json"]>;
      readonly "201": Validator<operations["sendMessage"]["responses"][201]["content"]["application/json"]>;
      readonly "400": Validator<operations["sendMessage"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["sendMessage"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["sendMessage"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["sendMessage"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["sendMessage"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["sendMessage"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["sendMessage"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "listContacts": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Defaulted<NonNullable<operations["listContacts"]["parameters"]["query"]>, "page" | "per_page">>;
    readonly responses: {
      readonly "200": Validator<operations["listContacts"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["listContacts"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["listContacts"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["listContacts"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["listContacts"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["listContacts"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["listContacts"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["listContacts"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "createContact": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["createContact"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["createContact"]["responses"][200]["content"]["application/json"]>;
      readonly "201": Validator<operations["createContact"]["responses"][201]["content"]["application/json"]>;
      readonly "400": Validator<operations["createContact"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["createContact"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["createContact"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["createContact"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["createContact"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["createContact"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["createContact"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "getContact": {
    readonly path: Validator<NonNullable<operations["getContact"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["getContact"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["getContact"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["getContact"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["getContact"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["getContact"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["getContact"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["getContact"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["getContact"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "updateContact": {
    readonly path: Validator<NonNullable<operations["updateContact"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["updateContact"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["updateContact"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["updateContact"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["updateContact"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["updateContact"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["updateContact"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["updateContact"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["updateContact"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["updateContact"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "createWebhook": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["createWebhook"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["createWebhook"]["responses"][200]["content"]["application/json"]>;
      readonly "201": Validator<operations["createWebhook"]["responses"][201]["content"]["application/json"]>;
      readonly "400": Validator<operations["createWebhook"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["createWebhook"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["createWebhook"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["createWebhook"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["createWebhook"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["createWebhook"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["createWebhook"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "deleteWebhook": {
    readonly path: Validator<NonNullable<operations["deleteWebhook"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["deleteWebhook"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["deleteWebhook"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["deleteWebhook"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["deleteWebhook"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["deleteWebhook"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["deleteWebhook"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["deleteWebhook"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["deleteWebhook"]["responses"][500]["content"]["application/json"]>;
    };
  };
};
