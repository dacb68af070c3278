import type { Context, Middleware, Next } from "koa";
import type { Api } from "./api.ts";
import { basePath, operationsOf } from "./document.ts";
import { type Fault, runFault } from "./faults.ts";
import type { HandlerTable } from "./handlers.ts";
import { type ResponderOptions, responder, type ServedOperation } from "./respond.ts";
import { routesOf } from "./routes.ts";

export interface MountOptions extends Omit<ResponderOptions, "remembers"> {
  /** Deliberate faults; empty in normal use. */
  readonly faults: Fault;
  /** What a test bench does around every request. Default: nothing. */
  readonly around?: Around | undefined;
}

/** Runs around a request, whose answer is there after `next()`, or is made instead of it. */
export type Around = (target: Target, ctx: Context, next: Next) => Promise<void>;

/** What a request was routed to: no operation where nothing fits. */
export interface Target {
  readonly api: string;
  readonly operationId: string | undefined;
}

/**
 * An API as middleware: every request under its base path is answered, in the API's own words.
 * Throws when the contract has an operation that nothing serves.
 */
export function mount(api: Api, options: MountOptions): Middleware {
  const base = basePath(api.contract);
  const routes = routesOf(
    base,
    servedOperations(api, options).map((operation) => ({
      operation,
      served: respondTo(api, operation, options),
    })),
  );
  const refuse = respondTo(api, undefined, options);
  const below = `${base}/`;
  return (ctx, next) => {
    const { path, method } = ctx.request;
    if (path !== base && !path.startsWith(below)) return next();
    const found = routes.find(method, path);
    if (found === undefined) {
      ctx.state.methods = routes.methodsOf(path);
      return refuse(ctx);
    }
    ctx.params = found.params;
    return found.served(ctx);
  };
}

function servedOperations(api: Api, { services, faults }: MountOptions): ServedOperation[] {
  const sound = api.handlers(services);
  const handlers: HandlerTable = faults.handlers?.(api.name, sound) ?? sound;
  return operationsOf(api.contract).map((operation) => {
    const { operationId } = operation;
    const handler = handlers[operationId];
    const validators = api.validators[operationId];
    if (handler === undefined) {
      throw new Error(`The contract of ${api.name} has ${operationId}, but no handler serves it.`);
    }
    if (validators === undefined) {
      throw new Error(`${api.name} has no validators for ${operationId}: run npm run generate.`);
    }
    return { ...operation, handler, validators };
  });
}

function respondTo(
  api: Api,
  operation: ServedOperation | undefined,
  options: MountOptions,
): (ctx: Context) => Promise<void> {
  const respond = faulty(api, operation, options);
  const { around } = options;
  if (around === undefined) return respond;
  const target = { api: api.name, operationId: operation?.operationId };
  return (ctx) => around(target, ctx, () => respond(ctx));
}

function faulty(
  api: Api,
  operation: ServedOperation | undefined,
  options: MountOptions,
): (ctx: Context) => Promise<void> {
  const { around, handlers } = options.faults;
  // What is checked, or made wrong on purpose, is made each time.
  const remembers = !options.selfCheck && around === undefined && handlers === undefined;
  const respond = responder(api, operation, { ...options, remembers });
  if (around === undefined) return respond;
  const target = operation && { api: api.name, operationId: operation.operationId };
  return (ctx) => runFault(around, target, ctx, () => respond(ctx));
}
