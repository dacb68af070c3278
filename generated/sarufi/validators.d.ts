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
  readonly "listConversations": {
    readonly path: Validator<NonNullable<operations["listConversations"]["parameters"]["path"]>>;
    readonly query: Validator<Defaulted<NonNullable<operations["listConversations"]["parameters"]["query"]>, "limit">>;
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
  readonly "listConversationMessages": {
    readonly path: Validator<NonNullable<operations["listConversationMessages"]["parameters"]["path"]>>;
    readonly query: Validator<Defaulted<NonNullable<operations["listConversationMessages"]["parameters"]["query"]>, "limit">>;
    readonly responses: {
      readonly "200": Validator<operations["listConversationMessages"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["listConversationMessages"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["listConversationMessages"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["listConversationMessages"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["listConversationMessages"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["listConversationMessages"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["listConversationMessages"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["listConversationMessages"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "getMe": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["getMe"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["getMe"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["getMe"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["getMe"]["responses"][403]["content"]["application/json"]>;
      readonly "422": Validator<operations["getMe"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["getMe"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["getMe"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "listChatbots": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Defaulted<NonNullable<operations["listChatbots"]["parameters"]["query"]>, "limit">>;
    readonly responses: {
      readonly "200": Validator<operations["listChatbots"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["listChatbots"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["listChatbots"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["listChatbots"]["responses"][403]["content"]["application/json"]>;
      readonly "422": Validator<operations["listChatbots"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["listChatbots"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["listChatbots"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "createChatbot": {
    readonly path: Validator<Record<string, unknown>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["createChatbot"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "201": Validator<operations["createChatbot"]["responses"][201]["content"]["application/json"]>;
      readonly "400": Validator<operations["createChatbot"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["createChatbot"]["responses"][401]["content"]["application/json"]>;
      readonly "402": Validator<operations["createChatbot"]["responses"][402]["content"]["application/json"]>;
      readonly "403": Validator<operations["createChatbot"]["responses"][403]["content"]["application/json"]>;
      readonly "409": Validator<operations["createChatbot"]["responses"][409]["content"]["application/json"]>;
      readonly "422": Validator<operations["createChatbot"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["createChatbot"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["createChatbot"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "getChatbot": {
    readonly path: Validator<NonNullable<operations["getChatbot"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["getChatbot"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["getChatbot"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["getChatbot"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["getChatbot"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["getChatbot"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["getChatbot"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["getChatbot"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["getChatbot"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "deleteChatbot": {
    readonly path: Validator<NonNullable<operations["deleteChatbot"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "400": Validator<operations["deleteChatbot"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["deleteChatbot"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["deleteChatbot"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["deleteChatbot"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["deleteChatbot"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["deleteChatbot"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["deleteChatbot"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "updateChatbot": {
    readonly path: Validator<NonNullable<operations["updateChatbot"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["updateChatbot"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["updateChatbot"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["updateChatbot"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["updateChatbot"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["updateChatbot"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["updateChatbot"]["responses"][404]["content"]["application/json"]>;
      readonly "409": Validator<operations["updateChatbot"]["responses"][409]["content"]["application/json"]>;
      readonly "422": Validator<operations["updateChatbot"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["updateChatbot"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["updateChatbot"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "getChatbotStats": {
    readonly path: Validator<NonNullable<operations["getChatbotStats"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["getChatbotStats"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["getChatbotStats"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["getChatbotStats"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["getChatbotStats"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["getChatbotStats"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["getChatbotStats"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["getChatbotStats"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["getChatbotStats"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "listFlows": {
    readonly path: Validator<NonNullable<operations["listFlows"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["listFlows"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["listFlows"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["listFlows"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["listFlows"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["listFlows"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["listFlows"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["listFlows"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["listFlows"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "createFlow": {
    readonly path: Validator<NonNullable<operations["createFlow"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["createFlow"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "201": Validator<operations["createFlow"]["responses"][201]["content"]["application/json"]>;
      readonly "400": Validator<operations["createFlow"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["createFlow"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["createFlow"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["createFlow"]["responses"][404]["content"]["application/json"]>;
      readonly "409": Validator<operations["createFlow"]["responses"][409]["content"]["application/json"]>;
      readonly "422": Validator<operations["createFlow"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["createFlow"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["createFlow"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "getFlow": {
    readonly path: Validator<NonNullable<operations["getFlow"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["getFlow"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["getFlow"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["getFlow"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["getFlow"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["getFlow"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["getFlow"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["getFlow"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["getFlow"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "deleteFlow": {
    readonly path: Validator<NonNullable<operations["deleteFlow"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "400": Validator<operations["deleteFlow"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["deleteFlow"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["deleteFlow"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["deleteFlow"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["deleteFlow"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["deleteFlow"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["deleteFlow"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "updateFlow": {
    readonly path: Validator<NonNullable<operations["updateFlow"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly body: Validator<NonNullable<operations["updateFlow"]["requestBody"]>["content"]["application/json"]>;
    readonly responses: {
      readonly "200": Validator<operations["updateFlow"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["updateFlow"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["updateFlow"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["updateFlow"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["updateFlow"]["responses"][404]["content"]["application/json"]>;
      readonly "409": Validator<operations["updateFlow"]["responses"][409]["content"]["application/json"]>;
      readonly "422": Validator<operations["updateFlow"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["updateFlow"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["updateFlow"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "validateFlow": {
    readonly path: Validator<NonNullable<operations["validateFlow"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["validateFlow"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["validateFlow"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["validateFlow"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["validateFlow"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["validateFlow"]["responses"][404]["content"]["application/json"]>;
      readonly "422": Validator<operations["validateFlow"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["validateFlow"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["validateFlow"]["responses"][500]["content"]["application/json"]>;
    };
  };
  readonly "publishFlow": {
    readonly path: Validator<NonNullable<operations["publishFlow"]["parameters"]["path"]>>;
    readonly query: Validator<Record<string, unknown>>;
    readonly responses: {
      readonly "200": Validator<operations["publishFlow"]["responses"][200]["content"]["application/json"]>;
      readonly "400": Validator<operations["publishFlow"]["responses"][400]["content"]["application/json"]>;
      readonly "401": Validator<operations["publishFlow"]["responses"][401]["content"]["application/json"]>;
      readonly "403": Validator<operations["publishFlow"]["responses"][403]["content"]["application/json"]>;
      readonly "404": Validator<operations["publishFlow"]["responses"][404]["content"]["application/json"]>;
      readonly "409": Validator<operations["publishFlow"]["responses"][409]["content"]["application/json"]>;
      readonly "422": Validator<operations["publishFlow"]["responses"][422]["content"]["application/json"]>;
      readonly "429": Validator<operations["publishFlow"]["responses"][429]["content"]["application/json"]>;
      readonly "500": Validator<operations["publishFlow"]["responses"][500]["content"]["application/json"]>;
    };
  };
};
