import type { Key } from "../access/keys.ts";

/** The type that a generated validator, being a type guard, vouches for. */
type Vouched<Validator> = Validator extends (value: unknown) => value is infer Value
  ? Value
  : undefined;
type Member<Type, Name> = Name extends keyof Type ? Type[Name] : undefined;

/** A request that fits the contract. */
export interface Call<Validators, Caller = Key> {
  /** Who calls: a key or, where an API takes none, nobody. */
  readonly key: Caller;
  readonly path: Vouched<Member<Validators, "path">>;
  /** Numbers are numbers, and what the contract gives a default is filled in. */
  readonly query: Vouched<Member<Validators, "query">>;
  readonly body: Vouched<Member<Validators, "body">>;
}

/** Every answer that the contract gives an operation, a union over its statuses. */
export type Answer<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: Responses[Status] extends {
        content: { "application/json": infer Body };
      }
        ? { status: Status; body: Body }
        : Responses[Status] extends { content: { "text/plain": infer Text } }
          ? { status: Status; text: Text; mediaType: string }
          : { status: Status };
    }[keyof Responses]
  : never;

export type Handler<Operation, Validators, Caller = Key> = (
  call: Call<Validators, Caller>,
) => Promise<Answer<Operation>>;

/**
 * One handler for each operation of a contract: a missing one, or an answer whose status or body
 * the contract does not have, does not compile.
 */
export type Handlers<Operations, Validators, Caller = Key> = {
  [Id in keyof Operations]: Handler<Operations[Id], Member<Validators, Id>, Caller>;
};

/** Handlers as the router meets them: by operationId, at run time. */
export type HandlerTable = Readonly<Record<string, (call: LooseCall) => Promise<LooseAnswer>>>;

export interface LooseCall {
  readonly key: Key | undefined;
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

export interface LooseAnswer {
  readonly status: number;
  readonly body?: object;
  /** In place of a body, and sent as this media type. */
  readonly text?: string;
  readonly mediaType?: string;
}

/** Handlers of one contract, for the router, which knows none. */
export function handlerTable<Operations, Validators, Caller>(
  handlers: Handlers<Operations, Validators, Caller>,
): HandlerTable {
  // as: before a handler is called, the generated validators have vouched for path, query and body,
  // and the handlers' types are those that these validators vouch for. Where an API takes keys, the
  // caller has one.
  return handlers as unknown as HandlerTable;
}
