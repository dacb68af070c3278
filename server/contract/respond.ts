import type { Context } from "koa";
import { authenticator } from "../access/authenticate.ts";
import type { Key } from "../access/keys.ts";
import type { RateLimit } from "../access/rate-limit.ts";
import type { Services } from "../services.ts";
import { answerMemory } from "./answers.ts";
import type { Api } from "./api.ts";
import { ignoreBody, readObject } from "./body.ts";
import type { Operation } from "./document.ts";
import type { HandlerTable, LooseAnswer } from "./handlers.ts";
import { Problem } from "./problem.ts";
import { queryReader } from "./query.ts";
import { checkAnswer } from "./self-check.ts";
import { type OperationValidators, validate } from "./validate.ts";

export interface ResponderOptions {
  readonly services: Services;
  readonly limit: RateLimit;
  /** Validate each answer against the contract before it leaves. */
  readonly selfCheck: boolean;
  /** Whether an answer may be given again, where the API allows it. */
  readonly remembers: boolean;
}

/** An operation with all that serves it. */
export interface ServedOperation extends Operation {
  readonly validators: OperationValidators;
  readonly handler: HandlerTable[string];
}

/** Answers requests of one operation or, with `undefined`, those that no operation takes. */
export function responder(
  api: Api,
  operation: ServedOperation | undefined,
  { services, limit, selfCheck, remembers }: ResponderOptions,
): (ctx: Context) => Promise<void> {
  const remembered = remembers && api.remembered?.includes(operation?.operationId ?? "") === true;
  const remember = remembered ? answerMemory(services.store) : undefined;
  const authenticate = authenticator(services.store, api.name);
  const readQuery = queryReader(operation?.validators.query ?? (() => true));

  async function authenticated(ctx: Context): Promise<Key | undefined> {
    if (api.quota === undefined) return undefined;
    const key = await authenticate(ctx.req.headers.authorization);
    ctx.state.workspaceId = key.workspaceId;
    await limit(api.quota(key, isWrite(ctx)));
    return key;
  }

  /** The order of checks is silent in the documentation; this one gives nothing away. */
  async function answer(ctx: Context): Promise<LooseAnswer> {
    const key = await authenticated(ctx);
    if (operation === undefined) throw unrouted(ctx);
    if (isWrite(ctx) && key?.readOnly) throw new Problem("forbidden", "This key may only read");
    const { validators, handler } = operation;
    const path = readPath(ctx);
    validate(validators.path, path);
    const query = readQuery(ctx);
    const body = await readBody(ctx, operation);
    if (validators.body !== undefined) validate(validators.body, body);
    const make = () => handler({ key, path, query, body });
    return remember === undefined ? make() : remember(key, ctx.req.url ?? "", make);
  }

  const target = { api: api.name, operationId: operation?.operationId };
  return async (ctx) => {
    ctx.state.target = target;
    try {
      send(ctx, await answer(ctx));
    } catch (error) {
      const problem = toProblem(error, (stack) =>
        services.log(`${ctx.method} ${ctx.path}: ${stack}`, "error"),
      );
      ctx.set(problem.headers);
      send(ctx, api.errorBodies(problem));
    }
    // What the request has written may be due at once, and is to be seen now that it is kept.
    if (isWrite(ctx)) services.wake();
    if (selfCheck && operation !== undefined) checkAnswer(api, operation, ctx, services.log);
  };
}

function isWrite({ req: { method } }: Context): boolean {
  return method !== "GET" && method !== "HEAD";
}

const JSON_TYPE = "application/json; charset=utf-8";

function send({ response }: Context, { status, body, text, mediaType }: LooseAnswer): void {
  const content = text ?? body;
  response.status = status;
  // Koa would look it up.
  if (content !== undefined) response.set("Content-Type", mediaType ?? JSON_TYPE);
  response.body = content;
}

/** What is no Problem is our own fault: the client learns that it is, the log learns what it is. */
function toProblem(error: unknown, log: (stack: string) => void): Problem {
  if (error instanceof Problem) return error;
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return new Problem("internal", "Internal server error");
}

/**
 * Path parameters, decoded. The router leaves a bad percent-encoding as it stands; we refuse it.
 */
function readPath(ctx: Context): Record<string, string> {
  if (ctx.path.includes("%")) {
    try {
      decodeURIComponent(ctx.path);
    } catch {
      throw new Problem("malformed", "The path has a bad percent-encoding");
    }
  }
  return ctx.params;
}

function readBody(ctx: Context, { mediaTypes }: Operation): Promise<object | undefined> {
  return mediaTypes === undefined ? ignoreBody(ctx) : readObject(ctx, mediaTypes);
}

/** 404, or 405 with Allow when the path is known. Silent; HTTP says so (RFC 9110, 15.5.6). */
function unrouted(ctx: Context): Problem {
  // as: `mount` keeps here what the path allows.
  const methods = ctx.state.methods as readonly string[];
  if (methods.length === 0) return new Problem("no-route", "There is nothing at this path");
  const allow = methods.join(", ");
  return new Problem("wrong-method", `${ctx.method} is not allowed here; use ${allow}`, {
    Allow: allow,
  });
}
