import Router from "@koa/router";
import type { Context, Middleware, Next } from "koa";
import type { Api } from "./api.ts";
import { basePath, operationsOf } from "./document.ts";
import { type Fault, runFault } from "./faults.ts";
import type { HandlerTable } from "./handlers.ts";
import { type ResponderOptions, responder, type ServedOperation } from "./respond.ts";

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
  const router = new Router({ prefix: base, strict: true, sensitive: true });
  const served = new Map<string, Served[]>();
  for (const operation of servedOperations(api, options)) {
    // The router finds the route. It would also run it, which costs as much again as finding it.
    router.register(operation.path, [operation.method], noMiddleware);
    const route = router.stack.at(-1);
    if (route === undefined) throw new Error(`There is no route for ${operation.path}.`);
    const answer = respondTo(api, operation, options);
    for (const method of route.methods) {
      const form = formOf(method, `${base}${operation.path}`);
      served.set(form, [...(served.get(form) ?? []), { route, answer }]);
    }
  }
  const refuse = respondTo(api, undefined, options);
  return (ctx, next) => {
    const { path, method } = ctx.request;
    if (path !== base && !path.startsWith(`${base}/`)) return next();
    for (const { route, answer } of served.get(formOf(method, path)) ?? []) {
      const captures = route.regexp.exec(path)?.slice(1);
      if (captures === undefined) continue;
      ctx.params = route.params(path, captures);
      return answer(ctx);
    }
    const fitting = router.match(path, method).path;
    ctx.state.methods = [...new Set(fitting.flatMap(({ methods }) => methods))].sort();
    return refuse(ctx);
  };
}

/** A route, and what answers its requests. */
interface Served {
  readonly route: Router["stack"][number];
  readonly answer: (ctx: Context) => Promise<void>;
}

/** What a request has in common with its route: method and number of segments. Few routes share it. */
function formOf(method: string, path: string): string {
  let slashes = 0;
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) slashes += 1;
  return `${method} ${slashes}`;
}

const noMiddleware = () => undefined;

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
